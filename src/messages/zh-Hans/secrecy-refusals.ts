import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import type { Label } from '../../domain/words.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const labels = (posts: readonly Label[]): string => posts.map((it) => it['zh-Hans']).join('、')

/** Whom a rule lets read. */
function whoever({ posts, owner, head, department, named }: RefusalFacts['person.not-reader']) {
  const said = [
    ...(posts.length > 0 ? [labels(posts)] : []),
    ...(owner ? ['责任人本人'] : []),
    ...(head ? ['责任人所在部门的负责人'] : []),
    ...(department ? ['责任人所在部门的人员'] : []),
    ...(named ? ['经指定的知悉人'] : []),
  ]
  return said.length > 0 ? said.join('、') : '无人'
}

/** Who may not read, or not let others read. */
export const secrecyRefusals = {
  'person.not-reader': (facts) => {
    const { number, secrecy, named } = facts
    return named
      ? `${number} 的密级是${keys.secrecy[secrecy]}，只限${whoever(facts)}知悉${clauses(facts.source)}，您不在其内。请由其中一人查看，或申请查阅；可指定知悉人的：dangan update ${number} --add-reader <姓名>。`
      : `${number} 的密级是${keys.secrecy[secrecy]}，只限${whoever(facts)}知悉${clauses(facts.source)}，您不在其内。请由其中一人查看，或申请查阅。`
  },
  'person.not-namer': ({ number, secrecy, staff, posts, source }) =>
    `${staff} 不能为${keys.secrecy[secrecy]}档案 ${number} 指定知悉人${clauses(source)}：须由${posts.length > 0 ? labels(posts) : '可以查看它的人'}指定。代其登记：--as <姓名>。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
