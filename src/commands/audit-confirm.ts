import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { completenessOf } from '../domain/completeness.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { nextReview } from '../domain/review.ts'
import { touchArchive } from '../store/archives.ts'
import { writeChanges } from '../store/changes.ts'
import { enter } from '../store/journal.ts'
import { confirmItems } from '../store/reviews.ts'
import { sayArchive, sayArchives } from './archive-view.ts'
import { archivesFor, enterShown, isSeveral } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'

interface ConfirmOptions {
  readonly withCustomer?: true
  readonly reason?: string
}

/** `audit confirm <numbers…>`: they were reviewed; the next review is reckoned from today (S000-4.4-2, S000-4.4-6). */
export function auditConfirmCommand(desk: Desk) {
  const { confirm: text } = desk.text.audit
  const command = new Command('confirm')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
    .option('--with-customer', text.withCustomer)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const numbers = await numbersFrom(desk, given)
      const { office, changes } = await desk.act((office) => ({
        office,
        changes: confirmed(office, archivesFor(office, numbers), options),
      }))
      await enterShown(desk, office, 'audit confirm', changes)
      const archives = changes.map(({ after }) => after)
      const sentence = ({ number, nextReviewOn }: Archive) => text.done(number, nextReviewOn)
      const [only] = archives
      if (isSeveral(given) || !only) sayArchives(desk, office.policy, archives, sentence)
      else sayArchive(desk, office.policy, only, sentence(only))
    })
  const examples = [
    'dangan audit confirm RG2025-0001 --with-customer',
    'dangan audit confirm RG2025-0001 RG2025-0002',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. @throws Refusal review.inactive */
function confirmed(
  office: Office,
  archives: readonly Archive[],
  { withCustomer, reason }: ConfirmOptions,
) {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const changes = archives.map((before) => {
    requireAfterLastAct(before, today)
    const { number, status, importance } = before
    if (status !== 'active') throw new Refusal('review.inactive', { number })
    const complete = completenessOf(before, policy).missing.length === 0
    return {
      before,
      after: { ...before, nextReviewOn: nextReview(policy, { importance, complete }, today) },
    }
  })
  const method = withCustomer ? 'customer' : undefined
  const stored = writeChanges(office, changes, 'review.confirm', { reason, method })
  const done = changes.map(({ before }, at) => ({ before, after: stored[at] ?? before }))
  enterUnmoved(office, done, { reason, method })
  for (const { id } of archives) {
    const by = { confirmedOn: today, confirmedBy: hand.staffId }
    confirmItems(store, id, { ...by, withCustomer: withCustomer ? 1 : 0 })
  }
  return done
}

/** A review that moves no day is an act all the same. */
function enterUnmoved(
  { store, hand, today }: Office,
  done: readonly { readonly before: Archive; readonly after: Archive }[],
  said: object,
): void {
  const unmoved = done.filter(({ before, after }) => before.version === after.version)
  if (unmoved.length === 0) return
  for (const { before } of unmoved) touchArchive(store, before.id, today)
  const parts = unmoved.map(({ before }) => ({ archiveId: before.id, detail: said }))
  const [only] = unmoved.length === 1 ? unmoved : []
  enter(store, hand, { action: 'review.confirm', object: only?.before.number ?? '', parts })
}
