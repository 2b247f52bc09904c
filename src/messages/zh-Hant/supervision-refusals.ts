import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const named = (posts: RefusalFacts['violation.unfit']['posts']): string =>
  posts.map(({ post, label }) => label?.['zh-Hant'] ?? post).join('、')

/** Violations. */
export const supervisionRefusals = {
  'violation.missing': ({ violation }) =>
    `沒有違規 ${violation}。檢視：dangan staff violation list。`,
  'violation.no-appeal': ({ violation, source }) =>
    `現行制度沒有規定 ${violation} 可以申訴${clauses(source)}。`,
  'violation.late': ({ violation, appealBy, source }) =>
    `${violation} 的申訴期限是 ${appealBy}，已過${clauses(source)}。`,
  'violation.appealed': ({ violation, on }) =>
    `${violation} 已於 ${on} 申訴，不再申訴。複核：dangan staff violation decide ${violation}。`,
  'violation.not-appealed': ({ violation }) =>
    `${violation} 沒有申訴，無須複核。申訴：dangan staff violation appeal ${violation}。`,
  'violation.decided': ({ violation, on }) => `${violation} 已於 ${on} 複核，不再更改。`,
  'violation.own': ({ violation, staff }) =>
    `${staff} 是 ${violation} 的本人或登錄人，須由另一人複核：--by <人員>。`,
  'violation.unfit': ({ violation, staff, posts, source }) =>
    `${staff} 不能複核 ${violation}，須任：${named(posts)}${clauses(source)}。請寫明：--by <人員>。`,
  'violation.unproven': ({ violation, staff }) =>
    `不是 ${staff} 本人在複核 ${violation}，須有其簽名的紙本表單：--form <編號>。`,
  'violation.not-less': ({ violation, amount, said }) =>
    `減輕須寫明低於 ${amount} 元的金額，${violation} 給的是「${said}」：--amount <元>。不罰則用 --decision 撤銷。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
