import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

const named = (posts: RefusalFacts['violation.unfit']['posts']): string =>
  posts.map(({ post, label }) => label?.en ?? post).join(', ')

/** Violations. */
export const supervisionRefusals = {
  'violation.missing': ({ violation }) =>
    `There is no violation ${violation}. See: dangan staff violation list.`,
  'violation.no-appeal': ({ violation, source }) =>
    `The policy knows no appeal against ${violation}${clauses(source)}.`,
  'violation.late': ({ violation, appealBy, source }) =>
    `An appeal against ${violation} was possible until ${appealBy}${clauses(source)}.`,
  'violation.appealed': ({ violation, on }) =>
    `${violation} was appealed against on ${on}. Decide it: dangan staff violation decide ${violation}.`,
  'violation.not-appealed': ({ violation }) =>
    `Nobody has appealed against ${violation}: there is nothing to decide. Appeal: dangan staff violation appeal ${violation}.`,
  'violation.decided': ({ violation, on }) =>
    `The appeal against ${violation} was decided on ${on}.`,
  'violation.own': ({ violation, staff }) =>
    `${violation} is about ${staff}, or was entered by them: somebody else must decide: --by <staff>.`,
  'violation.unfit': ({ violation, staff, posts, source }) =>
    `${staff} may not decide about ${violation}; that takes: ${named(posts)}${clauses(source)}. Name somebody: --by <staff>.`,
  'violation.unproven': ({ violation, staff }) =>
    `It is not ${staff} who sits here for ${violation}: their signed form is needed: --form <number>.`,
  'violation.not-less': ({ violation, amount, said }) =>
    `To reduce ${violation} say an amount below ${amount} yuan, not “${said}”: --amount <yuan>. If nothing is to be paid: --decision cancelled.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
