import type { RefusalFacts } from '../../domain/refusal.ts'
import type { Secrecy } from '../../domain/words.ts'
import { keys } from './keys.ts'

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${suggestion}?`

/** A level in words; one that another version of the program knew stands for itself. */
const level = (secrecy: Secrecy): string =>
  Object.hasOwn(keys.secrecy, secrecy) ? keys.secrecy[secrecy] : secrecy

/** Refusals of the office itself: its people and its policy. */
export const officeRefusals = {
  'person.left-early': ({ staff, leftOn, joinedOn }) =>
    `${staff} joined on ${joinedOn} and cannot leave before that, on ${leftOn}. Correct --on.`,
  'person.above-own': ({ staff, clearance, own }) =>
    `The clearance of ${staff}, ${level(clearance)}, is above your own (${level(own)}): you can neither grant nor change it (S001-22-4). Ask somebody cleared for ${level(clearance)}.`,
  'person.last': ({ staff, because, clearance }) =>
    because === 'writer'
      ? `${staff} is the last person who can write: nobody could enter anything afterwards. First add a successor: dangan staff add <name> --account <account> --clearance ${clearance}.`
      : `${staff} is the last person cleared for ${level(clearance)}: nobody could read or grant it afterwards. First clear somebody else: dangan staff update <name> --clearance ${clearance}.`,
  'policy.not-text': ({ path }) =>
    `${path} is not text and cannot be a policy. Save it as UTF-8 text.`,
  'policy.missing': ({ version, versions }) =>
    `There is no policy version ${version}, only 1 to ${versions}. See: dangan policy list.`,
  'policy.no-section': ({ section, suggestion, sections }) =>
    `The policy has no ${section}.${orElse(suggestion)} Choose from: ${sections.join(', ')}.`,
  'policy.unchanged': ({ version, effectiveFrom }) =>
    `It says the same as version ${version}, in force on ${effectiveFrom}: no new version is needed.`,
  'policy.same-day': ({ version, effectiveFrom }) =>
    `Version ${version} has been in force since ${effectiveFrom}; two versions cannot start on one day. Choose another: --effective <day>.`,
  'policy.acts-judged': ({ effectiveFrom, acts }) =>
    `Since ${effectiveFrom}, ${acts} ${acts === 1 ? 'act has' : 'acts have'} been judged by the policy then in force. To change it back to that day, say why: --reason <reason>.`,
  'policy.in-use': ({ uses }) =>
    [
      'The new policy drops what is in use; those archives could not be numbered, protected or retained:',
      ...uses.map(({ at, count }) => `  ${at}: ${count}`),
      'Classify them otherwise first (dangan classify), or keep these in the new policy.',
    ].join('\n'),
  'policy.keys-later': ({ on, today, paths }) =>
    `From ${on} on, customers would be compared in another way (${paths.join(', ')}). The register must be keyed anew when the policy is adopted, not later. Put it in force today: --effective ${today}; or keep this as in the other versions.`,
} satisfies Partial<{
  readonly [Code in keyof RefusalFacts]: (facts: RefusalFacts[Code]) => string
}>
