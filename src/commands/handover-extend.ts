import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import {
  handoverName,
  requireAfterLast,
  requirePost,
  requireUnended,
  signatureOf,
  type Handover,
} from '../domain/handover.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireHere } from '../domain/staffing.ts'
import { addExtension } from '../store/handover-acts.ts'
import { handoverById } from '../store/handovers.ts'
import { dueUnder } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import {
  actorGiven,
  enterHandover,
  handoverGiven,
  handoverMeant,
  requireProof,
} from './handover-given.ts'
import { sayHandover } from './handover-view.ts'
import { nameIn } from './name-given.ts'
import { countIn, wordsGiven } from './text-given.ts'

interface ExtendOptions {
  readonly days?: string
  readonly reason?: string
  readonly by?: string
  readonly form?: string
}

/** `handover extend H1 --days 2 --reason …`: more time, for a reason, with consent (S003-15.4-9). */
export function handoverExtendCommand(desk: Desk) {
  const { extend: text } = desk.text.handover
  const command = new Command('extend')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .option('--days <count>', text.days)
    .option('--reason <reason>', text.reason)
    .option('--by <staff>', text.by)
    .option('--form <number>', text.form)
    .action(async (given, options) => {
      const name = await handoverGiven(desk, given)
      const asked = await desk.ask(
        {
          days: { kind: 'text', message: text.days, option: '--days' },
          reason: { kind: 'text', message: text.reason, option: '--reason' },
        } as const,
        {
          ...(options.days === undefined ? {} : { days: options.days }),
          ...(options.reason === undefined ? {} : { reason: options.reason }),
        },
      )
      const { office, handover } = await desk.act((office) => ({
        office,
        handover: extended(office, name, { ...options, ...asked }),
      }))
      const { id, giveBy, receiveBy } = handover
      await sayHandover(desk, office, handover, text.done(handoverName(id), giveBy, receiveBy))
    })
  const examples = [
    'dangan handover extend H1 --days 2 --reason 权证在银行办理抵押 --by 张总 --form YQ-2025-01',
    'dangan handover extend H1 --days 1 --reason 盘点未完',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. @throws Refusal policy.silent, handover.* */
function extended(
  office: Office,
  name: string,
  options: ExtendOptions & { readonly days: string; readonly reason: string },
): Handover {
  const { store, policy, hand, today } = office
  const reason = wordsGiven('--reason', options.reason)
  requireDating({ ...office, reason }, policy)
  const handover = handoverMeant(office, name)
  requireUnended(handover)
  requireAfterLast(handover, today)
  const days = countIn('--days', options.days)
  const unit = requireWithin(handover, days, office)
  const approver = actorGiven(office, options.by)
  requireHere(approver)
  requireConsent(office, handover, approver)
  const formNumber = nameIn('--form', options.form) ?? null
  requireProof(office, handover, approver, formNumber)
  const more = (from: string) => dueUnder(office, { count: days, unit }, from).dueOn
  const { giveBy, receiveBy } = handover
  const until = {
    giveBy: signatureOf(handover, 'giver') ? giveBy : more(giveBy),
    receiveBy: more(receiveBy),
  }
  const extension = { days, reason, approvedBy: approver.id, formNumber, extendedOn: today }
  addExtension(store, handover, { ...extension, enteredBy: hand.staffId }, until)
  enterHandover(office, handover, 'extend', { office: { ...extension, ...until } })
  return handoverById(store, handover.id) as Handover
}

/** How the days count. @throws Refusal policy.silent, handover.too-long */
function requireWithin(handover: Handover, days: number, { policy }: Office) {
  const rule = policy.handover?.extension
  if (!rule) throw new Refusal('policy.silent', { section: 'handover.extension', source: [] })
  const { count, unit } = rule.most
  const left = count - handover.extensions.reduce((sum, it) => sum + it.days, 0)
  if (days >= 1 && days <= left) return unit
  const facts = { handover: handoverName(handover.id), days, left, unit }
  throw new Refusal('handover.too-long', { ...facts, source: rule.source ?? [] })
}

/** @throws Refusal handover.same, handover.unfit */
function requireConsent(
  { policy }: Office,
  handover: Handover,
  approver: Parameters<typeof requirePost>[0],
): void {
  const facts = { handover: handoverName(handover.id), staff: approver.name }
  if (approver.id === handover.giverId || approver.id === handover.receiverId)
    throw new Refusal('handover.same', facts)
  const { posts, source = [] } = policy.handover?.extension ?? {}
  requirePost(approver, posts, policy, { ...facts, act: 'extend', source })
}
