import { isExternal, type Request, type RequestStep } from '../domain/request.ts'
import type { SignBox } from '../exchange/form-blocks.ts'
import type { Desk, Office } from './desk.ts'
import { stepWords } from './request-view.ts'

/** One box a step of the chain: who may sign it and, where it was decided, by whom, when and on what evidence. */
export const stepBoxes = (desk: Desk, office: Office, request: Request): SignBox[] =>
  request.steps.map((step) => stepBox(desk, office, step))

function stepBox(desk: Desk, { policy }: Office, it: RequestStep): SignBox {
  const { application, sign } = desk.text.sheet
  return {
    title: application.step(it.step, stepWords(desk, policy, it.rule)),
    choices: [
      [sign.agree, it.decision === 'approved'],
      [sign.refuse, it.decision === 'refused'],
    ],
    lines: it.decision === null ? [sign.opinion] : [...decidedLines(desk, it)],
    blanks: [
      it.rule.head === 'applicant' ? `${sign.signature}${sign.seal}` : sign.signature,
      sign.date,
    ],
  }
}

function decidedLines(desk: Desk, it: RequestStep): string[] {
  const { sign } = desk.text.sheet
  const { inBrackets } = desk.text.program.marks
  const { evidences } = desk.text.request
  const by = `${it.decider ?? ''}${it.deciderPost === null ? '' : inBrackets(it.deciderPost)}`
  const proof = it.evidence === null ? '' : evidences[it.evidence]
  const evidence = it.formNumber === null ? proof : `${proof} ${it.formNumber}`
  return [
    sign.decided(by, it.decidedOn ?? '', evidence),
    ...(it.note === null ? [] : [sign.opinion + it.note]),
  ]
}

/**
 * Where the applicant's unit seals and its head signs (S001-18-2): nobody's box, where the head
 * decides a step of the chain anyway and the policy asks for no seal.
 */
export function unitBox(desk: Desk, { policy }: Office, request: Request): SignBox[] {
  const { application, sign } = desk.text.sheet
  const kind = isExternal(request.applicant) ? 'external' : 'internal'
  const isAsked = policy.requests?.unitSeal?.borrowers.includes(kind) === true
  const isStep = request.steps.some(({ rule }) => rule.head === 'applicant')
  const by = request.wish.unitSeal
  if (isStep && !isAsked && by === undefined) return []
  return [
    {
      title: application.unit,
      choices: [],
      lines: by === undefined ? [sign.opinion] : [application.sealed(by)],
      blanks: [`${sign.signature}${sign.seal}`, sign.date],
    },
  ]
}
