import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import type { Label } from '../../domain/words.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const labels = (posts: readonly Label[]): string => posts.map((it) => it['en']).join(', ')

/** Whom a rule lets read. */
function whoever({ posts, owner, head, department, named }: RefusalFacts['person.not-reader']) {
  const said = [
    ...(posts.length > 0 ? [labels(posts)] : []),
    ...(owner ? ['the owner'] : []),
    ...(head ? ["the head of the owner's department"] : []),
    ...(department ? ["the owner's department"] : []),
    ...(named ? ['named readers'] : []),
  ]
  return said.length > 0 ? said.join(', ') : 'nobody'
}

/** Who may not read, or not let others read. */
export const secrecyRefusals = {
  'person.not-reader': (facts) => {
    const { number, secrecy, named } = facts
    return named
      ? `${number} is ${keys.secrecy[secrecy]}, for ${whoever(facts)} only${clauses(facts.source)}, and you are none of them. Let one of them read it, or apply for consultation; whoever may name readers does it so: dangan update ${number} --add-reader <name>.`
      : `${number} is ${keys.secrecy[secrecy]}, for ${whoever(facts)} only${clauses(facts.source)}, and you are none of them. Let one of them read it, or apply for consultation.`
  },
  'person.not-namer': ({ number, secrecy, staff, posts, source }) =>
    `${staff} cannot name readers of ${number}, which is ${keys.secrecy[secrecy]}${clauses(source)}: that takes ${posts.length > 0 ? labels(posts) : 'somebody who may read it'}. To enter it for them: --as <name>.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
