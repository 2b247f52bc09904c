import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MaterialSaid } from '../domain/material-draft.ts'
import type { Catalog } from '../messages/catalog.ts'
import type { Desk } from './desk.ts'
import { outputPath } from './output-option.ts'

/** What `attach` may be told. */
export interface AttachOptions extends MaterialSaid {
  readonly match?: string
  readonly list?: true
  readonly safe?: true
  readonly get?: true
  readonly output?: string
  readonly update?: true
  readonly remove?: true
  readonly verify?: true
  readonly seal?: string
  readonly missing?: true
  readonly to?: string
  readonly due?: string
  readonly print?: true
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
    .option('--safe', text.options.safe)
    .option('--print', desk.text.checklist.options.print)
    .option('--missing', desk.text.checklist.options.missing)
    .option('--to <name>', desk.text.checklist.options.to)
    .option('--due <day>', desk.text.checklist.options.due)
    .option('--seal <places>', desk.text.checklist.options.seal)
    .option('--get', text.options.get)
    .option('-o, --output <path>', text.options.output, outputPath)
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
    'dangan attach --list 0001 --print > 目录.txt',
    'dangan attach --list --safe --format csv --headings > 权证台账.csv',
    'dangan attach --missing 0001 --to 王芳 --due 2026-12-01',
    'dangan attach --seal P18,P19 RG2025-0001/3',
    'dangan attach --get RG2025-0001/3 -o 合同.pdf',
    'dangan attach --get RG2025-0001/3 -o - | gzip > 合同.pdf.gz',
    'dangan attach --verify',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.integrity, exits.badData],
}

type Form = (desk: Desk, given: readonly string[], options: AttachOptions) => Promise<void>

/** What there is to be done, loaded when it is needed. @throws Refusal usage.together */
function formOf(options: AttachOptions): Form {
  const said = forms.filter(([name]) => options[name] !== undefined)
  const [form, other] = said
  if (form && other)
    throw new Refusal('usage.together', { options: [`--${form[0]}`, `--${other[0]}`] })
  if (options.output !== undefined && form?.[0] !== 'get')
    throw new Refusal('usage.together', { options: ['--output', form ? `--${form[0]}` : 'attach'] })
  for (const [option, its] of belongings)
    if (options[option] !== undefined && form?.[0] !== its)
      throw new Refusal('usage.together', {
        options: [`--${option}`, form ? `--${form[0]}` : 'attach'],
      })
  return form ? form[1] : attach
}

/** Options that belong to one form only. */
const belongings = [
  ['print', 'list'],
  ['safe', 'list'],
  ['to', 'missing'],
  ['due', 'missing'],
] as const

const attach: Form = async (...it) => (await import('./attach-files.ts')).attachGiven(...it)

const forms: readonly (readonly [
  'list' | 'missing' | 'seal' | 'get' | 'update' | 'remove' | 'verify',
  Form,
])[] = [
  ['list', async (...it) => (await import('./attach-list.ts')).listMaterials(...it)],
  ['missing', async (...it) => (await import('./attach-missing.ts')).listMissing(...it)],
  ['seal', async (...it) => (await import('./attach-seal.ts')).noteSeals(...it)],
  ['get', async (...it) => (await import('./attach-get.ts')).getFiles(...it)],
  ['update', async (...it) => (await import('./attach-update.ts')).updateMaterial(...it)],
  ['remove', async (...it) => (await import('./attach-remove.ts')).removeMaterials(...it)],
  ['verify', async (desk, given) => (await import('./attach-verify.ts')).verifyFiles(desk, given)],
]
