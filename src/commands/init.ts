import { Command } from '@commander-js/extra-typings'
import { resolve } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { dayIn } from '../domain/day.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { termsVersion } from '../domain/search-terms.ts'
import { nearest } from '../domain/suggest.ts'
import { schemaSteps } from '../exchange/package-files.ts'
import { enter } from '../store/journal.ts'
import { adoptPolicy, rulesSeal } from '../store/policies.ts'
import { isThere } from '../store/place.ts'
import { foundRegistry } from '../store/registry.ts'
import { addStaff } from '../store/staff.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { newKey } from './new-key.ts'
import { readyPolicies } from './ready-policies.ts'

interface InitOptions {
  policy?: string
  encrypt?: true
  newKeyFile?: string
  name?: string
  post?: string
  department?: string
}

/** `init`: makes an empty archive file under a ready policy; the operator becomes staff 1 (SPEC 15.1). */
export function initCommand(desk: Desk) {
  const text = desk.text.office.init
  const command = new Command('init')
    .summary(text.summary)
    .description(text.description)
    .option('--policy <name>', text.options.policy)
    .option('--encrypt', text.options.encrypt)
    .option('--new-key-file <path>', text.options.newKeyFile)
    .option('--name <name>', text.options.name)
    .option('--post <post>', text.options.post)
    .option('--department <department>', text.options.department)
    .action(async (options) => initialize(desk, options as InitOptions))
  const examples = ['dangan init', 'dangan init --policy denture --name 李娜 --post 档案管理员']
  return withManual(command, { examples, exits: [exits.refused] }, desk.text)
}

async function initialize(desk: Desk, options: InitOptions): Promise<void> {
  const founded = await foundOffice(desk, options)
  if (!founded) return desk.say.notice(desk.text.program.dryRun)
  const { sentence, ...result } = founded
  desk.say.result(result, () => [sentence])
  const { plainWarning, sealedWarning } = desk.text.office.init
  desk.say.notice(founded.encrypted ? sealedWarning(options.newKeyFile) : plainWarning)
  desk.say.notice(desk.text.program.next('dangan add'))
}

/** What was made, and the sentence that says so. */
interface Founded {
  readonly file: string
  readonly policy: string
  readonly staff: number
  readonly encrypted: boolean
  readonly sentence: string
}

/** Makes the file; also what a command offers where there is none yet. Undefined: a dry run. */
export async function foundOffice(desk: Desk, options: InitOptions): Promise<Founded | undefined> {
  const path = resolve(desk.globals.file)
  if (isThere(path)) throw new Refusal('file.exists', { path })
  if (options.newKeyFile !== undefined && !options.encrypt)
    throw new Refusal('usage.missing', { options: ['--encrypt'] })
  const who = await askWho(desk, options)
  const chosen = await chosenPolicy(options.policy ?? 'denture')
  if (desk.globals.dryRun) return undefined
  const key = options.encrypt
    ? await newKey(options.newKeyFile, () => desk.key(path, true))
    : undefined
  const founding = { at: desk.now(), termsVersion: termsVersion(), key: key?.key }
  try {
    foundRegistry(path, schemaSteps(), founding, (store) =>
      establish(desk, store, chosen, { ...options, ...who }),
    )
  } catch (thrown) {
    key?.takeBack()
    throw thrown
  }
  const { policy, title } = chosen.policy
  const sentence = desk.text.office.init.done(path, title[desk.language], who.name)
  return { file: path, policy, staff: 1, encrypted: key !== undefined, sentence }
}

/** A name and a post: asked for at a terminal, else taken from the account. */
async function askWho(desk: Desk, options: InitOptions): Promise<{ name: string; post: string }> {
  const text = desk.text.office.init
  const given = {
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.post === undefined ? {} : { post: options.post }),
  }
  if (!desk.globals.interactive) return { name: desk.account, post: text.defaultPost, ...given }
  const name = {
    kind: 'text',
    message: text.ask.name,
    option: '--name',
    initial: desk.account,
  } as const
  const post = {
    kind: 'text',
    message: text.ask.post,
    option: '--post',
    initial: text.defaultPost,
  } as const
  return desk.ask({ name, post }, given)
}

async function chosenPolicy(name: string): Promise<{ policy: Policy; document: string }> {
  const ready = await readyPolicies()
  const choices = ready.names
  if (choices.includes(name)) return ready.read(name)
  const suggestion = nearest(name, choices)
  throw new Refusal('usage.bad-option', { option: '--policy', value: name, choices, suggestion })
}

/** Policy version 1, without a lower bound of date; staff 1, bound to the operator's account, top clearance. */
function establish(
  desk: Desk,
  store: Store,
  chosen: { policy: Policy; document: string },
  who: InitOptions & { name: string },
): void {
  store.transact(() => {
    const today = dayIn(new Date(desk.now()), chosen.policy.timeZone)
    const adopted = { effectiveFrom: null, reason: null, adoptedOn: today }
    const policyVersion = adoptPolicy(store, { ...chosen, ...adopted })
    const staff = addStaff(store, {
      name: who.name,
      post: who.post ?? null,
      department: who.department ?? null,
      clearance: 'topSecret',
      osAccount: desk.account,
      joinedOn: today,
      leftOn: null,
    })
    const hand = { staffId: staff.id, account: desk.account, today, now: desk.now, policyVersion }
    const rules = rulesSeal(store, policyVersion)
    const detail = { policy: chosen.policy.policy, staff, rules }
    enter(store, hand, {
      action: 'registry.create',
      object: '',
      parts: [{ archiveId: 0, detail }],
    })
  })
}
