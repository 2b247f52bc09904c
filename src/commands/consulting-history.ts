import type { CopyOutcome } from '../domain/copy-words.ts'
import { basisOf } from '../domain/disclosure.ts'
import type { Condition } from '../domain/loan.ts'
import type { Desk } from './desk.ts'

/** What the journal says of a consultation, of copies, of a disclosure. */
export interface ToldConsulting {
  readonly consultation?: number
  readonly signedBy?: string | null
  readonly effect?: string | null
  readonly condition?: Condition
  readonly remark?: string | null
  readonly permit?: number
  readonly items?: unknown
  /** How many; or which, where they were accounted for. */
  readonly copies?: number | readonly string[]
  readonly outcome?: CopyOutcome
  readonly handedOut?: readonly { material: string; before: number; after: number }[]
  readonly recipient?: string
  readonly person?: string
  readonly what?: string
  readonly basis?: string
  readonly reference?: string
}

/** `C3 李雷 签字 已据此答复客户`; `P4 2 份`; `P4/2 已收回`; `P5 区公安分局 周警官 联系方式`. */
export function consultingWords(desk: Desk, told: ToldConsulting): string[] {
  const { permit: text, loan, consultation } = desk.text
  if (told.consultation !== undefined) {
    const { condition, signedBy, effect, remark } = told
    const isHarmed = condition !== undefined && condition !== 'intact'
    return [
      joined([
        `C${told.consultation}`,
        signedBy ? `${signedBy} ${consultation.keys.signedBy}` : '',
        effect,
        isHarmed ? loan.conditions[condition] : '',
        remark,
      ]),
    ]
  }
  if (Array.isArray(told.copies) && told.outcome)
    return [joined([told.copies.join(' '), text.outcomes[told.outcome], told.remark])]
  if (told.permit === undefined) return []
  if (told.recipient !== undefined) return [disclosureWords(desk, told)]
  const count = typeof told.copies === 'number' ? text.wishes.copies(told.copies) : ''
  const moved = (told.handedOut ?? []).map((it) => `${it.material}: ${it.before} → ${it.after}`)
  return [joined([`P${told.permit}`, count, ...moved])]
}

const disclosureWords = ({ text: { permit } }: Desk, told: ToldConsulting): string =>
  joined([
    `P${told.permit}`,
    told.recipient,
    told.person,
    told.what,
    permit.disclosure.bases[basisOf(told)],
    told.reference,
  ])

const joined = (words: readonly (string | null | undefined)[]): string =>
  words.filter(Boolean).join(' ')
