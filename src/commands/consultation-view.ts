import type { Column } from '../cli/printer.ts'
import {
  consultationName,
  consultationStatus,
  consultedNames,
  isLeftOpen,
  type Consultation,
} from '../domain/consultation.ts'
import { requestName } from '../domain/request.ts'
import type { Consulted } from './consulting.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown } from './request-shown.ts'
import { nextFor, requestLines } from './request-view.ts'

/** A consultation as other programs see it. */
export const consultationShown = ({ policy, today, hand }: Office, it: Consultation) => ({
  consultation: consultationName(it.id),
  request: requestName(it.request),
  number: it.number,
  materials: consultedNames(it).filter((name) => name !== it.number),
  reader: it.reader,
  unit: it.unit,
  purpose: it.purpose,
  scope: it.scope,
  place: it.place,
  identity: it.identity,
  status: consultationStatus(it),
  late: isLeftOpen(it, { today, now: hand.now() }, policy.consultation ?? {}),
  openedOn: it.openedOn,
  openedAt: it.openedAt,
  closedOn: it.closedOn,
  closedAt: it.closedAt,
  signedBy: it.signedBy,
  effect: it.effect,
  condition: it.condition,
  remark: it.remark,
})

export type ConsultationShown = ReturnType<typeof consultationShown>

/** A place of the policy in the reader's words. */
const placeWord = (desk: Desk, { policy }: Office, place: string | null): string =>
  place === null ? '' : (policy.consultation?.places?.[place]?.label[desk.language] ?? place)

/** What became of each wish: laid before its reader, or applied for and who must approve. */
export function sayConsulted(
  desk: Desk,
  office: Office,
  all: readonly Consulted[],
  several: boolean,
): void {
  const values = all.map(({ request, consultation }) => ({
    request: requestShown(office, request),
    consultation: consultation && consultationShown(office, consultation),
  }))
  const human = () => all.flatMap((it) => consultedLines(desk, office, it))
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function consultedLines(
  desk: Desk,
  office: Office,
  { request, consultation }: Consulted,
): string[] {
  const text = desk.text.consultation
  if (!consultation) {
    const next = nextFor(desk, office, request)
    const lines = requestLines(desk, office, request)
    return [text.applied, ...lines, ...(next === undefined ? [] : [next])]
  }
  const names = consultedNames(consultation).join(desk.text.program.marks.items)
  const { id, reader, scope, place } = consultation
  const { places = {}, source: whole = [] } = office.policy.consultation ?? {}
  const { source = whole } = places[place ?? ''] ?? {}
  return [
    text.opened(names, reader, placeWord(desk, office, place), consultationName(id)),
    ...(scope === null ? [] : [text.scopeOnly(scope)]),
    text.rules(source),
    text.next(`dangan consult close ${consultationName(id)}`),
  ]
}

/** What was closed, how it was found, and where it goes. */
export function sayClosed(
  desk: Desk,
  office: Office,
  all: readonly { readonly consultation: Consultation; readonly location: string | null }[],
  several: boolean,
): void {
  const text = desk.text.consultation.close
  const values = all.map(({ consultation, location }) => ({
    ...consultationShown(office, consultation),
    location,
  }))
  const human = () =>
    all.flatMap(({ consultation: it, location }) => {
      const names = consultedNames(it).join(desk.text.program.marks.items)
      const condition = it.condition ?? 'intact'
      const harmed = desk.text.loan.conditions[condition]
      return [
        text.done(names, it.reader, consultationName(it.id), it.signedBy),
        ...(condition === 'intact' ? [] : [text.harmed(names, harmed, it.remark)]),
        desk.text.loan.return.place(it.number, location),
      ]
    })
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

/** The columns of the register of consultations (查阅登记表). */
export function consultationColumns(
  desk: Desk,
  office: Office,
): readonly Column<ConsultationShown>[] {
  const { keys, statuses, late } = desk.text.consultation
  const { items, inBrackets } = desk.text.program.marks
  const plain = (key: keyof ConsultationShown, besides = false): Column<ConsultationShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('consultation'),
    plain('request', true),
    {
      ...plain('number'),
      shown: ({ number, materials }) => (materials.length > 0 ? materials.join(items) : number),
    },
    { ...plain('materials', true), shown: ({ materials }) => materials.join(items) },
    plain('reader'),
    plain('unit', true),
    plain('purpose'),
    plain('scope', true),
    { ...plain('place'), shown: ({ place }) => placeWord(desk, office, place) },
    plain('identity', true),
    {
      ...plain('status'),
      shown: (it) => statuses[it.status] + (it.late ? inBrackets(late) : ''),
    },
    plain('late', true),
    plain('openedOn'),
    plain('openedAt', true),
    plain('closedOn'),
    plain('closedAt', true),
    plain('signedBy'),
    plain('effect', true),
    {
      ...plain('condition', true),
      shown: ({ condition }) => (condition === null ? '' : desk.text.loan.conditions[condition]),
    },
    plain('remark', true),
  ]
}
