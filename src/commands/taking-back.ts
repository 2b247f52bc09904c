import type { Archive } from '../domain/archive.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { loanName, type Condition, type Loan, type LoanItem } from '../domain/loan.ts'
import type { Incident } from '../domain/incident.ts'
import type { Request } from '../domain/request.ts'
import { inspected, isHarmed } from '../domain/return.ts'
import { archiveById, touchArchive } from '../store/archives.ts'
import { enter } from '../store/journal.ts'
import { takeItemsBack, type CameBack } from '../store/lending.ts'
import { loanById } from '../store/loans.ts'
import { materialAt, materialsOf } from '../store/materials.ts'
import { settleRequest } from '../store/requesting.ts'
import { requestById, requestsWith } from '../store/requests.ts'
import type { Office } from './desk.ts'
import { openIncident } from './incident-opening.ts'
import { waitingFor } from './lending.ts'
import { loansOut, type GivenLoan } from './loan-given.ts'
import { somebodyIn } from './people.ts'

/** What was seen, of one position of a loan or (without one) of all that come back. */
export interface ReturnWish {
  readonly condition: Condition
  readonly pages: number | undefined
  readonly remark: string | undefined
  readonly liable: string | undefined
  readonly reason: string | undefined
  /** What a person answered thing by thing: keys are `L12/1`. */
  readonly seen: Readonly<Record<string, { condition: Condition; remark: string; pages?: number }>>
}

/** A loan after some or all of it came back. */
export interface Returned {
  readonly loan: Loan
  readonly archive: Archive
  readonly cameBack: readonly LoanItem[]
  /** Where it is put back, each place once; null: it has none yet. What is lost has no place. */
  readonly places: readonly (string | null)[]
  /** Of what was harmed: damage or loss, for which somebody may be liable. */
  readonly incidents: readonly Incident[]
  /** The request whose turn it is now. */
  readonly waits: Request | undefined
}

/**
 * Cancels things from the register, in the caller's transaction (S001-20-1, S003-15.6-5).
 * @throws Refusal loan.missing, loan.returned, loan.not-out, date.before-last-act
 */
export function takenBack(office: Office, name: string, wish: ReturnWish): Returned[] {
  requireDating({ ...office, reason: wish.reason }, office.policy)
  return loansOut(office, name).map((given) => backFrom(office, given, wish))
}

function backFrom(office: Office, { loan, positions }: GivenLoan, wish: ReturnWish): Returned {
  const { store, hand, today } = office
  const archive = archiveById(store, loan.archiveId) as Archive
  requireAfterLastAct(archive, today)
  const items = loan.items.filter(({ position }) => positions.includes(position))
  const back = items.map((item) => cameBackAs(loan, item, wish))
  takeItemsBack(store, loan.id, back, today)
  const detail = { loan: loan.id, items: back, liable: wish.liable, reason: wish.reason }
  const parts = [{ archiveId: archive.id, detail }]
  enter(store, hand, { action: 'loan.return', object: loanName(loan.id), parts })
  touchArchive(store, archive.id, today)
  const after = loanById(store, loan.id) as Loan
  if (after.returnedOn !== null) withdrawRenewals(office, after)
  const incidents = items.flatMap((item, at) =>
    incidentsOf(office, archive, loan, item, back[at], wish),
  )
  const [first] = waitingFor(office, { archive, materials: [] })
  const cameBack = after.items.filter(({ position }) => positions.includes(position))
  return {
    loan: after,
    archive,
    cameBack,
    incidents,
    places: placesOf(office, archive, cameBack),
    waits: first && requestById(store, first.request),
  }
}

/** A material goes back to its own place where it has one (S003-15.5-4), else to its archive's. */
function placesOf({ store }: Office, archive: Archive, items: readonly LoanItem[]) {
  const own = new Map(materialsOf(store, archive.id).map(({ id, place }) => [id, place]))
  const back = items.filter(({ condition }) => condition !== 'lost')
  return [...new Set(back.map((it) => own.get(it.materialId ?? 0) ?? archive.location))]
}

function cameBackAs(loan: Loan, item: LoanItem, wish: ReturnWish): CameBack {
  const seen = wish.seen[seenKey(loan, item)]
  const found = inspected(item, {
    condition: seen?.condition ?? wish.condition,
    pagesBack: seen?.pages ?? wish.pages ?? null,
    remark: (seen?.remark || wish.remark) ?? null,
  })
  return { position: item.position, ...found }
}

/** What is back is not renewed: whoever applied for that waits for nothing any more. */
function withdrawRenewals({ store, today }: Office, { id, archiveId }: Loan): void {
  const open = requestsWith(store, { archiveId, kind: 'renew', isOpen: true })
  for (const request of open.filter(({ wish }) => wish.loan === id))
    settleRequest(store, request.id, 'withdrawn', today, null)
}

/** Harm opens an incident where the policy knows its kind (S000-4.5-12, S002-6.4-5). */
function incidentsOf(
  office: Office,
  archive: Archive,
  loan: Loan,
  item: LoanItem,
  back: CameBack | undefined,
  { liable }: ReturnWish,
): Incident[] {
  if (!back || !isHarmed(back.condition)) return []
  const kind = back.condition === 'damaged' ? 'damage' : 'loss'
  if (!office.policy.incidents?.kinds[kind]) return []
  const material = item.seq === null ? undefined : materialAt(office.store, archive.id, item.seq)
  const somebody = liable === undefined ? undefined : somebodyIn(office.store, '--liable', liable)
  const text = back.remark ?? ''
  const said = { kind, text, archive, material, loanId: loan.id, liable: somebody }
  return [openIncident(office, said)]
}

export const seenKey = ({ id }: Pick<Loan, 'id'>, { position }: Pick<LoanItem, 'position'>) =>
  `${loanName(id)}/${position}`

/** Whatever came back harmed. */
export const harmedIn = ({ cameBack: items }: Returned): LoanItem[] =>
  items.filter(({ condition }) => condition !== null && isHarmed(condition))
