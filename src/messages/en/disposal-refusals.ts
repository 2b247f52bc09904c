import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { disposal as text } from './disposal.ts'

const places = {
  reason: 'The reason',
  appraisal: 'The appraisal',
  request: 'What an approver noted',
}

/** Destroying archives. */
export const disposalRefusals = {
  'disposal.missing': ({ disposal }) =>
    `There is no disposal ${disposal}, or you are not cleared for it. List them: dangan purge list --all.`,
  'disposal.kept': ({ kept }) =>
    [
      `${kept.length} cannot be destroyed:`,
      ...kept
        .slice(0, 20)
        .map(({ number, because }) => `  ${number}: ${because.map(text.because).join('; ')}`),
      'Leave them out, or wait until that has passed. One by one: dangan purge plan --kept.',
    ].join('\n'),
  'disposal.status': ({ disposal, status }) =>
    `Disposal ${disposal} is ${text.statuses[status]}, so this cannot be done. See: dangan purge show ${disposal}.`,
  'disposal.same-person': ({ name }) =>
    `Executor and witness are two people; both cannot be ${name} (S002-9.2-3). Name another: --witness <name>.`,
  'disposal.unattested': ({ name }) =>
    `${name} cannot vouch for it in the program; a signed paper must. Give its number: --form <number>.`,
  'disposal.sold': ({ method }) =>
    `Archives are never sold as waste paper (S001-25-1), so not "${method}". Shred or burn them: --method shred.`,
  'disposal.unconfirmed': ({ disposal, said }) =>
    `"${said}" is not ${disposal}; nothing was destroyed. Check, and give: --confirm ${disposal}.`,
  'disposal.appraisal': ({ source }) =>
    `A proposal says what the archives are still worth${source.length > 0 ? ` (${source.join(', ')})` : ''}: --appraisal <text>.`,
  'disposal.names-customer': ({ number, where }) =>
    `${places[where]} tells something of the customer of ${number}, and is kept for ever. Put it otherwise.`,
  'disposal.pending': ({ disposal }) =>
    `The contents of ${disposal} are deleted, but another process still reads the file as it was, so it could not be rewritten. When that has ended: dangan purge execute ${disposal}.`,
  'disposal.residue': ({ disposal, values }) =>
    `After ${disposal} was executed, ${values} value${values === 1 ? '' : 's'} were still found in the raw bytes, so it is not finished. See whether notes, units or the policy name the customer, correct that, and go on: dangan purge execute ${disposal}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
