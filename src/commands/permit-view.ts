import type { Column } from '../cli/printer.ts'
import {
  copyName,
  isOverdueCopy,
  outstandingIn,
  permitName,
  permitNames,
  type CopyHolding,
  type Permit,
} from '../domain/copy.ts'
import { basisOf, isExpired } from '../domain/disclosure.ts'
import { materialName } from '../domain/material.ts'
import { requestName } from '../domain/request.ts'
import type { Permitted } from './copying.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown } from './request-shown.ts'
import { nextFor, requestLines } from './request-view.ts'

/** What every permit says. */
const permitShown = (it: Permit) => ({
  permit: permitName(it.id),
  permitNumber: it.number,
  kind: it.kind,
  request: requestName(it.request),
  number: it.archive,
  materials: permitNames(it).filter((name) => name !== it.archive),
  holder: it.holder,
  unit: it.unit,
  purpose: it.purpose,
  issuedOn: it.issuedOn,
  expiresOn: it.expiresOn,
})

/** A permit to copy, or to hand out originals, as other programs see it. */
export const copyPermitShown = ({ today }: Pick<Office, 'today'>, it: Permit) => ({
  ...permitShown(it),
  customer: it.wish.customer ?? false,
  signedBy: it.signedBy,
  outstanding: outstandingIn(it).length,
  late: isOverdueCopy(it, today),
  copies: it.copies.map((copy) => copyShown(it, copy)),
})

const copyShown = (
  permit: Permit,
  { position, seq, accountedOn, outcome, remark }: CopyHolding,
) => ({
  copy: copyName(permit.id, position),
  material: seq === null ? null : materialName(permit.archive, seq),
  accountedOn,
  outcome,
  remark,
})

/** A permit to tell somebody outside, as other programs see it. */
export const disclosureShown = ({ today }: Pick<Office, 'today'>, it: Permit) => ({
  ...permitShown(it),
  recipient: it.wish.recipient ?? null,
  person: it.wish.person ?? null,
  what: it.wish.what ?? null,
  basis: basisOf(it.wish),
  reference: it.wish.reference ?? null,
  consent: it.wish.consent ?? null,
  status: isExpired(it, today) ? ('expired' as const) : ('valid' as const),
})

export type DisclosureShown = ReturnType<typeof disclosureShown>

/** What became of each wish: a permit, or who must approve. */
export function sayPermitted(
  desk: Desk,
  office: Office,
  all: readonly Permitted[],
  several: boolean,
): void {
  const shown = (it: Permit) =>
    it.kind === 'disclosure' ? disclosureShown(office, it) : copyPermitShown(office, it)
  const values = all.map(({ request, permit }) => ({
    request: requestShown(office, request),
    permit: permit && shown(permit),
  }))
  const human = () => all.flatMap((it) => permittedLines(desk, office, it))
  const [only] = values
  if (several || values.length !== 1 || !only) desk.say.results(values, human)
  else desk.say.result(only, human)
}

function permittedLines(desk: Desk, office: Office, { request, permit }: Permitted): string[] {
  const text = desk.text.permit
  if (permit) return permit.kind === 'disclosure' ? told(desk, permit) : handed(desk, permit)
  const next = nextFor(desk, office, request)
  const lines = requestLines(desk, office, request)
  return [text.applied, ...lines, ...(next === undefined ? [] : [next])]
}

/** `P4（FZ2025-001）`: both names of a permit, where the office has one of its own. */
const bothNames = (desk: Desk, { id, number }: Permit): string =>
  permitName(id) + (number === null ? '' : desk.text.program.marks.inBrackets(number))

function handed(desk: Desk, permit: Permit): string[] {
  const text = desk.text.permit
  const names = permitNames(permit).join(desk.text.program.marks.items)
  const { kind, holder, copies, expiresOn, wish } = permit
  const done = text.done[kind === 'disclosure' ? 'copy' : kind]
  const head = done(names, holder, wish.copies ?? 1, bothNames(desk, permit))
  if (wish.customer) return [head]
  return [
    head,
    text.registered(
      copies.map(({ position }) => copyName(permit.id, position)),
      expiresOn,
    ),
    text.next(`dangan copy account ${permitName(permit.id)} --returned`),
  ]
}

function told(desk: Desk, permit: Permit): string[] {
  const { disclosure: text } = desk.text.permit
  const { wish, expiresOn } = permit
  const names = permitNames(permit).join(desk.text.program.marks.items)
  const to = [wish.recipient ?? '', wish.person ?? ''] as const
  return [text.done(names, ...to, bothNames(desk, permit)), text.limits(wish.what ?? '', expiresOn)]
}

/** One copy of the register. */
export interface ListedCopy {
  readonly permit: Permit
  readonly copy: CopyHolding
}

/** The columns of the register of copies; of what customers collected: the collection register. */
export function copyColumns(desk: Desk, { today }: Office): readonly Column<ListedCopy>[] {
  const { keys, kinds, outcomes, late } = desk.text.permit
  const { inBrackets } = desk.text.program.marks
  const column = (
    key: keyof typeof keys,
    value: (row: ListedCopy) => unknown,
    besides = false,
  ): Column<ListedCopy> => ({ key, heading: keys[key], value, besides })
  const isLate = ({ permit, copy }: ListedCopy) =>
    copy.accountedOn === null && isOverdueCopy(permit, today)
  return [
    column('copy', ({ permit, copy }) => copyName(permit.id, copy.position)),
    column('permit', ({ permit }) => permitName(permit.id), true),
    column('permitNumber', ({ permit }) => permit.number),
    {
      ...column('kind', ({ permit }) => permit.kind),
      shown: ({ permit }) => kinds[permit.kind],
    },
    column('request', ({ permit }) => requestName(permit.request), true),
    column('number', ({ permit }) => permit.archive, true),
    {
      ...column('material', ({ permit, copy }) => copyShown(permit, copy).material),
      shown: ({ permit, copy }) => copyShown(permit, copy).material ?? permit.archive,
    },
    column('holder', ({ permit }) => permit.holder),
    column('unit', ({ permit }) => permit.unit, true),
    column('customer', ({ permit }) => permit.wish.customer ?? false, true),
    column('purpose', ({ permit }) => permit.purpose, true),
    column('issuedOn', ({ permit }) => permit.issuedOn),
    {
      ...column('expiresOn', ({ permit }) => permit.expiresOn),
      shown: (row) => (row.permit.expiresOn ?? '') + (isLate(row) ? inBrackets(late) : ''),
    },
    column('late', isLate, true),
    column('signedBy', ({ permit }) => permit.signedBy, true),
    column('accountedOn', ({ copy }) => copy.accountedOn, true),
    {
      ...column('outcome', ({ copy }) => copy.outcome),
      shown: ({ copy }) => (copy.outcome === null ? outcomes.out : outcomes[copy.outcome]),
    },
    column('remark', ({ copy }) => copy.remark, true),
  ]
}

/** The columns of the register of disclosures. */
export function disclosureColumns(desk: Desk): readonly Column<DisclosureShown>[] {
  const { keys, disclosure } = desk.text.permit
  const { items } = desk.text.program.marks
  const plain = (key: keyof DisclosureShown, besides = false): Column<DisclosureShown> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('permit'),
    plain('permitNumber'),
    plain('request', true),
    {
      ...plain('number'),
      shown: ({ number, materials }) => (materials.length > 0 ? materials.join(items) : number),
    },
    { ...plain('materials', true), shown: ({ materials }) => materials.join(items) },
    plain('recipient'),
    plain('person'),
    plain('what'),
    { ...plain('basis'), shown: ({ basis }) => disclosure.bases[basis] },
    plain('reference', true),
    plain('consent', true),
    { ...plain('holder', true), heading: keys.applicant },
    plain('purpose', true),
    plain('issuedOn'),
    plain('expiresOn'),
    { ...plain('status'), shown: ({ status }) => disclosure.statuses[status] },
  ]
}
