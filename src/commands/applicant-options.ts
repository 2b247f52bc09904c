import type { Command } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'

type Texts = Catalog['request']['applicant']

/** The options by which somebody applies: who, of which unit, with what credential. */
export const withApplicantOptions = <
  Args extends unknown[],
  Options extends Record<string, unknown>,
>(
  command: Command<Args, Options>,
  text: Texts,
) =>
  command
    .option('--to <name>', text.to)
    .option('--unit <unit>', text.unit)
    .option('--credential <kind>', text.credential)
    .option('--credential-number <number>', text.credentialNumber)
    .option('--unit-seal <name>', text.unitSeal)
