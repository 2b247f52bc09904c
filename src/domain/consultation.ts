import { borrowerKindOf, highestOf } from './chain.ts'
import { readChoice } from './choice.ts'
import { standsInTheWay, type Outstanding } from './lending.ts'
import { loanName, type Condition } from './loan.ts'
import { takingsLevels, takingsNames, type Takings } from './takings.ts'
import { materialName } from './material.ts'
import type { ConsultationRule } from './policy-giving.ts'
import type { Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { applicantName, type Applicant } from './request.ts'
import { exceeds, type Day, type Instant, type Label, type Secrecy } from './words.ts'

/** An archive, or some of its materials, read on the spot (查阅): a line of the register (S002-6.2-2). */
export interface Consultation {
  readonly id: number
  readonly request: number
  readonly archiveId: number
  readonly number: string
  /** The highest level of what is read, today. */
  readonly secrecy: Secrecy
  readonly readerId: number | null
  readonly reader: string
  /** Of an outsider; null: of the staff. */
  readonly unit: string | null
  readonly purpose: string
  readonly scope: string | null
  /** A key of the policy's places, or a word of the office's own. */
  readonly place: string | null
  readonly identity: string | null
  readonly openedOn: Day
  readonly openedAt: Instant
  readonly closedOn: Day | null
  readonly closedAt: Instant | null
  readonly signedBy: string | null
  readonly effect: string | null
  readonly condition: Condition | null
  readonly remark: string | null
  /** Sequence numbers of the materials; empty: the whole archive. */
  readonly materials: readonly ConsultedMaterial[]
}

export interface ConsultedMaterial {
  readonly materialId: number
  /** Null: it is gone. */
  readonly seq: number | null
}

/** `C12`: how people and files name a consultation. */
export const consultationName = (id: number): string => `C${id}`

/** Reads `C12`; undefined where it is none. */
export function readConsultationName(text: string): number | undefined {
  const said = /^[Cc](\d{1,15})$/.exec(text.normalize('NFKC').trim())
  return said ? Number(said[1]) : undefined
}

export const consultationStatus = ({
  closedOn,
}: Pick<Consultation, 'closedOn'>): 'open' | 'closed' => (closedOn === null ? 'open' : 'closed')

/** `RG2025-0001`, or the materials of it that are read. */
export const consultedNames = ({
  number,
  materials,
}: Pick<Consultation, 'number' | 'materials'>): string[] => {
  const names = materials.flatMap(({ seq }) => (seq === null ? [] : [materialName(number, seq)]))
  return names.length > 0 ? names : [number]
}

/** The rules of consultation. @throws Refusal policy.silent */
export function consultationRule(policy: Policy): ConsultationRule {
  if (policy.consultation) return policy.consultation
  throw new Refusal('policy.silent', { section: 'consultation', source: [] })
}

const hour = 3_600_000

/** Left open over the day, or for longer than the policy lets (S002-6.2-4). */
export function isLeftOpen(
  { closedOn, openedOn, openedAt }: Pick<Consultation, 'closedOn' | 'openedOn' | 'openedAt'>,
  { today, now }: { readonly today: Day; readonly now: Instant },
  { maxHours }: Pick<ConsultationRule, 'maxHours'>,
): boolean {
  if (closedOn !== null) return false
  if (openedOn < today) return true
  return maxHours !== undefined && Date.parse(now) - Date.parse(openedAt) > maxHours * hour
}

/** May archives of this status be read? @throws Refusal status.wrong */
export function requireConsultable({ archive }: Takings, { also = [] }: ConsultationRule): void {
  const { number, status } = archive
  const needs = (['active', 'closed', 'pending'] as const).filter(
    (it) => it === 'active' || also.includes(it),
  )
  if (!needs.includes(status as 'active'))
    throw new Refusal('status.wrong', { number, status, needs })
}

/** Is any of it left, after originals were collected (S004-Q-3.1)? @throws Refusal material.handed-out */
export function requireLeft({ archive, materials }: Takings): void {
  const gone = materials.find(({ copies }) => copies === 0)
  if (!gone) return
  throw new Refusal('material.handed-out', { material: materialName(archive.number, gone.seq) })
}

/**
 * Is it in the house? Files always are; of paper neither the whole nor a part asked for may be lent.
 * @throws Refusal archive.out, material.handed-out
 */
export function requireAtHand(takings: Takings, outstanding: readonly Outstanding[]): void {
  requireLeft(takings)
  const { materials } = takings
  const isFile = materials.length > 0 && materials.every(({ medium }) => medium === 'electronic')
  const out = isFile ? undefined : standsInTheWay(takings, outstanding)
  if (!out) return
  const { loan, borrower, dueOn } = out
  const [number = ''] = takingsNames(takings)
  throw new Refusal('archive.out', { number, loan: loanName(loan), borrower, dueOn })
}

/**
 * From the policy's level on, a request says which materials, or what exactly (S002-6.1-2, 7.1-3).
 * @throws Refusal consultation.scope
 */
export function requireScope(
  takings: Takings,
  scope: string | undefined,
  { scopeNeeded }: ConsultationRule,
): void {
  if (!scopeNeeded || takings.materials.length > 0 || scope !== undefined) return
  const { from, source = [] } = scopeNeeded
  const secrecy = highestOf(takingsLevels(takings))
  if (exceeds(from, secrecy)) return
  const { number } = takings.archive
  throw new Refusal('consultation.scope', { number, secrecy, from, source })
}

/** It was seen who they are before anything is laid before them (S004-N-3.1). @throws Refusal consultation.identity */
export function requireIdentity(
  applicant: Applicant,
  identity: string | undefined,
  { identityCheck }: ConsultationRule,
): void {
  if (!identityCheck?.borrowers.includes(borrowerKindOf(applicant)) || identity !== undefined)
    return
  const name = applicantName(applicant)
  throw new Refusal('consultation.identity', { name, source: identityCheck.source ?? [] })
}

/**
 * Where it is read: a place that the policy names, its first where nothing is said (S002-6.2-3).
 * @throws Refusal consultation.place
 */
export function placeNamed(
  said: string | undefined,
  { places, source = [] }: ConsultationRule,
): string | null {
  if (!places) return said ?? null
  if (said === undefined) return Object.keys(places)[0] ?? null
  const key = readChoice(places, said)
  if (typeof key === 'string' && key !== '') return key
  const labels: Record<string, Label> = Object.fromEntries(
    Object.entries(places).map(([id, { label }]) => [id, label]),
  )
  const own = [...new Set(Object.values(places).flatMap((it) => it.source ?? []))]
  const facts = { place: said, places: Object.keys(places), labels }
  throw new Refusal('consultation.place', { ...facts, source: own.length > 0 ? own : source })
}

/** @throws Refusal consultation.signature unless somebody signed the register (S002-6.2-4) */
export function requireClosingSignature(
  id: number,
  reader: string,
  signed: string | undefined,
  { closingSignature }: ConsultationRule,
): void {
  if (!closingSignature || signed !== undefined) return
  throw new Refusal('consultation.signature', {
    consultation: consultationName(id),
    reader,
    source: closingSignature.source ?? [],
  })
}

/** @throws Refusal consultation.closed */
export function requireOpenConsultation({ id, closedOn }: Consultation): void {
  if (closedOn === null) return
  throw new Refusal('consultation.closed', { consultation: consultationName(id), closedOn })
}

/** Somebody who reads some of it just now. */
export type Reading = Pick<Consultation, 'id' | 'reader' | 'unit' | 'materials'>

/** Does any of it lie before a reader? The whole and its parts stand for each other. */
export const readsIn = (
  { materials }: Takings,
  readings: readonly Reading[],
): Reading | undefined =>
  readings.find(
    (it) =>
      it.materials.length === 0 ||
      materials.length === 0 ||
      it.materials.some(({ materialId }) => materials.some(({ id }) => id === materialId)),
  )

/** What is being read may be read by others, but is not lent. @throws Refusal archive.being-read */
export function requireUnread(takings: Takings, readings: readonly Reading[]): void {
  const found = readsIn(takings, readings)
  if (!found) return
  const [number = ''] = takingsNames(takings)
  const facts = { number, consultation: consultationName(found.id), reader: found.reader }
  throw new Refusal('archive.being-read', facts)
}

/** Nobody has the same laid before them twice at a time. @throws Refusal consultation.already */
export function requireNotReading(
  takings: Takings,
  applicant: Applicant,
  readings: readonly Reading[],
): void {
  const reader = applicantName(applicant)
  const unit = applicant.outsider?.unit ?? null
  const own = readings.filter((it) => it.reader === reader && it.unit === unit)
  const found = readsIn(takings, own)
  if (!found) return
  const [number = ''] = takingsNames(takings)
  const facts = { number, consultation: consultationName(found.id), reader }
  throw new Refusal('consultation.already', facts)
}
