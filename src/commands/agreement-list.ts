import { UsageFault } from '../cli/failure.ts'
import {
  agreementRules,
  agreementsLacking,
  isStanding,
  type Agreement,
  type Signatory,
} from '../domain/agreement.ts'
import { addDays } from '../domain/day.ts'
import { isActive } from '../domain/staff.ts'
import { agreementsOf, allAgreements } from '../store/agreements.ts'
import { staffList } from '../store/staff.ts'
import { agreementColumns, agreementKindWord, agreementShown } from './agreement-view.ts'
import type { Desk } from './desk.ts'

/** Which agreements are wanted. */
export interface AgreementListing {
  /** Of this person only. */
  readonly signatory: Signatory | undefined
  /** A key of the policy's agreements. */
  readonly kind: string | undefined
  readonly all: boolean
  /** Those that end within so many days. */
  readonly expiring: string | undefined
}

/** `staff agreement --list`: those that hold, the first to end first. */
export async function sayAgreements(desk: Desk, wanted: AgreementListing): Promise<void> {
  const { signatory, kind, all } = wanted
  const days = wanted.expiring === undefined ? undefined : daysIn(desk, wanted.expiring)
  const office = await desk.read()
  const { store, today } = office
  const found = signatory ? agreementsOf(store, signatory) : allAgreements(store)
  const endsBy = days === undefined ? undefined : addDays(today, days)
  const rows = found
    .filter((it) => kind === undefined || it.kind === kind)
    .filter((it) => (all && endsBy === undefined) || isStanding(it, today))
    .filter(({ until }) => endsBy === undefined || (until !== null && until <= endsBy))
    .toSorted(soonestFirst)
    .map((it) => agreementShown(it, today))
  desk.say.listing(rows, agreementColumns(desk, office, all))
  if (rows.length === 0) desk.say.notice(desk.text.agreement.none)
}

const soonestFirst = (a: Agreement, b: Agreement): number => {
  const [one, other] = [a.until ?? '9999-12-31', b.until ?? '9999-12-31']
  return one < other ? -1 : one > other ? 1 : a.id - b.id
}

function daysIn(desk: Desk, raw: string): number {
  if (/^\d{1,5}$/.test(raw)) return Number(raw)
  throw new UsageFault(desk.text.program.usage.badNumber('--expiring', raw))
}

/** `staff agreement --missing`: who works on archives and has not signed what the policy wants (S002-7.1-2). */
export async function sayUnsigned(desk: Desk): Promise<void> {
  const { store, policy, today } = await desk.read()
  agreementRules(policy)
  const rows = staffList(store)
    .filter((staff) => isActive(staff, today))
    .flatMap((staff) => {
      const signatory = { staff, outsider: null }
      const use = { use: 'handle', day: today } as const
      const lacks = agreementsLacking(signatory, agreementsOf(store, signatory), policy, use)
      return lacks.map(({ kind, last }) => ({ staff, kind, last }))
    })
  const { keys, noneMissing } = desk.text.agreement
  desk.say.listing(rows, [
    { key: 'staff', heading: keys.staff, value: ({ staff }) => staff.id },
    { key: 'name', heading: keys.name, value: ({ staff }) => staff.name },
    { key: 'post', heading: keys.post, value: ({ staff }) => staff.post },
    { key: 'department', heading: keys.department, value: ({ staff }) => staff.department },
    {
      key: 'kind',
      heading: keys.kind,
      value: ({ kind }) => kind,
      shown: ({ kind }) => agreementKindWord(desk, policy, kind),
    },
    {
      key: 'last',
      heading: keys.last,
      value: ({ last }) => last?.endedOn ?? last?.until ?? null,
    },
  ])
  if (rows.length === 0) desk.say.notice(noneMissing)
}
