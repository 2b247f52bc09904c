import type { Column } from '../cli/printer.ts'
import { nextStep, type Request } from '../domain/request.ts'
import type { Desk, Office } from './desk.ts'
import { requestShown, type RequestShown } from './request-shown.ts'
import { basisWords, stepWords } from './request-view.ts'

/** The columns of the list of requests. */
export function requestColumns(desk: Desk, office: Office): readonly Column<Request>[] {
  const { keys, kinds, statuses } = desk.text.request
  const { items } = desk.text.program.marks
  const shown = (it: Request) => requestShown(office, it)
  const plain = (key: keyof RequestShown, besides = false): Column<Request> => ({
    key,
    heading: keys[key],
    value: (it) => shown(it)[key],
    besides,
  })
  const waitsFor = (it: Request): string => {
    const step = shown(it).status === 'pending' ? nextStep(it) : undefined
    return step ? stepWords(desk, office.policy, step.rule) : ''
  }
  return [
    plain('request'),
    { ...plain('kind'), shown: ({ kind }) => kinds[kind] },
    {
      ...plain('numbers'),
      shown: (it) => {
        const { materials, numbers } = shown(it)
        return (materials.length > 0 ? materials : numbers).join(items)
      },
    },
    plain('number', true),
    { ...plain('materials', true), shown: (it) => shown(it).materials.join(items) },
    plain('applicant'),
    plain('external', true),
    plain('unit', true),
    plain('department', true),
    plain('purpose'),
    { ...plain('basis', true), shown: (it) => basisWords(desk, office.policy, shown(it).basis) },
    plain('unitSeal', true),
    plain('dueOn', true),
    { ...plain('status'), shown: (it) => statuses[shown(it).status] },
    plain('madeOn'),
    plain('expiresOn', true),
    plain('settledOn', true),
    plain('reason', true),
    { ...plain('steps'), shown: waitsFor },
  ]
}
