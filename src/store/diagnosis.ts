import { Refusal } from '../domain/refusal.ts'
import { faultOf } from './faults.ts'
import { versionUnlikeItsSeal } from './policies.ts'
import type { Store } from './store.ts'

/** Errors that nobody throws on purpose: a value was not what it had to be. */
const surprises = new Set<unknown>([Error, TypeError, RangeError, SyntaxError])

/**
 * What was thrown, or the reason behind it: where the program stumbled over something that cannot
 * be, the file is looked at before the program is blamed.
 */
export function diagnosed(thrown: unknown, store: Store): unknown {
  const fault = faultOf(thrown, store.path)
  if (fault !== thrown || !surprises.has((thrown as object | null)?.constructor)) return fault
  const damage = damageIn(store)
  return damage ? new Refusal('file.damaged', { path: store.path, reason: damage }) : thrown
}

/** Columns that hold JSON and are not checked at every write. */
const garbledText = `
  SELECT number FROM archive WHERE NOT json_valid(contacts) OR NOT json_valid(fields)
  UNION ALL SELECT 'entry ' || id FROM entry WHERE NOT json_valid(fields)
  LIMIT 1`

/** The first thing that SQLite finds wrong with the file's structure or values. */
function damageIn(store: Store): string | undefined {
  try {
    const found = String(store.pragma('quick_check(1)'))
    if (found !== 'ok') return found
    const [garbled] = store.walk(garbledText)
    if (garbled) return `malformed JSON in ${garbled[0]}`
    const version = versionUnlikeItsSeal(store)
    return version === undefined ? undefined : `policy version ${version} is not as it was adopted`
  } catch (thrown) {
    const isDamage = thrown instanceof Refusal && thrown.code === 'file.damaged'
    return isDamage ? (thrown as Refusal<'file.damaged'>).facts.reason : undefined
  }
}
