import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { worstOf, type Health } from '../domain/health.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'
import { healthOf } from './doctor-checks.ts'
import { castAnew, type Recast } from './doctor-recasting.ts'
import { renewIndex } from './reindex.ts'

/** `doctor`: how the file, its place and its safeguards stand; or writes the file anew (SPEC section 13). */
export function doctorCommand(desk: Desk) {
  const text = desk.text.doctor
  const command = new Command('doctor')
    .summary(text.summary)
    .description(text.description)
    .option('--encrypt', text.options.encrypt)
    .option('--rekey', text.options.rekey)
    .option('--decrypt', text.options.decrypt)
    .option('--compact', text.options.compact)
    .option('--reindex', text.options.reindex)
    .option('--new-key-file <path>', text.options.newKeyFile)
    .action(async ({ newKeyFile, ...wanted }) => {
      const acts = Object.keys(wanted) as (Recast | 'reindex')[]
      if (acts.length > 1)
        throw new Refusal('usage.together', { options: acts.map((act) => `--${act}`) })
      const [act] = acts
      if (newKeyFile !== undefined && act !== 'encrypt' && act !== 'rekey')
        throw new Refusal('usage.missing', { options: ['--encrypt | --rekey'] })
      if (act === undefined) return examine(desk)
      return act === 'reindex' ? indexAnew(desk) : castAnew(desk, act, newKeyFile)
    })
  const examples = [
    'dangan doctor',
    'dangan doctor --json',
    'dangan doctor --encrypt --new-key-file keys/office.key',
    'dangan doctor --compact',
  ]
  return withManual(command, { examples, exits: manualExits }, desk.text)
}

const manualExits = [
  exits.refused,
  exits.missing,
  exits.notPermitted,
  exits.busy,
  exits.integrity,
  exits.attention,
]

async function examine(desk: Desk): Promise<void> {
  const found = await healthOf(desk)
  desk.say.listing(found, columns(desk))
  const worst = worstOf(found)
  const { tally } = desk.text.doctor
  const count = (state: Health['state']) => found.filter((it) => it.state === state).length
  desk.say.notice(worst === 'ok' ? tally.ok : tally.found(count('error'), count('warning')))
  if (found.some(isDamage)) desk.finish(exits.integrity)
  else if (worst !== 'ok') desk.finish(exits.attention)
}

/** Broken inside: nothing of it is to be trusted before it is restored. */
const isDamage = ({ check, state }: Health): boolean =>
  state === 'error' && ['schema', 'structure', 'references', 'journal'].includes(check)

function columns({ text }: Desk): readonly Column<Health>[] {
  const { headings, checks, states } = text.doctor
  return [
    {
      key: 'check',
      heading: headings.check,
      value: (it) => it.check,
      shown: (it) => checks[it.check],
    },
    {
      key: 'state',
      heading: headings.state,
      value: (it) => it.state,
      shown: (it) => states[it.state],
    },
    { key: 'said', heading: headings.said, value: (it) => it.said },
    { key: 'hint', heading: headings.hint, value: (it) => it.hint },
  ]
}

/** Makes the search index anew, where it differs from what there is. */
async function indexAnew(desk: Desk): Promise<void> {
  const { store } = await desk.write()
  if (desk.globals.dryRun) return desk.say.notice(desk.text.program.dryRun)
  await renewIndex(desk, store)
  desk.say.result({ reindexed: true }, () => [desk.text.doctor.reindexed])
}
