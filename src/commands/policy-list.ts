import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import { standingOf, type Standing } from '../domain/policy-adoption.ts'
import type { Policy } from '../domain/policy.ts'
import { versionsWithRules } from '../store/adoption.ts'
import { policyVersions } from '../store/policies.ts'
import type { Desk } from './desk.ts'
import { sinceText } from './policy-view.ts'
import { readyPolicies } from './ready-policies.ts'

/** `policy list`: the versions that were adopted; `--ready`: the policies to begin with. */
export function policyListCommand(desk: Desk) {
  const { list: text, options: said } = desk.text.policy
  const command = new Command('list')
    .summary(text.summary)
    .description(text.description)
    .option('--ready', said.ready)
    .action(({ ready }) => (ready ? listReady(desk) : listVersions(desk)))
  const examples = ['dangan policy list', 'dangan policy list --ready']
  return withManual(command, { examples, exits: [] }, desk.text)
}

async function listVersions(desk: Desk): Promise<void> {
  const { keys, status } = desk.text.policy
  const { store, today } = await desk.read()
  const rules = versionsWithRules(store)
  const rows = policyVersions(store).flatMap((adopted) => {
    const own = rules.find(({ version }) => version === adopted.version)
    return own ? [{ ...adopted, policy: own.policy, standing: standingOf(own, rules, today) }] : []
  })
  desk.say.listing(rows, [
    { key: 'version', heading: keys.version, value: (it) => it.version },
    {
      key: 'effectiveFrom',
      heading: keys.effectiveFrom,
      value: (it) => it.effectiveFrom,
      shown: (it) => sinceText(desk, it.effectiveFrom),
    },
    { key: 'adoptedOn', heading: keys.adoptedOn, value: (it) => it.adoptedOn },
    {
      key: 'status',
      heading: keys.status,
      value: (it): Standing => it.standing,
      shown: (it) => status[it.standing],
    },
    { key: 'policy', heading: keys.policy, value: (it) => it.policy.policy },
    {
      key: 'title',
      heading: keys.title,
      value: (it) => it.policy.title[desk.language],
    },
    { key: 'reason', heading: keys.reason, value: (it) => it.reason },
  ])
}

async function listReady(desk: Desk): Promise<void> {
  const { keys } = desk.text.policy
  const ready = await readyPolicies()
  const rows = ready.names.map((name): Policy => ready.read(name).policy)
  desk.say.listing(rows, [
    { key: 'policy', heading: keys.policy, value: (it) => it.policy },
    { key: 'title', heading: keys.title, value: (it) => it.title[desk.language] },
    {
      key: 'types',
      heading: desk.text.policy.sections.types,
      value: (it) => Object.keys(it.types),
      shown: (it) => labelsOf(it, desk),
    },
    {
      key: 'source',
      heading: keys.source,
      value: (it) => it.source ?? [],
      shown: (it) => (it.source ?? []).join(' '),
    },
  ])
}

const labelsOf = ({ types }: Policy, desk: Desk): string =>
  Object.values(types)
    .map(({ label }) => label[desk.language])
    .join(desk.text.program.marks.items)
