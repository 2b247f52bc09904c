import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { byNumberUp } from '../domain/order.ts'
import { effectsOf, type PolicyEffect } from '../domain/policy-effects.ts'
import type { Policy } from '../domain/policy.ts'
import { listed } from '../store/listing.ts'
import type { Desk, Office } from './desk.ts'
import { selectionOf } from './filter-options.ts'
import { policyMeant } from './policy-diff.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `policy simulate <file>`: whose retention, reviews and secrecy would move under it, and why (SPEC section 4). */
export function policySimulateCommand(desk: Desk) {
  const { simulate: text, options: said } = desk.text.policy
  const command = new Command('simulate')
    .summary(text.summary)
    .description(text.description)
    .argument('[policyFile]', said.a)
    .action(async (file) => {
      const question = { kind: 'text', message: said.a, option: '<policyFile>' } as const
      const given = await desk.ask({ file: question }, file === undefined ? {} : { file })
      const office = await desk.read()
      const policy = await policyMeant(desk, office, given.file)
      await enterReadings(desk, 'policy simulate', toEnter(office, touched(office, policy)))
      const count = desk.say.listing(rows(office, policy), columnsOf(desk))
      desk.say.notice(count === 0 ? text.nothing : text.count(count))
    })
  const examples = ['dangan policy simulate general', 'dangan policy simulate office.yaml --json']
  const manual = { examples, exits: [exits.missing, exits.notPermitted, exits.badData] }
  return withManual(command, manual, desk.text)
}

interface Move extends PolicyEffect {
  readonly archive: Archive
}

/** Read a page at a time: an office may have a million. */
function* rows(office: Office, after: Policy): Generator<Move> {
  const { store, policy: before, today } = office
  for (const archive of listed(store, selectionOf(office, [], {}), byNumberUp))
    for (const effect of effectsOf(archive, before, after, today)) yield { ...effect, archive }
}

/** The archives whose reading must be entered before they are shown. */
const touched = (office: Office, after: Policy): Archive[] => {
  const meant = new Map<number, Archive>()
  for (const { archive } of rows(office, after))
    if (toEnter(office, [archive]).count > 0) meant.set(archive.id, archive)
  return [...meant.values()]
}

function columnsOf(desk: Desk) {
  const { keys } = desk.text.policy
  const said = (key: PolicyEffect['key'], value: string | null) =>
    key === 'secrecy' && value !== null
      ? desk.text.keys.secrecy[value as keyof typeof desk.text.keys.secrecy]
      : (value ?? '—')
  return [
    {
      key: 'number',
      heading: desk.text.keys.archive.number,
      value: (it: Move) => it.archive.number,
    },
    {
      key: 'key',
      heading: keys.moves,
      value: (it: Move) => it.key,
      shown: (it: Move) => desk.text.keys.archive[it.key],
    },
    {
      key: 'before',
      heading: keys.before,
      value: (it: Move) => it.before,
      shown: (it: Move) => said(it.key, it.before),
    },
    {
      key: 'after',
      heading: keys.after,
      value: (it: Move) => it.after,
      shown: (it: Move) => said(it.key, it.after),
    },
    { key: 'because', heading: keys.at, value: (it: Move) => it.at },
    {
      key: 'source',
      heading: keys.source,
      value: (it: Move) => it.source,
      shown: (it: Move) => it.source.join(' '),
    },
  ]
}
