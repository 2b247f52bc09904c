import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { handover as text } from './handover.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

/** Handovers. */
export const handoverRefusals = {
  'handover.missing': ({ handover }) => `沒有移交 ${handover}。檢視：dangan handover list。`,
  'handover.nothing': ({ giver, others }) =>
    others.length > 0
      ? `${giver} 經管的都已列在 ${others.join('、')} 裡，沒有別的可移交。檢視：dangan handover show ${others[0]}。`
      : `${giver} 名下沒有檔案、借閱、申請、改善、審核或庫位，沒有可移交的。`,
  'handover.self': ({ staff }) => `移交人與接收人都是 ${staff}。移交須有兩個不同的人。`,
  'handover.not-theirs': ({ number, giver, owner }) =>
    `${number} 的負責人是 ${owner ?? '（無）'}，不是 ${giver}，不能由 ${giver} 移交。請核對編號，或先更正負責人：dangan update ${number} --owner ${quoted(giver)}。`,
  'handover.already': ({ number, handover }) =>
    `${number} 已列在移交 ${handover} 裡，不能同時移交兩次。檢視：dangan handover show ${handover}。`,
  'handover.not-cleared': ({ receiver, number, secrecy, clearance }) =>
    `${number} 的密等是${keys.secrecy[secrecy]}，接收人 ${receiver} 的知悉範圍到${keys.secrecy[clearance]}為止（S001-22）。請換一位接收人，或先調整：dangan staff update ${quoted(receiver)} --clearance ${keys.secrecy[secrecy]}。`,
  'handover.ended': ({ handover, endedOn, outcome }) =>
    `${handover} 已於 ${endedOn} ${outcome === 'closed' ? '完成' : '撤銷'}，不能再辦理。`,
  'handover.signed': ({ handover, role, by, on }) =>
    `${handover} 已由${text.roles[role]} ${by} 於 ${on} 簽名，點交結果不能再改。有誤的，撤銷後重新移交：dangan handover withdraw ${handover}。`,
  'handover.no-item': ({ handover, item, items }) =>
    `${handover} 沒有第 ${item} 項，只有 1 至 ${items}。檢視：dangan handover show ${handover}。`,
  'handover.not-loan': ({ handover, item }) =>
    `${handover} 第 ${item} 項不是借閱，不能用 --take-over。`,
  'handover.unchecked': ({ handover, items, loans }) =>
    `${handover} 還有 ${items.length} 項沒有點交：第 ${items.slice(0, 10).join('、')}${items.length > 10 ? ' …' : ''} 項（S003-15.4-10）。點交：dangan handover item ${handover} ${items[0]}${
      loans.length > 0
        ? `。離職人員借出未還的 ${loans.join('、')} 須歸還，或由接收人續辦（--take-over）`
        : ''
    }。`,
  'handover.twice': ({ handover, role, by, on }) =>
    `${handover} 的${text.roles[role]} ${by} 已於 ${on} 簽名，無須再簽。`,
  'handover.not-party': ({ handover, staff, role, expected }) =>
    `${handover} 的${text.roles[role]}是 ${expected}，不是 ${staff}。`,
  'handover.same': ({ handover, staff }) =>
    `${staff} 是 ${handover} 的移交人或接收人，不能同時監交或核准展期；三方須是不同的三人（S003-15.4-3）。`,
  'handover.unfit': ({ handover, staff, act, posts, source }) =>
    `${staff} 不能${act === 'sign' ? `在 ${handover} 上監交` : `核准 ${handover} 展期`}，須任：${posts.map(({ post, label }) => label?.['zh-Hant'] ?? post).join('、')}${clauses(source)}。請寫明：--by <人員>。`,
  'handover.unproven': ({ handover, staff }) =>
    `不是 ${staff} 本人在辦理 ${handover}，須有其簽名的紙本表單：--form <編號>。`,
  'handover.unsigned': ({ handover, roles, source }) =>
    `${handover} 還缺${roles.map((role) => text.roles[role]).join('、')}簽名，不能完成${clauses(source)}。簽名後登錄：dangan handover sign ${handover} --as-role ${text.roles[roles[0] ?? 'giver']} --by <人員>。`,
  'handover.too-long': ({ handover, days, left, unit, source }) =>
    `${handover} 最多還能展延 ${left} 個${unit === 'days' ? '日曆天' : '工作日'}，不能展延 ${days} 個${clauses(source)}。`,
  'handover.outstanding': ({ staff, duties, handover, source }) =>
    `${staff} 名下還有：${text.duties(duties)}，須先移交才能離職${clauses(source)}：${handover === null ? `dangan handover open --from ${quoted(staff)} --to <接收人>` : `dangan handover close ${handover}`}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
