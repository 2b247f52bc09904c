import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { comparePolicies } from '../domain/policy-compare.ts'
import type { Policy } from '../domain/policy.ts'
import { policyDocument } from '../exchange/policy-source.ts'
import { policyOf, policyVersions } from '../store/policies.ts'
import type { Desk, Office } from './desk.ts'
import { versionOf } from './policy-show.ts'
import { changeColumns } from './policy-view.ts'
import { readyPolicies } from './ready-policies.ts'

/** `policy diff [a] [b]`: what differs between versions, ready policies and files. */
export function policyDiffCommand(desk: Desk) {
  const { diff: text, options: said } = desk.text.policy
  const command = new Command('diff')
    .summary(text.summary)
    .description(text.description)
    .argument('[a]', said.a)
    .argument('[b]', said.b)
    .action(async (a, b) => {
      const office = await desk.read()
      const pair = await pairOf(desk, office, a, b)
      const changes = pair ? comparePolicies(pair[0], pair[1]) : []
      desk.say.listing(changes, changeColumns(desk))
      if (changes.length === 0) desk.say.notice(pair ? text.same : text.only)
    })
  const examples = [
    'dangan policy diff',
    'dangan policy diff general',
    'dangan policy diff 1 office.yaml --json',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.badData] }, desk.text)
}

/** The two to compare, the older first; undefined where there is only one. */
async function pairOf(
  desk: Desk,
  office: Office,
  a: string | undefined,
  b: string | undefined,
): Promise<readonly [Policy, Policy] | undefined> {
  if (a === undefined) return lastTwo(office)
  const one = await policyMeant(desk, office, a)
  if (b !== undefined) return [one, await policyMeant(desk, office, b)]
  return isNumber(a) ? [one, office.policy] : [office.policy, one]
}

function lastTwo({ store }: Office): readonly [Policy, Policy] | undefined {
  const [before, after] = policyVersions(store).slice(-2)
  if (!before || !after) return undefined
  return [policyOf(store, before.version) as Policy, policyOf(store, after.version) as Policy]
}

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** A version by its number, a ready policy by its name, else a file. */
export async function policyMeant(desk: Desk, office: Office, text: string): Promise<Policy> {
  if (isNumber(text)) return policyOf(office.store, versionOf(office, text).version) as Policy
  const ready = await readyPolicies()
  if (ready.names.includes(text)) return ready.read(text).policy
  return ready.readFile(policyDocument(text, desk.stdin), text)
}
