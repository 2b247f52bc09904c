import type { Archive } from '../domain/archive.ts'
import { readChoice } from '../domain/choice.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import type { Desk, Office } from './desk.ts'
import { whyDeclassify } from './why-declassify.ts'
import { whyLend } from './why-lend.ts'
import { whyPurge } from './why-purge.ts'
import type { Answer } from './why-reasons.ts'

export const whyQuestions = ['lend', 'declassify', 'purge'] as const
export type WhyQuestion = (typeof whyQuestions)[number]

const answers = { lend: whyLend, declassify: whyDeclassify, purge: whyPurge } satisfies Record<
  WhyQuestion,
  (desk: Desk, office: Office, archive: Archive) => Answer
>

/** `show N --why lend`: the whole answer, without trying (SPEC section 2). */
export function sayWhy(
  desk: Desk,
  office: Office,
  archives: readonly Archive[],
  { asked, several }: { readonly asked: string; readonly several: boolean },
): void {
  const question = questionNamed(desk, asked)
  const all = archives.map((archive) => {
    const { reasons, next } = answers[question](desk, office, archive)
    const possible = reasons.every(({ isInTheWay }) => !isInTheWay)
    return { number: archive.number, question, possible, reasons, next }
  })
  const text = desk.text.why
  const human = () =>
    all.flatMap(({ number, possible, reasons, next }) => [
      text.verdicts[question](number, possible),
      ...reasons.map(({ isInTheWay, message }) => `${isInTheWay ? '  ✗ ' : '  · '}${message}`),
      ...next.map((line) => `  → ${line}`),
    ])
  const [only] = all
  if (several || !only) desk.say.results(all, human)
  else desk.say.result(only, human)
}

/** @throws Refusal usage.bad-option */
function questionNamed(desk: Desk, raw: string): WhyQuestion {
  const { questions } = desk.text.why
  const choices = Object.fromEntries(
    whyQuestions.map((it) => {
      const label = questions[it]
      return [it, { label: { 'zh-Hans': label, 'zh-Hant': label, en: label } }]
    }),
  )
  const key = readChoice(choices, raw)
  if (typeof key === 'string' && key !== '') return key as WhyQuestion
  const facts = { option: '--why', value: raw, choices: whyQuestions }
  throw new Refusal('usage.bad-option', { ...facts, suggestion: nearest(raw, whyQuestions) })
}
