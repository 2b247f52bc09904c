import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { policyDocument } from '../exchange/policy-source.ts'
import type { Desk } from './desk.ts'
import {
  adoptionQuestions,
  adoptWish,
  effectiveDay,
  type AdoptionDocument,
  type AdoptionOptions,
} from './policy-adopting.ts'
import { readyPolicies } from './ready-policies.ts'

/** `policy set <file> --effective D`: shows what changes, then adopts it (SPEC section 4, S000-6.1). */
export function policySetCommand(desk: Desk) {
  const { set: text, options: said } = desk.text.policy
  const command = new Command('set')
    .summary(text.summary)
    .description(text.description)
    .argument('[policyFile]', said.file)
    .option('--effective <day>', said.effective)
    .option('--reason <reason>', said.reason)
    .action(async (file, options) => {
      const wish = await wished(desk, file, options)
      await adoptWish(desk, wish, 'policy set')
    })
  const examples = [
    'dangan policy export -o office.yaml',
    'dangan policy set office.yaml --effective 2026-01-01 --reason 年度修订 --dry-run',
    'dangan policy set office.yaml --effective 2026-01-01 --reason 年度修订 --yes',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.badData] },
    desk.text,
  )
}

/** The file, its first day and the reason: on the line, or asked for. */
async function wished(
  desk: Desk,
  file: string | undefined,
  options: AdoptionOptions,
): Promise<AdoptionDocument> {
  const { ask } = desk.text.policy.set
  const questions = {
    file: { kind: 'text', message: ask.file, option: '<policyFile>' },
    ...adoptionQuestions(desk),
  } as const
  const given = { ...options, ...(file === undefined ? {} : { file }) }
  const said = await desk.ask(questions, given)
  const effectiveFrom = effectiveDay(said.effective)
  const document = policyDocument(said.file, desk.stdin)
  const policy = (await readyPolicies()).readFile(document, said.file)
  return { policy, document, effectiveFrom, reason: said.reason || undefined }
}
