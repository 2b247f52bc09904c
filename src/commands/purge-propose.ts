import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { disposalName } from '../domain/disposal.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Staff } from '../domain/staff.ts'
import { addDisposal, disposalById, type Disposal } from '../store/disposals.ts'
import { enter } from '../store/journal.ts'
import { staffById, staffOf } from '../store/staff.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk, Office } from './desk.ts'
import { sayDisposal } from './disposal-saying.ts'
import {
  disposalRule,
  requireDisposable,
  requireSilent,
  standingOf,
  type Planned,
} from './disposing.ts'
import { numbersFrom } from './numbers-given.ts'
import { makeRequest } from './requesting.ts'
import { textGiven, wordsGiven, wordsOrNone } from './text-given.ts'

interface ProposeOptions {
  readonly reason?: string
  readonly appraisal?: string
  readonly form?: string
  readonly by?: string
  readonly late?: string
}

/** `purge propose <numbers…>`: the application for a disposal (销毁申请表, S002-9.2-1). */
export function purgeProposeCommand(desk: Desk) {
  const { propose: text, execute } = desk.text.disposal
  const command = new Command('propose')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', desk.text.disposal.plan.numbers)
    .option('--reason <reason>', text.reason)
    .option('--appraisal <text>', text.appraisal)
    .option('--form <number>', execute.form)
    .option('--by <name>', text.by)
    .option('--late <reason>', text.late)
    .action((given, options) => propose(desk, given, options))
  const examples = [
    'dangan purge propose RG2015-0001 --reason 保存期满 --appraisal 已无保存价值',
    'dangan purge plan --fields number --format csv | tail -n +2 | dangan purge propose - --reason 保存期满 --appraisal 已无保存价值',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function propose(
  desk: Desk,
  given: readonly string[],
  options: ProposeOptions,
): Promise<void> {
  const { propose: text } = desk.text.disposal
  const numbers = await numbersFrom(desk, given)
  const question = { kind: 'text', message: text.reason, option: '--reason' } as const
  const said = options.reason === undefined ? {} : { reason: options.reason }
  const { reason } = await desk.ask({ reason: question }, said)
  const done = await desk.act((office) => ({
    office,
    disposal: proposed(office, numbers, { ...options, reason }),
  }))
  const standing = standingOf(done.office, done.disposal)
  const { disposal, request, items } = standing
  const line = text.done(disposalName(disposal.id), items.length, `R${request.id}`)
  sayDisposal(desk, done.office, standing, line)
}

/** Decides and writes, in the caller's transaction: the disposal and the request for it. */
function proposed(
  office: Office,
  numbers: readonly string[],
  options: ProposeOptions & { readonly reason: string },
): Disposal {
  const { store, policy, policyVersion, hand, today } = office
  requireDating({ ...office, reason: options.late }, policy)
  const rule = disposalRule(policy)
  const reason = wordsGiven('--reason', options.reason)
  const appraisal = wordsOrNone('--appraisal', options.appraisal)
  if (rule.appraisal && appraisal === null)
    throw new Refusal('disposal.appraisal', { source: rule.appraisal.source ?? [] })
  if (!policy.requests?.chains.some(({ kinds }) => kinds.includes('purge')))
    throw new Refusal('policy.silent', { section: 'requests.chains', source: rule.source ?? [] })
  const archives = archivesFor(office, numbers)
  for (const archive of archives) requireAfterLastAct(archive, today)
  const plans = requireDisposable(office, archives)
  requireSilent(office, archives, { reason, appraisal })
  const staff = applicantOf(office, options.by)
  const requestId = requested(office, plans, staff, reason)
  const id = addDisposal(store, {
    requestId,
    reason,
    appraisal,
    formNumber: options.form === undefined ? null : textGiven('--form', options.form),
    proposedOn: today,
    policyVersion,
    items: plans.map(({ archive, verdict }) => ({
      archiveId: archive.id,
      because: verdict.because,
      retainUntil: verdict.retainUntil,
    })),
  })
  const detail = { request: `R${requestId}`, items: archives.length }
  const parts = archives.map((it) => ({ archiveId: it.id, detail }))
  enter(store, hand, { action: 'purge.propose', object: disposalName(id), parts })
  return disposalById(store, id) as Disposal
}

function applicantOf({ store, hand, operator }: Office, by: string | undefined): Staff {
  if (by !== undefined) return staffOf(store, by)
  const staff = staffById(store, hand.staffId ?? 0)
  if (staff) return staff
  throw new Refusal('person.unbound', { account: operator.account })
}

function requested(
  office: Office,
  plans: readonly Planned[],
  staff: Staff,
  purpose: string,
): number {
  const [first, ...more] = plans.map(({ archive }) => archive)
  if (!first) throw new Refusal('usage.missing', { options: ['<number>'] })
  return makeRequest(office, {
    kind: 'purge',
    applicant: { staff, outsider: null },
    takings: { archive: first, materials: [] },
    more,
    purpose,
    wish: {},
  }).id
}
