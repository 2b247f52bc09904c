import type { Answers, Question } from '../cli/ask.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/** Asks a person for what is missing; elsewhere a usage error names the options. */
export async function askAt<Q extends Record<string, Question>>(
  desk: Desk,
  questions: Q,
  given: Partial<Answers<Q>>,
): Promise<Answers<Q>> {
  const open = Object.entries(questions).filter(([name]) => given[name] === undefined)
  const needed = open.filter(([, question]) => !question.optional)
  if (needed.length === 0) return filled(questions, given)
  if (!desk.globals.interactive) {
    const options = needed.map(([, { option }]) => option)
    throw new Refusal('usage.missing', { options })
  }
  const { askAll } = await import('../cli/prompts.ts')
  const answers = await askAll(Object.fromEntries(open), desk.text.program)
  return filled(questions, { ...given, ...answers })
}

const filled = <Q extends Record<string, Question>>(questions: Q, given: Partial<Answers<Q>>) =>
  Object.fromEntries(
    Object.keys(questions).map((name) => [name, given[name] ?? '']),
  ) as unknown as Answers<Q>

/** A yes, from --yes or from a person. */
export async function confirmAt(desk: Desk, question: string, command: string): Promise<boolean> {
  if (desk.globals.yes) return true
  if (!desk.globals.interactive) throw new Refusal('usage.confirm', { command })
  const { confirmed } = await import('../cli/prompts.ts')
  return confirmed(question, desk.text.program)
}
