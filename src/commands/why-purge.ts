import type { Archive } from '../domain/archive.ts'
import type { Because } from '../domain/disposal-reasons.ts'
import { planDisposal } from '../domain/disposal.ts'
import { disposalFacts } from '../store/disposal-facts.ts'
import type { Desk, Office } from './desk.ts'
import type { Answer, Reason } from './why-reasons.ts'

/** Whether its time has come, by which rule, and what it is tied up in. */
export function whyPurge(desk: Desk, office: Office, archive: Archive): Answer {
  const { store, policy, today } = office
  const facts = disposalFacts(store, policy, today)(archive)
  const { mayGo, because } = planDisposal(archive, facts, policy, today)
  const { next } = desk.text.why.purge
  const reasons = because.map((it) => reasonOf(desk, it))
  return { reasons, next: mayGo ? [next(archive.number)] : [] }
}

const reasonOf = (desk: Desk, it: Because): Reason => ({
  code: terms.has(it.code) ? 'purge.retention' : `purge.${it.code}`,
  isInTheWay: it.code !== 'over',
  message: desk.text.disposal.because(it),
  source: 'source' in it ? it.source : [],
})

/** What is said of the time that an archive is kept. */
const terms = new Set<Because['code']>(['over', 'until', 'permanent', 'notBegun', 'noClass'])
