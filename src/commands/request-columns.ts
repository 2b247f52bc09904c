import type { Column } from '../cli/printer.ts'
import { nextStep, type Request } from '../domain/request.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown, type RequestShown } from './request-shown.ts'
import { basisWords, objectsOf, stepWords } from './request-view.ts'

/** A request of the list, and whose decision it waits for. */
interface Listed extends RequestShown {
  readonly waitsFor: string
  /** Its ground, in the reader's words. */
  readonly ground: string
  /** What it is for, in the reader's words. */
  readonly objects: readonly string[]
}

export function requestListed(desk: Desk, office: Office, request: Request): Listed {
  const shown = requestShown(office, request)
  const step = shown.status === 'pending' ? nextStep(request) : undefined
  const ground = basisWords(desk, office.policy, shown.basis)
  const waitsFor = step ? stepWords(desk, office.policy, step.rule) : ''
  return { ...shown, ground, waitsFor, objects: objectsOf(desk, request) }
}

/** The columns of the list of requests. */
export function requestColumns(desk: Desk): readonly Column<Listed>[] {
  const { keys, kinds, statuses } = desk.text.request
  const { items } = desk.text.program.marks
  const plain = (key: keyof typeof keys, besides = false): Column<Listed> => ({
    key,
    heading: keys[key],
    value: (it) => it[key],
    besides,
  })
  return [
    plain('request'),
    { ...plain('kind'), shown: ({ kind }) => kinds[kind] },
    {
      ...plain('numbers'),
      shown: ({ objects }) => objects.join(items),
    },
    plain('number', true),
    { ...plain('materials', true), shown: ({ materials }) => materials.join(items) },
    plain('applicant'),
    plain('external', true),
    plain('unit', true),
    plain('department', true),
    plain('purpose'),
    { ...plain('basis', true), shown: ({ ground }) => ground },
    plain('unitSeal', true),
    plain('dueOn', true),
    { ...plain('status'), shown: ({ status }) => statuses[status] },
    plain('madeOn'),
    plain('expiresOn', true),
    plain('settledOn', true),
    plain('reason', true),
    { ...plain('steps'), shown: ({ waitsFor }) => waitsFor },
  ]
}
