import type { AgreementUse } from '../../domain/policy-custody.ts'
import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

const uses: Readonly<Record<AgreementUse, string>> = {
  handle: '接触档案',
  consult: '查阅',
  borrow: '借阅',
  renew: '续借',
  copy: '复制',
  disclose: '对外提供',
}

type Party = Pick<RefusalFacts['agreement.missing'], 'name' | 'staff' | 'unit' | 'kind'>

/** The line that enters what is lacking. */
const signing = ({ name, staff, unit, kind }: Party): string =>
  `dangan staff agreement ${staff ?? quoted(name)}${unit === null ? '' : ` --unit ${quoted(unit)}`} --kind ${kind}`

/** Agreements, incidents and holds. */
export const custodyRefusals = {
  'agreement.none': ({ name }) =>
    `${name} 没有有效的协议，无从终止。查看：dangan staff agreement --list --all。`,
  'agreement.missing': ({ name, staff, unit, kind, label, use, source }) =>
    `${name} 没有签${label['zh-Hans']}，不能${uses[use]}${clauses(source)}。签订后登记：${signing({ name, staff, unit, kind })}。`,
  'agreement.expired': ({ name, staff, unit, kind, label, use, source, agreement, until }) =>
    `${name} 的${label['zh-Hans']}（${agreement}）有效至 ${until}，已不再有效，不能${uses[use]}${clauses(source)}。重签后登记：${signing({ name, staff, unit, kind })}。`,
  'incident.missing': ({ incident }) =>
    `没有事故 ${incident}，或它不在您的知悉范围内。查看：dangan incident list。`,
  'incident.closed': ({ incident, closedOn }) =>
    `事故 ${incident} 已于 ${closedOn} 结案。另有情况请另行登记：dangan incident open <种类>。`,
  'incident.before-found': ({ incident, date, foundOn }) =>
    `事故 ${incident} 是 ${foundOn} 发现的，不能在此之前（${date}）报告或补救。请改正 --on。`,
  'incident.unreported': ({ incident, posts, source }) =>
    `事故 ${incident} 还没有报告${posts.map(({ post, label }) => label?.['zh-Hans'] ?? post).join('、')}，不能结案${clauses(source)}。报告后登记：dangan incident report ${incident} --to ${posts[0]?.label?.['zh-Hans'] ?? posts[0]?.post}。`,
  'incident.nobody': ({ to, suggestion }) =>
    `没有名为“${to}”的岗位或人员。${suggestion === undefined ? '' : `是否为 ${suggestion}？`}查看：dangan staff list、dangan policy show posts。`,
  'hold.missing': ({ hold }) =>
    `没有暂停 ${hold}，或它不在您的知悉范围内。查看：dangan hold --list。`,
  'hold.ended': ({ hold, endedOn }) => `暂停 ${hold} 已于 ${endedOn} 终止，无须解除。`,
  'hold.none': ({ number }) => `${number} 没有现行的暂停，无须解除。查看：dangan hold --list。`,
  'hold.several': ({ number, holds }) =>
    `${number} 有 ${holds.length} 项暂停：${holds.join('、')}。请写明解除哪一项：dangan release ${holds[0]}；或全部解除：--all。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
