import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MaterialSaid } from '../domain/material-draft.ts'
import type { Catalog } from '../messages/catalog.ts'
import type { Desk } from './desk.ts'

/** What `attach` may be told. */
export interface AttachOptions extends MaterialSaid {
  readonly match?: string
  readonly list?: true
  readonly get?: true
  readonly output?: string
  readonly update?: true
  readonly remove?: true
  readonly verify?: true
  readonly reason?: string
}

/**
 * `attach <number> [files…]`: enters a document in an archive, on paper or with its file; `--list`,
 * `--get`, `--update`, `--remove` and `--verify` look after those that are there (SPEC 5, S003-15.4-2).
 */
export function attachCommand(desk: Desk) {
  const text = desk.text.material
  const command = new Command('attach')
    .summary(text.summary)
    .description(text.description)
    .argument('[number]', text.number)
    .argument('[files...]', text.files)
  withMaterialOptions(command, text.options)
    .option('--match <pattern>', text.options.match)
    .option('--list', text.options.list)
    .option('--get', text.options.get)
    .option('-o, --output <path>', text.options.output)
    .option('--update', text.options.update)
    .option('--remove', text.options.remove)
    .option('--verify', text.options.verify)
    .option('--reason <reason>', text.options.reason)
    .action(async (first, rest, options) => {
      const given = first === undefined ? [] : [first, ...rest]
      await formOf(options as AttachOptions)(desk, given, options as AttachOptions)
    })
  return withManual(command, manual, desk.text)
}

const withMaterialOptions = <Args extends unknown[]>(
  command: Command<Args>,
  text: Catalog['material']['options'],
) =>
  command
    .option('--title <title>', text.title)
    .option('--kind <kind>', text.kind)
    .option('--document-number <number>', text.documentNumber)
    .option('--part <part>', text.part)
    .option('--order <place>', text.order)
    .option('--pages <count>', text.pages)
    .option('--copies <count>', text.copies)
    .option('--form <form>', text.form)
    .option('--counterpart <material>', text.counterpart)
    .option('--medium <medium>', text.medium)
    .option('--on <day>', text.on)
    .option('--secrecy <level>', text.secrecy)
    .option('--place <place>', text.place)
    .option('--keeper <name>', text.keeper)
    .option('--from <name>', text.from)
    .option('--annex', text.annex)
    .option('--no-annex', text.noAnnex)

const manual = {
  examples: [
    'dangan attach RG2025-0001 合同.pdf --kind 合同 --pages 12 --on 2025-03-01',
    'dangan attach RG2025-0001 --title 营业执照 --kind 资质证照 --form copy --copies 2',
    "dangan attach scans/ --match '{number}-*' --dry-run",
    'dangan attach --list 0001',
    'dangan attach --get RG2025-0001/3 -o 合同.pdf',
    'dangan attach --verify',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.integrity, exits.badData],
}

type Form = (desk: Desk, given: readonly string[], options: AttachOptions) => Promise<void>

/** What there is to be done, loaded when it is needed. @throws Refusal usage.together */
function formOf(options: AttachOptions): Form {
  const said = forms.filter(([name]) => options[name])
  const [form, other] = said
  if (form && other)
    throw new Refusal('usage.together', { options: [`--${form[0]}`, `--${other[0]}`] })
  if (options.output !== undefined && form?.[0] !== 'get')
    throw new Refusal('usage.together', { options: ['--output', form ? `--${form[0]}` : 'attach'] })
  return form ? form[1] : attach
}

const attach: Form = async (...it) => (await import('./attach-files.ts')).attachGiven(...it)

const forms: readonly (readonly ['list' | 'get' | 'update' | 'remove' | 'verify', Form])[] = [
  ['list', async (desk, given) => (await import('./attach-list.ts')).listMaterials(desk, given)],
  ['get', async (...it) => (await import('./attach-get.ts')).getFiles(...it)],
  ['update', async (...it) => (await import('./attach-update.ts')).updateMaterial(...it)],
  ['remove', async (...it) => (await import('./attach-remove.ts')).removeMaterials(...it)],
  ['verify', async (desk, given) => (await import('./attach-verify.ts')).verifyFiles(desk, given)],
]
