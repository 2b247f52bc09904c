import type { CopyOutcome, PermitKind } from './copy-words.ts'
import { highestOf } from './chain.ts'
import { takingsLevels, takingsNames, type Takings } from './takings.ts'
import { materialName } from './material.ts'
import type { CopiesRule } from './policy-giving.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import type { RequestWish } from './request.ts'
import type { Day, Secrecy } from './words.ts'

/** Leave that was given (复制许可、对外提供许可), and to whom. */
export interface Permit {
  readonly id: number
  readonly kind: PermitKind
  readonly request: number
  readonly archiveId: number
  /** Of the archive. */
  readonly archive: string
  /** The office's own. */
  readonly number: string | null
  /** The highest level of what it is about. */
  readonly secrecy: Secrecy
  readonly holder: string
  readonly unit: string | null
  readonly purpose: string
  readonly wish: RequestWish
  readonly issuedOn: Day
  readonly expiresOn: Day | null
  readonly signedBy: string | null
  /** Sequence numbers of its materials; null: the whole archive, or it is gone. */
  readonly seqs: readonly (number | null)[]
  readonly copies: readonly CopyHolding[]
}

/** One copy of a permit, held like an original until it is accounted for (S003-7.4.2-3). */
export interface CopyHolding {
  readonly position: number
  readonly seq: number | null
  readonly accountedOn: Day | null
  readonly outcome: CopyOutcome | null
  readonly remark: string | null
}

/** `P4`: how people and files name a permit. */
export const permitName = (id: number): string => `P${id}`

/** `P4/2`: the second copy of a permit. */
export const copyName = (id: number, position: number): string => `${permitName(id)}/${position}`

/** Reads `P4` and `P4/2`; undefined where it is neither. */
export function readCopyName(text: string): { id: number; position: number | null } | undefined {
  const said = /^[Pp](\d{1,15})(?:\/(\d{1,9}))?$/.exec(text.normalize('NFKC').trim())
  if (!said) return undefined
  return { id: Number(said[1]), position: said[2] === undefined ? null : Number(said[2]) }
}

export const permitNames = ({ archive, seqs }: Pick<Permit, 'archive' | 'seqs'>): string[] => {
  const names = seqs.flatMap((seq) => (seq === null ? [] : [materialName(archive, seq)]))
  return names.length > 0 ? names : [archive]
}

/** Copies that nobody has accounted for. */
export const outstandingIn = ({ copies }: Pick<Permit, 'copies'>): CopyHolding[] =>
  copies.filter(({ accountedOn }) => accountedOn === null)

/** Its day is over and something is still out. */
export const isOverdueCopy = (permit: Pick<Permit, 'copies' | 'expiresOn'>, today: Day): boolean =>
  permit.expiresOn !== null && permit.expiresOn < today && outstandingIn(permit).length > 0

/** The rules of copying. @throws Refusal policy.silent */
export function copiesRule(policy: Policy): CopiesRule {
  if (policy.copies) return policy.copies
  throw new Refusal('policy.silent', { section: 'copies', source: [] })
}

/**
 * May this be copied at all, its approval apart? 绝密 not, unless the policy says so (S003-7.4.2-1).
 * @throws Refusal copy.top-secret, copy.too-many
 */
export function requireCopyable(takings: Takings, copies: number, rule: CopiesRule): void {
  const { most, source = [] } = rule
  const [number = ''] = takingsNames(takings)
  if (highestOf(takingsLevels(takings)) === 'topSecret' && rule.topSecret !== true)
    throw new Refusal('copy.top-secret', { number, source: ['S003-7.4.2-1'] })
  if (most !== undefined && copies > most)
    throw new Refusal('copy.too-many', { number, copies, most, source })
}

/**
 * May the customer collect these originals? Only named ones, as many as there are (S004-Q-3.1).
 * @throws Refusal policy.silent, copy.whole, copy.electronic, copy.too-few
 */
export function requireCollectable(
  { archive, materials }: Takings,
  copies: number,
  { collection }: CopiesRule,
): void {
  if (!collection) throw new Refusal('policy.silent', { section: 'copies.collection', source: [] })
  const { number } = archive
  if (materials.length === 0) throw new Refusal('copy.whole', { number })
  for (const { seq, medium, copies: held } of materials) {
    const material = materialName(number, seq)
    if (medium === 'electronic') throw new Refusal('copy.electronic', { material })
    if (held < copies) throw new Refusal('copy.too-few', { material, copies, held })
  }
}

/** @throws Refusal copy.signature unless the collector signed for it (S004-Q-3.1) */
export function requireCollectionSignature(
  name: string,
  signed: string | undefined,
  { collection }: CopiesRule,
): void {
  if (!collection?.signature || signed !== undefined) return
  throw new Refusal('copy.signature', { name, source: collection.source ?? [] })
}

/**
 * The copies of a permit that `P4` or `P4/2` means, all of them still out on that day.
 * @throws Refusal permit.missing, copy.accounted, copy.before-issued
 */
export function copiesToAccount(
  permit: Permit,
  position: number | null,
  on: Day,
): readonly CopyHolding[] {
  const name = permitName(permit.id)
  if (permit.kind === 'disclosure') throw new Refusal('permit.no-copies', { permit: name })
  const meant = permit.copies.filter((it) => position === null || it.position === position)
  if (meant.length === 0)
    throw new Refusal('permit.missing', { permit: copyName(permit.id, position ?? 0) })
  const out = meant.filter(({ accountedOn }) => accountedOn === null)
  const [first] = meant
  if (out.length === 0)
    throw new Refusal('copy.accounted', {
      copy: copyName(permit.id, first?.position ?? 0),
      outcome: first?.outcome ?? 'returned',
      accountedOn: first?.accountedOn ?? '',
    })
  const { issuedOn } = permit
  if (on < issuedOn) throw new Refusal('copy.before-issued', { permit: name, on, issuedOn })
  return out
}
