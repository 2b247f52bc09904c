import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import type { Label } from '../../domain/words.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const labels = (posts: readonly Label[]): string => posts.map((it) => it['zh-Hant']).join('、')

/** Whom a rule lets read. */
function whoever({ posts, owner, head, department, named }: RefusalFacts['person.not-reader']) {
  const said = [
    ...(posts.length > 0 ? [labels(posts)] : []),
    ...(owner ? ['責任人本人'] : []),
    ...(head ? ['責任人所屬部門的主管'] : []),
    ...(department ? ['責任人所屬部門的人員'] : []),
    ...(named ? ['經指定的知悉人'] : []),
  ]
  return said.length > 0 ? said.join('、') : '無人'
}

/** Who may not read, or not let others read. */
export const secrecyRefusals = {
  'person.not-reader': (facts) => {
    const { number, secrecy, named } = facts
    return named
      ? `${number} 的密等是${keys.secrecy[secrecy]}，僅限${whoever(facts)}知悉${clauses(facts.source)}，您不在其中。請由其中一人閱覽，或申請查閱；可指定知悉人者：dangan update ${number} --add-reader <姓名>。`
      : `${number} 的密等是${keys.secrecy[secrecy]}，僅限${whoever(facts)}知悉${clauses(facts.source)}，您不在其中。請由其中一人閱覽，或申請查閱。`
  },
  'person.not-namer': ({ number, secrecy, staff, posts, source }) =>
    `${staff} 不能為${keys.secrecy[secrecy]}檔案 ${number} 指定知悉人${clauses(source)}：須由${posts.length > 0 ? labels(posts) : '可閱覽它的人'}指定。代其登錄：--as <姓名>。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
