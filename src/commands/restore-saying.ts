import type { Desk } from './desk.ts'
import type { RestorePlan } from './restore-plan.ts'
import type { Restored } from './restoring.ts'

/** What lies there now, as other programs see it. */
function presentShown({ present, sound }: RestorePlan, keptAs: string | null) {
  if (present.state === 'none') return null
  const isReadable = present.state === 'readable'
  const holdings = isReadable ? present.holdings : undefined
  return {
    state: present.state,
    archives: holdings?.archives ?? null,
    journalHead: holdings?.head ?? null,
    entriesSince: holdings ? holdings.seq - sound.holdings.seq : null,
    keptAs,
  }
}

/** Before anything is done: what would be replaced, what would be lost, what would be destroyed again. */
export function warnOf(desk: Desk, plan: RestorePlan): void {
  const text = desk.text.restore
  const { sound, present, wish, registers } = plan
  const { archives, seq } = sound.holdings
  desk.say.notice(
    text.found(sound.name, sound.madeAt?.slice(0, 16).replace('T', ' ') ?? null, archives),
  )
  if (present.state === 'damaged') desk.say.notice(text.damaged(wish.target, present.reason))
  if (present.state === 'readable')
    desk.say.notice(
      text.replaces(wish.target, present.holdings.archives, present.holdings.seq - seq),
    )
  else desk.say.notice(text.numbersUnknown)
  if (registers.length === 0 && present.state !== 'readable') desk.say.notice(text.unregistered)
}

/** `--dry-run`. */
export function sayPlan(desk: Desk, plan: RestorePlan): void {
  const { wish, sound, suppressed, registers } = plan
  const { name: backup, madeAt, checks, holdings } = sound
  const { archives } = holdings
  const planned = {
    ...{ backup, path: wish.target, madeAt, archives },
    ...{ restored: archives - suppressed, suppressed, numbers: null, voided: null },
    ...{ replaced: presentShown(plan, null), registers, journalHead: null, checks, ok: null },
  }
  desk.say.result(planned, () => [desk.text.restore.planned(archives - suppressed, suppressed)])
  desk.say.notice(desk.text.program.dryRun)
}

export function sayRestored(desk: Desk, plan: RestorePlan, it: Restored): void {
  const text = desk.text.restore
  const { wish, sound, registers } = plan
  const { archives, keptAs, suppressed, voided, journalHead, checks } = it
  const restored = archives - suppressed.archives
  const result = {
    ...{ backup: sound.name, path: wish.target, madeAt: sound.madeAt, archives },
    ...{ restored, suppressed: suppressed.archives, numbers: suppressed.numbers, voided },
    ...{ replaced: presentShown(plan, keptAs), registers, journalHead, checks, ok: true },
  }
  desk.say.result(result, () => [text.done(wish.target, restored, suppressed.archives)])
  if (suppressed.archives > 0)
    desk.say.notice(wish.key ? text.sealed : text.searched(suppressed.values.size))
  if (voided > 0) desk.say.notice(text.voided(voided))
  if (keptAs !== null) desk.say.notice(text.kept(keptAs))
  desk.say.notice(desk.text.program.next('dangan doctor'))
}
