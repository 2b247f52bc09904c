import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { basisNamed } from '../domain/disclosure.ts'
import { disclosureBases } from '../domain/disclosure-bases.ts'
import { Refusal } from '../domain/refusal.ts'
import { readRequestName } from '../domain/request.ts'
import { isSeveral } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { listCommand } from './disclose-list.ts'
import { disclosed, issuedDisclosure, type DisclosureWish } from './disclosing.ts'
import { numbersFrom } from './numbers-given.ts'
import { sayPermitted } from './permit-view.ts'
import { requestGiven } from './requesting.ts'
import { takingsGiven } from './takings-given.ts'

interface DiscloseOptions {
  readonly to?: string
  readonly recipient?: string
  readonly what?: string
  readonly basis?: string
  readonly reference?: string
  readonly consent?: string
  readonly purpose?: string
  readonly applicant?: string
  readonly reason?: string
}

/**
 * `disclose <numbers…> --to <unit>`: leave to tell somebody outside of a customer, with consent or by
 * law, and with prior approval (S001-24-1, S004-M-8.1).
 */
export function discloseCommand(desk: Desk) {
  const { disclosure: text, copy } = desk.text.permit
  const command = new Command('disclose')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', copy.numbers)
    .option('--to <unit>', text.to)
    .option('--recipient <name>', text.recipient)
    .option('--what <text>', text.what)
    .option('--basis <basis>', text.basis)
    .option('--reference <document>', text.reference)
    .option('--consent <document>', text.consent)
    .option('--purpose <purpose>', desk.text.request.applicant.purpose)
    .option('--applicant <staff>', text.applicant)
    .option('--reason <reason>', copy.reason)
    .action(async (given, options) => {
      const numbers = await numbersFrom(desk, given)
      const requests = numbers.filter((it) => readRequestName(it) !== undefined)
      if (requests.length > 0 && requests.length < numbers.length)
        throw new Refusal('usage.together', { options: numbers.slice(0, 2) })
      const wish = requests.length > 0 ? undefined : await asked(desk, options)
      const done = await desk.act((office) => ({
        office,
        permitted: wish
          ? takingsGiven(office, numbers).map((it) => disclosed(office, it, wish))
          : numbers.map((it) => issuedDisclosure(office, requestGiven(office, it), options.reason)),
      }))
      sayPermitted(desk, done.office, done.permitted, isSeveral(given))
    })
    .addCommand(listCommand(desk))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan disclose RG2025-0001 --to 区公安分局 --recipient 周警官 --what 联系方式 --basis law --reference 调取证据通知书2025-18 --purpose 办案',
    'dangan disclose R15',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

/** Reads the line; at a terminal asks for what it does not say. */
async function asked(desk: Desk, options: DiscloseOptions): Promise<DisclosureWish> {
  const { disclosure: text } = desk.text.permit
  const line = (message: string, option: string) => ({ kind: 'text', message, option }) as const
  const questions = {
    to: line(text.to, '--to'),
    recipient: line(text.recipient, '--recipient'),
    what: line(text.what, '--what'),
    basis: {
      kind: 'choice',
      message: text.basis,
      option: '--basis',
      choices: disclosureBases.map((value) => ({ value, name: text.bases[value] })),
    },
    reference: line(text.reference, '--reference'),
    purpose: line(desk.text.request.applicant.purpose, '--purpose'),
  } as const
  const { consent, applicant, reason, ...said } = options
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const wish = await desk.ask(questions, given)
  return { ...wish, basis: basisNamed(wish.basis, text.bases), consent, applicant, reason }
}
