import { Command } from '@commander-js/extra-typings'
import { briefly } from '../cli/outline.ts'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { assumptionsOf } from '../domain/policy-sections.ts'
import { policyDocument } from '../exchange/policy-source.ts'
import type { Desk } from './desk.ts'
import { readyPolicies } from './ready-policies.ts'

/** `policy check [file]`: is it a good policy, and what in it did its sources leave blank? */
export function policyCheckCommand(desk: Desk) {
  const { check: text, options: said, keys } = desk.text.policy
  const command = new Command('check')
    .summary(text.summary)
    .description(text.description)
    .argument('[policyFile]', said.file)
    .action(async (file) => {
      const policy = file === undefined ? (await desk.read()).policy : await fileRead(desk, file)
      const assumed = assumptionsOf(policy)
      const title = policy.title[desk.language]
      desk.say.notice(assumed.length === 0 ? text.good(title) : text.assumed(title, assumed.length))
      desk.say.listing(assumed, [
        { key: 'at', heading: keys.at, value: (it) => it.at },
        {
          key: 'source',
          heading: keys.source,
          value: (it) => it.source,
          shown: (it) => it.source.join(' '),
        },
        {
          key: 'rule',
          heading: keys.assumed,
          value: (it) => it.rule,
          shown: (it) => briefly(it.rule, desk.language),
        },
      ])
    })
  const examples = ['dangan policy check', 'dangan policy check office.yaml --json']
  return withManual(command, { examples, exits: [exits.missing, exits.badData] }, desk.text)
}

/** A policy file, read and checked. @throws Refusal policy.bad, with everything that is wrong */
async function fileRead(desk: Desk, path: string) {
  const document = policyDocument(path, desk.stdin)
  return (await readyPolicies()).readFile(document, path)
}
