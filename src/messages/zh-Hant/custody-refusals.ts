import type { AgreementUse } from '../../domain/policy-custody.ts'
import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const uses: Readonly<Record<AgreementUse, string>> = {
  handle: '接觸檔案',
  consult: '查閱',
  borrow: '借閱',
  renew: '續借',
  copy: '複製',
  disclose: '對外提供',
}

type Party = Pick<RefusalFacts['agreement.missing'], 'name' | 'staff' | 'unit' | 'kind'>

/** The line that enters what is lacking. */
const signing = ({ name, staff, unit, kind }: Party): string =>
  `dangan staff agreement ${staff ?? quoted(name)}${unit === null ? '' : ` --unit ${quoted(unit)}`} --kind ${kind}`

/** Agreements, incidents and holds. */
export const custodyRefusals = {
  'agreement.none': ({ name }) =>
    `${name} 沒有有效的協議，無從終止。請查詢：dangan staff agreement --list --all。`,
  'agreement.missing': ({ name, staff, unit, kind, label, use, source }) =>
    `${name} 沒有簽${label['zh-Hant']}，不能${uses[use]}${clauses(source)}。簽訂後登錄：${signing({ name, staff, unit, kind })}。`,
  'agreement.expired': ({ name, staff, unit, kind, label, use, source, agreement, until }) =>
    `${name} 的${label['zh-Hant']}（${agreement}）有效至 ${until}，已不再有效，不能${uses[use]}${clauses(source)}。重簽後登錄：${signing({ name, staff, unit, kind })}。`,
  'incident.missing': ({ incident }) =>
    `沒有事故 ${incident}，或它不在您的知悉範圍內。請查詢：dangan incident list。`,
  'incident.closed': ({ incident, closedOn }) =>
    `事故 ${incident} 已於 ${closedOn} 結案。另有情況請另行登錄：dangan incident open <種類>。`,
  'incident.before-found': ({ incident, date, foundOn }) =>
    `事故 ${incident} 是 ${foundOn} 發現的，不能在此之前（${date}）通報或補救。請改正 --on。`,
  'incident.unreported': ({ incident, posts, source }) =>
    `事故 ${incident} 還沒有通報${posts.map(({ post, label }) => label?.['zh-Hant'] ?? post).join('、')}，不能結案${clauses(source)}。通報後登錄：dangan incident report ${incident} --to ${posts[0]?.label?.['zh-Hant'] ?? posts[0]?.post}。`,
  'incident.nobody': ({ to, suggestion }) =>
    `沒有名為「${to}」的職位或人員。${suggestion === undefined ? '' : `是否為 ${suggestion}？`}請查詢：dangan staff list、dangan policy show posts。`,
  'hold.missing': ({ hold }) =>
    `沒有暫停 ${hold}，或它不在您的知悉範圍內。請查詢：dangan hold --list。`,
  'hold.ended': ({ hold, endedOn }) => `暫停 ${hold} 已於 ${endedOn} 終止，無須解除。`,
  'hold.none': ({ number }) => `${number} 沒有現行的暫停，無須解除。請查詢：dangan hold --list。`,
  'hold.several': ({ number, holds }) =>
    `${number} 有 ${holds.length} 項暫停：${holds.join('、')}。請寫明解除哪一項：dangan release ${holds[0]}；或全部解除：--all。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
