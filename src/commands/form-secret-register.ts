import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { choicesOf } from '../domain/draft.ts'
import { isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import { clearanceOf } from '../domain/staff.ts'
import { exceeds, secrecyLevels, type Secrecy } from '../domain/words.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'
import { secretHoldings, secretRegisterSheet } from './secret-register.ts'
import { archivesIn, levelWord, type SheetLine } from './sheet-lines.ts'

interface SecretOptions extends PrintOptions {
  readonly level?: string
}

/** `form secret-register`: 机密、绝密登记册, for those who are cleared (F13; S001-22-3). */
export function secretRegisterFormCommand(desk: Desk) {
  const { secretRegister: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('secret-register')
    .summary(text.summary)
    .description(text.description)
    .option('--level <level>', text.level)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((options) => printSecretRegister(desk, options))
  const examples = [
    'dangan form secret-register',
    'dangan form secret-register --level 绝密 -o top-secret.html',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function printSecretRegister(desk: Desk, options: SecretOptions): Promise<void> {
  const { secretRegister: text } = desk.text.sheet
  const { items } = desk.text.program.marks
  let lines: SheetLine[] = []
  let levels: Secrecy[] = []
  const printed = await printForm(desk, options, (office) => {
    levels = levelsFor(desk, office, options.level)
    lines = secretHoldings(office, levels)
    const title = text.title(levels.map((level) => levelWord(desk, level)).join(items))
    return {
      form: 'secret-register',
      archives: archivesIn(lines),
      object: '',
      sheets: 1,
      name: desk.text.form.name(text.file, office.today, 1),
      detail: () => ({ levels }),
      page: (foot) => ({
        title,
        styles: sheetStyles,
        landscape: true,
        ...runningFoot(desk, title, foot),
        sheets: [formSheet(secretRegisterSheet(desk, office, levels, lines, foot))],
      }),
    }
  })
  sayForm(desk, printed, { form: 'secret-register', levels, lines: lines.length })
}

/**
 * The levels that a register is of: as was said, else 机密 and above as far as the operator is
 * cleared. @throws Refusal value.bad, person.not-cleared
 */
function levelsFor(desk: Desk, { policy, operator }: Office, said?: string): Secrecy[] {
  const clearance = clearanceOf(operator)
  const registered = secrecyLevels.slice(secrecyLevels.indexOf('confidential'))
  const levels =
    said === undefined
      ? registered.filter((level) => !exceeds(level, clearance))
      : [levelNamed(said, policy)]
  const asked = levels[0] ?? 'confidential'
  if (!exceeds(asked, clearance)) return levels
  const number = desk.text.sheet.secretRegister.title(levelWord(desk, asked))
  throw new Refusal('person.not-cleared', { number, secrecy: asked, clearance })
}

/** @throws Refusal value.bad */
function levelNamed(said: string, policy: Office['policy']): Secrecy {
  const level = readChoice(choicesOf('secrecy', policy) ?? {}, said)
  if (isInvalid(level))
    throw new Refusal('value.bad', { problems: [{ key: '--level', value: said, invalid: level }] })
  return (level === '' ? 'confidential' : level) as Secrecy
}
