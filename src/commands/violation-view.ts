import type { Policy } from '../domain/policy.ts'
import { amountOf, violationName, violationStatus, type Violation } from '../domain/violation.ts'
import type { Desk } from './desk.ts'

/** A violation as other programs see it; `due` is what it costs after an appeal. */
export const violationShown = (it: Violation) => ({
  violation: violationName(it.id),
  staff: it.staff,
  code: it.code,
  happenedOn: it.happenedOn,
  text: it.text,
  amount: it.amount,
  due: amountOf(it),
  status: violationStatus(it),
  enteredOn: it.enteredOn,
  appealBy: it.appealBy,
  appealedOn: it.appealedOn,
  appeal: it.appeal,
  decideBy: it.decideBy,
  decidedOn: it.decidedOn,
  decider: it.decider,
  form: it.form,
  note: it.note,
})
export type ViolationShown = ReturnType<typeof violationShown>

/** What a code of the policy is called; one that it no longer has stands for itself. */
export const codeWord = (desk: Desk, { violations }: Policy, code: string): string =>
  violations?.codes[code]?.label[desk.language] ?? code
