import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const named = (posts: RefusalFacts['violation.unfit']['posts']): string =>
  posts.map(({ post, label }) => label?.['zh-Hans'] ?? post).join('、')

/** Violations. */
export const supervisionRefusals = {
  'violation.missing': ({ violation }) =>
    `没有违规 ${violation}。查看：dangan staff violation list。`,
  'violation.no-appeal': ({ violation, source }) =>
    `现行制度没有规定 ${violation} 可以申诉${clauses(source)}。`,
  'violation.late': ({ violation, appealBy, source }) =>
    `${violation} 的申诉期限是 ${appealBy}，已过${clauses(source)}。`,
  'violation.appealed': ({ violation, on }) =>
    `${violation} 已于 ${on} 申诉，不再申诉。复核：dangan staff violation decide ${violation}。`,
  'violation.not-appealed': ({ violation }) =>
    `${violation} 没有申诉，无须复核。申诉：dangan staff violation appeal ${violation}。`,
  'violation.decided': ({ violation, on }) => `${violation} 已于 ${on} 复核，不再更改。`,
  'violation.own': ({ violation, staff }) =>
    `${staff} 是 ${violation} 的本人或登记人，须由另一人复核：--by <人员>。`,
  'violation.unfit': ({ violation, staff, posts, source }) =>
    `${staff} 不能复核 ${violation}，须任：${named(posts)}${clauses(source)}。请写明：--by <人员>。`,
  'violation.unproven': ({ violation, staff }) =>
    `不是 ${staff} 本人在复核 ${violation}，须有其签字的纸质表单：--form <编号>。`,
  'violation.not-less': ({ violation, amount, said }) =>
    `减轻须写明低于 ${amount} 元的金额，${violation} 给的是“${said}”：--amount <元>。不罚则用 --decision 撤销。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
