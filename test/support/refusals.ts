import { Refusal } from '../../src/domain/refusal.ts'

/** What the office says no with. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  throw new Error('nothing was refused')
}
