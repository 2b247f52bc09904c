import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { coverageOf } from '../domain/policy-coverage.ts'
import { clauseFile } from '../exchange/package-files.ts'
import type { Desk } from './desk.ts'
import { policyMeant } from './policy-diff.ts'

/** `policy coverage [policy]`: clauses that no rule cites, and rules that cite no clause (SPEC section 4). */
export function policyCoverageCommand(desk: Desk) {
  const { coverage: text, options: said, keys } = desk.text.policy
  const command = new Command('coverage')
    .summary(text.summary)
    .description(text.description)
    .argument('[policy]', said.a)
    .action(async (given) => {
      const office = await desk.read()
      const policy = given === undefined ? office.policy : await policyMeant(desk, office, given)
      const { gaps, clauses, cited } = coverageOf(policy, clauseFile())
      desk.say.listing(gaps, [
        { key: 'gap', heading: keys.gap, value: (it) => it.gap, shown: (it) => text.gaps[it.gap] },
        { key: 'clause', heading: keys.source, value: (it) => it.clause },
        { key: 'at', heading: keys.at, value: (it) => it.at },
      ])
      desk.say.notice(text.count(policy.title[desk.language], clauses, cited))
    })
  const examples = ['dangan policy coverage', 'dangan policy coverage general --json']
  return withManual(command, { examples, exits: [exits.missing, exits.badData] }, desk.text)
}
