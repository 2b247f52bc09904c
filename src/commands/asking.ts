import type { Answered, Answers, Presumption, Question } from '../cli/ask.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

type Questions = Readonly<Record<string, Question>>

/** Asks a person for what is missing, and notes it for the equivalent line; elsewhere a usage error names the options. */
export async function askAt<Q extends Questions>(
  desk: Desk,
  note: (answered: Answered) => void,
  questions: Q,
  given: Partial<Answers<Q>>,
): Promise<Answers<Q>> {
  const open = Object.entries(questions).filter(([name]) => given[name] === undefined)
  const needed = open.filter(([, question]) => !question.optional)
  if (needed.length === 0 && !desk.globals.interactive) return filled(questions, given)
  if (open.length === 0) return filled(questions, given)
  if (!desk.globals.interactive) {
    const options = needed.map(([, { option }]) => option)
    throw new Refusal('usage.missing', { options })
  }
  const { askAll } = await import('../cli/prompts.ts')
  const answers: Readonly<Record<string, string>> = await askAll(
    Object.fromEntries(open),
    desk.screen,
  )
  for (const [name, { option }] of open) note({ option, value: answers[name] ?? '' })
  return filled(questions, { ...given, ...answers })
}

const filled = <Q extends Questions>(questions: Q, given: Partial<Answers<Q>>) =>
  Object.fromEntries(
    Object.keys(questions).map((name) => [name, given[name] ?? '']),
  ) as unknown as Answers<Q>

/** A yes, from --yes or from a person. */
export async function confirmAt(
  desk: Desk,
  note: (answered: Answered) => void,
  question: string,
  command: string,
  { presumed = false, option = '--yes' }: Presumption = {},
): Promise<boolean> {
  if (desk.globals.yes) return true
  if (!desk.globals.interactive) throw new Refusal('usage.confirm', { command })
  const { confirmed } = await import('../cli/prompts.ts')
  const isYes = await confirmed(question, desk.screen, presumed)
  if (isYes) note({ option, value: '', isSwitch: true })
  return isYes
}
