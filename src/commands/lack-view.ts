import { needsIn, type Lack, type Need } from '../domain/checklist.ts'
import { labelOf } from '../domain/labels.ts'
import { copyForms, type CopyForm } from '../domain/policy-materials.ts'
import type { Policy } from '../domain/policy.ts'
import { sealsOfKind } from '../domain/seals.ts'
import type { Desk } from './desk.ts'

/** A document that is missing, as other programs see it. */
export const lackShown = ({ need, held, seals, pages }: Lack) => ({
  item: need.at,
  kind: need.kind,
  copies: need.copies,
  held,
  seals,
  pages,
  source: need.source,
})
export type LackShown = ReturnType<typeof lackShown>

/** Where checklists are in the policy: what is missing says so. */
const isOfChecklist = (key: string): boolean => key.startsWith('checklists.')

/** Of what is missing, the values and not the documents. */
export const missingValues = (missing: readonly string[]): string[] =>
  missing.filter((key) => !isOfChecklist(key))

const needAt = (policy: Policy, at: string): Need | undefined =>
  needsIn(policy).find((need) => need.at === at)

/** What a missing value or document is called. */
export function missingWord(desk: Desk, policy: Policy, key: string): string {
  if (isOfChecklist(key)) return needAt(policy, key)?.label[desk.language] ?? key
  if (key === 'contacts') return desk.text.archive.show.flags.fewContacts
  return labelOf(key, policy, desk.language, desk.text.keys)
}

/** `原件 2 份、副本 2 份`; '' where there are none. */
export function copiesWords(desk: Desk, copies: LackShown['copies']): string {
  const { forms, count, countOf } = desk.text.checklist
  const words = (form: CopyForm, copies: number) =>
    form === 'any' ? count(copies) : countOf(forms[form], copies)
  return copyForms
    .flatMap((form) => (copies[form] ? [words(form, copies[form])] : []))
    .join(desk.text.program.marks.items)
}

/** What seals and signatures are called, in the order of their kind; the policy may have dropped some. */
export function sealWords(
  desk: Desk,
  policy: Policy,
  kind: string | null,
  seals: readonly string[],
): string {
  const choices = sealsOfKind(policy, kind)
  const inOrder = Object.keys(choices).filter((key) => seals.includes(key))
  const dropped = seals.filter((seal) => !Object.hasOwn(choices, seal))
  return [...inOrder, ...dropped]
    .map((seal) => choices[seal]?.label[desk.language] ?? seal)
    .join(desk.text.program.marks.items)
}

/** What stands against it beside its number: `未见签章：P18`. */
export function faultWords(desk: Desk, policy: Policy, lack: LackShown): string[] {
  const text = desk.text.checklist
  return [
    ...(lack.seals.length > 0 ? [text.unseen(sealWords(desk, policy, lack.kind, lack.seals))] : []),
    ...(lack.pages ? [text.pages] : []),
  ]
}

/** `身份证复印件  复印件 2 份，现有 1 份  S004-Q-1.1`, in pieces. */
export function lackPieces(desk: Desk, policy: Policy, lack: LackShown): string[] {
  const text = desk.text.checklist
  const held = copiesWords(desk, lack.held)
  return [
    missingWord(desk, policy, lack.item),
    copiesWords(desk, lack.copies),
    held === '' ? '' : text.held(held),
    ...faultWords(desk, policy, lack),
    lack.source.join(desk.text.program.marks.items),
  ].filter((piece) => piece !== '')
}
