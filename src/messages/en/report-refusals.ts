import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** Reports. */
export const reportRefusals = {
  'report.format': ({ file, endings }) =>
    `It is not clear what ${file} is to be: let its name end in ${endings.join(', ')}${endings.length === 1 ? ', for copies have their numbers printed on them (S001-12-1)' : ''}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
