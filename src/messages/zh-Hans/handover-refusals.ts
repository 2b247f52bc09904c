import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { handover as text } from './handover.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

/** Handovers. */
export const handoverRefusals = {
  'handover.missing': ({ handover }) => `没有移交 ${handover}。查看：dangan handover list。`,
  'handover.nothing': ({ giver, others }) =>
    others.length > 0
      ? `${giver} 经管的都已列在 ${others.join('、')} 里，没有别的可移交。查看：dangan handover show ${others[0]}。`
      : `${giver} 名下没有档案、借阅、申请、整改、审核或库位，没有可移交的。`,
  'handover.self': ({ staff }) => `移出人和接收人都是 ${staff}。移交须有两个不同的人。`,
  'handover.not-theirs': ({ number, giver, owner }) =>
    `${number} 的负责人是 ${owner ?? '（无）'}，不是 ${giver}，不能由 ${giver} 移交。请核对编号，或先更正负责人：dangan update ${number} --owner ${quoted(giver)}。`,
  'handover.already': ({ number, handover }) =>
    `${number} 已列在移交 ${handover} 里，不能同时移交两次。查看：dangan handover show ${handover}。`,
  'handover.not-cleared': ({ receiver, number, secrecy, clearance }) =>
    `${number} 的密级是${keys.secrecy[secrecy]}，接收人 ${receiver} 的知悉范围到${keys.secrecy[clearance]}为止（S001-22）。请换一位接收人，或先调整：dangan staff update ${quoted(receiver)} --clearance ${keys.secrecy[secrecy]}。`,
  'handover.ended': ({ handover, endedOn, outcome }) =>
    `${handover} 已于 ${endedOn} ${outcome === 'closed' ? '完成' : '撤销'}，不能再办理。`,
  'handover.signed': ({ handover, role, by, on }) =>
    `${handover} 已由${text.roles[role]} ${by} 于 ${on} 签字，清点结果不能再改。有误的，撤销后重新移交：dangan handover withdraw ${handover}。`,
  'handover.no-item': ({ handover, item, items }) =>
    `${handover} 没有第 ${item} 项，只有 1 至 ${items}。查看：dangan handover show ${handover}。`,
  'handover.not-loan': ({ handover, item }) =>
    `${handover} 第 ${item} 项不是借阅，不能用 --take-over。`,
  'handover.unchecked': ({ handover, items, loans }) =>
    `${handover} 还有 ${items.length} 项没有清点：第 ${items.slice(0, 10).join('、')}${items.length > 10 ? ' …' : ''} 项（S003-15.4-10）。清点：dangan handover item ${handover} ${items[0]}${
      loans.length > 0
        ? `。离职人员借出未还的 ${loans.join('、')} 须归还，或由接收人续办（--take-over）`
        : ''
    }。`,
  'handover.twice': ({ handover, role, by, on }) =>
    `${handover} 的${text.roles[role]} ${by} 已于 ${on} 签字，无须再签。`,
  'handover.not-party': ({ handover, staff, role, expected }) =>
    `${handover} 的${text.roles[role]}是 ${expected}，不是 ${staff}。`,
  'handover.same': ({ handover, staff }) =>
    `${staff} 是 ${handover} 的移出人或接收人，不能同时监交或批准延期；三方须是不同的三人（S003-15.4-3）。`,
  'handover.unfit': ({ handover, staff, act, posts, source }) =>
    `${staff} 不能${act === 'sign' ? `在 ${handover} 上监交` : `批准 ${handover} 延期`}，须任：${posts.map(({ post, label }) => label?.['zh-Hans'] ?? post).join('、')}${clauses(source)}。请写明：--by <人员>。`,
  'handover.unproven': ({ handover, staff }) =>
    `不是 ${staff} 本人在办理 ${handover}，须有其签字的纸质表单：--form <编号>。`,
  'handover.unsigned': ({ handover, roles, source }) =>
    `${handover} 还缺${roles.map((role) => text.roles[role]).join('、')}签字，不能完成${clauses(source)}。签字后登记：dangan handover sign ${handover} --as-role ${text.roles[roles[0] ?? 'giver']} --by <人员>。`,
  'handover.too-long': ({ handover, days, left, unit, source }) =>
    `${handover} 最多还能延 ${left} 个${unit === 'days' ? '自然日' : '工作日'}，不能延 ${days} 个${clauses(source)}。`,
  'handover.outstanding': ({ staff, duties, handover, source }) =>
    `${staff} 名下还有：${text.duties(duties)}，须先移交才能离岗${clauses(source)}：${handover === null ? `dangan handover open --from ${quoted(staff)} --to <接收人>` : `dangan handover close ${handover}`}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
