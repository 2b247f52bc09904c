import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { withApplicantOptions } from './applicant-options.ts'
import { isSeveral } from './archives-given.ts'
import { askBorrow } from './borrow-questions.ts'
import { closeCommand } from './consult-close.ts'
import { listCommand } from './consult-list.ts'
import { openCommand } from './consult-open.ts'
import { sayConsulted } from './consultation-view.ts'
import { consulted, opened } from './consulting.ts'
import type { Desk } from './desk.ts'
import { eachGiven } from './takings-given.ts'

/**
 * `consult <numbers…> --to <name>`: lays archives, or some of their materials, before a reader on the
 * spot; where somebody must approve, it makes the request first and says who (S001-18, S002-6.1).
 */
export function consultCommand(desk: Desk) {
  const text = desk.text.consultation
  const applicant = { ...desk.text.request.applicant, to: text.to }
  const named = new Command('consult')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', text.numbers)
  const command = withApplicantOptions(named, applicant)
    .option('--purpose <purpose>', applicant.purpose)
    .option('--basis <basis>', applicant.basis)
    .option('--scope <what>', text.scope)
    .option('--place <place>', text.place)
    .option('--identity <document>', text.identity)
    .option('--reason <reason>', text.reason)
    .action(async (given, options) => {
      const asked = await askBorrow(desk, given, options, { kind: 'consult', to: applicant.who })
      const done = await desk.act((office) => ({
        office,
        consulted: eachGiven(office, asked.numbers, {
          request: (it) => opened(office, it, asked),
          takings: (it) => consulted(office, it, asked),
        }),
      }))
      sayConsulted(desk, done.office, done.consulted, isSeveral(given))
    })
    .addCommand(openCommand(desk))
    .addCommand(closeCommand(desk))
    .addCommand(listCommand(desk))
  return withManual(command, manual, desk.text)
}

const manual = {
  examples: [
    'dangan consult RG2025-0001 --to 李雷 --purpose 核对病历',
    'dangan consult RG2025-0001/3 --to 韩梅 --unit 市第一医院 --credential 介绍信 --credential-number 2025-031 --purpose 会诊',
    'dangan consult close C3 --signed 李雷',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}
