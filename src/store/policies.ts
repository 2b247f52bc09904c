import { createHash } from 'node:crypto'
import { policyOn, type Policy, type PolicyVersion } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** A version with the circumstances of its adoption. */
export interface Adopted extends Omit<PolicyVersion, 'policy'> {
  readonly document: string
  readonly reason: string | null
  readonly adoptedOn: Day
}

export function adoptPolicy(
  store: Store,
  adopted: Omit<Adopted, 'version'> & { readonly policy: Policy },
): number {
  const row = { ...adopted, policy: JSON.stringify(adopted.policy) }
  const last = query
    .selectFrom('policyVersion')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
  const version = (store.first(last)?.version ?? 0) + 1
  store.run(query.insertInto('policyVersion').values({ ...row, version }))
  return version
}

export const policyVersions = (store: Store): Adopted[] =>
  store.all(
    query
      .selectFrom('policyVersion')
      .select(['version', 'effectiveFrom', 'document', 'reason', 'adoptedOn'])
      .orderBy('version'),
  )

/** The version in force on a day; the first has no lower bound, so there always is one (SPEC 15.11). */
export function policyInForce(store: Store, day: Day): PolicyVersion {
  const dates = query.selectFrom('policyVersion').select(['version', 'effectiveFrom'])
  const versions = store.all(dates).map((it) => ({ ...it, policy: {} as Policy }))
  const { version, effectiveFrom } = policyOn(versions, day) as PolicyVersion
  return { version, effectiveFrom, policy: policyOf(store, version) as Policy }
}

/**
 * What the journal keeps of a version's rules as they are stored, for whoever doubts them: the first
 * version's under `registry.create`, a later one's under `policy.adopt`.
 */
export const rulesSeal = (store: Store, version: number): string =>
  createHash('sha256')
    .update(textOf(store, version) ?? '')
    .digest('hex')

/** The first version that is not as it was adopted; undefined: none, as far as the journal tells. */
export function versionUnlikeItsSeal(store: Store): number | undefined {
  const sealed = store.walk(
    `SELECT ifnull(detail ->> '$.version', 1), detail ->> '$.rules'
     FROM journal JOIN journal_detail USING (seq)
     WHERE action IN ('registry.create', 'policy.adopt') AND detail ->> '$.rules' IS NOT NULL`,
  )
  for (const [version, seal] of sealed)
    if (rulesSeal(store, Number(version)) !== seal) return Number(version)
  return undefined
}

/** Versions never change once adopted: each is read once. */
const read = new WeakMap<Store, Map<number, Policy>>()

export function policyOf(store: Store, version: number): Policy | undefined {
  const known = read.get(store) ?? new Map<number, Policy>()
  read.set(store, known)
  const policy = known.get(version) ?? readPolicy(store, version)
  if (policy) known.set(version, policy)
  return policy
}

const textOf = (store: Store, version: number): string | undefined =>
  store.first(query.selectFrom('policyVersion').select('policy').where('version', '=', version))
    ?.policy

function readPolicy(store: Store, version: number): Policy | undefined {
  const text = textOf(store, version)
  return text === undefined ? undefined : (JSON.parse(text) as Policy)
}
