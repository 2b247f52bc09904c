import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { auditRefusals } from './audit-refusals.ts'
import { calendarRefusals } from './calendar-refusals.ts'
import { custodyRefusals } from './custody-refusals.ts'
import { inspectionRefusals } from './inspection-refusals.ts'
import { disposalRefusals } from './disposal-refusals.ts'
import { fileRefusals } from './file-refusals.ts'
import { handoverRefusals } from './handover-refusals.ts'
import { importRefusals } from './import-refusals.ts'
import { hiddenArchive, keyLabel, keys } from './keys.ts'
import { materialRefusals } from './material-refusals.ts'
import { officeRefusals } from './office-refusals.ts'
import { placeRefusals } from './place-refusals.ts'
import { reportRefusals } from './report-refusals.ts'
import { secrecyRefusals } from './secrecy-refusals.ts'
import { policyProblem } from './policy-problems.ts'
import { changeRefusals } from './change-refusals.ts'
import { consultingRefusals } from './consulting-refusals.ts'
import { trustRefusals } from './trust-refusals.ts'
import { supervisionRefusals } from './supervision-refusals.ts'
import { useRefusals } from './use-refusals.ts'
import { signatureRefusals } from './signature-refusals.ts'
import { valueText } from './values.ts'
import { workbookRefusals } from './workbook-refusals.ts'

const because = {
  identity: '证件号相同',
  businessKey: '业务编号相同',
  phoneAndName: '电话和名称相同',
  name: '名称相同',
}
const matters = {
  loan: '借阅',
  request: '待审批的申请',
  consultation: '查阅',
  material: '材料',
  merged: '合并的记载',
  hold: '暂停销毁',
  incident: '事故',
  handover: '移交',
}
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否为 ${suggestion}？`
const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const statuses = (needs: readonly (keyof typeof keys.status)[]): string =>
  needs.map((status) => keys.status[status]).join('或')

type Candidate = RefusalFacts['person.ambiguous']['candidates'][number]

/** `3 王强（客服部）` */
const person = ({ staff, name, department }: Candidate): string =>
  `${staff} ${name}（${department ?? '—'}）`

/** What happened, why, and what to do. */
export const refusals = {
  ...fileRefusals,
  ...officeRefusals,
  ...materialRefusals,
  ...placeRefusals,
  ...reportRefusals,
  ...secrecyRefusals,
  ...useRefusals,
  ...consultingRefusals,
  ...calendarRefusals,
  ...custodyRefusals,
  ...disposalRefusals,
  ...handoverRefusals,
  ...supervisionRefusals,
  ...changeRefusals,
  ...signatureRefusals,
  ...workbookRefusals,
  ...trustRefusals,

  'usage.missing': ({ options }) =>
    `缺少 ${options.join('、')}。在终端里会逐项询问；其他场合请在命令行给出。`,
  'usage.bad-option': ({ option, value, choices, suggestion }) =>
    `${option} 不能是“${value}”。${orElse(suggestion)}可以是：${choices.join('、')}。`,
  'usage.unknown-field': ({ field, suggestion, fields }) =>
    `没有名为 ${field} 的字段。${orElse(suggestion)}可选：${fields.join('、')}。`,
  'usage.confirm': ({ command }) => `${command} 需要确认。不在终端里时请加 --yes。`,
  'usage.dry-reading': ({ count }) =>
    `其中 ${count} 份按制度须先留痕才能查看，而 --dry-run 什么也不写入，所以不显示。请去掉 --dry-run。`,
  'usage.together': ({ options }) => `${options.join(' 与 ')} 不能同时使用。`,

  'archive.missing': ({ number, suggestion }) =>
    `没有编号为 ${number} 的档案。${orElse(suggestion)}查找：dangan find <词>。`,
  'archive.ambiguous': ({ number, candidates }) =>
    `${number} 可以指多份档案：${candidates.join('、')}。请写得更完整。`,
  'number.taken': ({ number }) => `编号 ${number} 已属于另一份档案，编号不得重复（S002-2.3-2）。`,
  'number.void': ({ number, reason }) =>
    `编号 ${number} 已作废${reason === null ? '' : `（${reason}）`}，作废的编号不再使用。`,
  'number.foreign': ({ number, pattern }) =>
    `编号 ${number} 不符合编号规则 ${pattern}（S002-3.2-1）。改正编号，或用 --foreign-number 原样保留。`,
  'number.disagrees': ({ number, key, said, expected }) =>
    `编号 ${number} 里的${keyLabel(key)}是 ${said}，而档案的是 ${expected || '空'}。两者须一致（S002-3.2-1）。`,
  'number.unchanged': ({ number }) => `${number} 的类型、年份和机构代码都没有变，无须换号。`,

  'value.bad': ({ problems }) =>
    problems
      .map(({ key, label, value, invalid }) =>
        value === ''
          ? `${label?.['zh-Hans'] ?? keyLabel(key)}：${valueText(invalid)}`
          : `${label?.['zh-Hans'] ?? keyLabel(key)}“${value}”：${valueText(invalid)}`,
      )
      .join('\n'),
  'version.stale': ({ number, expected, actual }) =>
    `${number} 现在是第 ${actual} 版，而不是第 ${expected} 版：有人先改过了。请先看：dangan show ${number} --history。`,
  'version.missing': ({ number, version, versions }) =>
    `${number} 没有第 ${version} 版，只有 1 至 ${versions}。`,
  'version.erased': ({ number, version }) => `${number} 第 ${version} 版的细节已销毁，无法恢复。`,
  'version.merged': ({ number, version, merged }) =>
    `${number} 第 ${version} 版在并入 ${merged} 之前，直接恢复会丢失并入的内容。请先撤销合并：dangan merge --undo ${merged}。`,
  'identity.taken': ({ number, holder, because: key }) =>
    holder === null
      ? `${number} 不能这样更新：与一份您无权查看的档案的${because[key]}，一个客户只建一份档案（S002-2.3-2）。请有权人员办理。`
      : `${number} 不能这样更新：与 ${holder} 的${because[key]}，一个客户只建一份档案（S002-2.3-2）。确是同一位客户：dangan merge ${number} --into ${holder}。`,
  'duplicate.likely': ({ name, candidates }) =>
    [
      `“${name}”可能已经建档，一个客户只建一份档案（S002-2.3-2）：`,
      ...candidates.map(
        (it) =>
          `  ${it.number === null ? hiddenArchive : `${it.number} ${it.name}`}（${because[it.because]}）`,
      ),
      '确是另一位客户：加 --duplicate add；是同一位：dangan update <编号>。',
    ].join('\n'),
  'status.wrong': ({ number, status, needs }) =>
    `${number} 现在是“${keys.status[status]}”，只有“${statuses(needs)}”的档案才能这样办理。`,
  'verify.own': ({ number, staff }) =>
    `${number} 由 ${staff} 本人采集，须由另一人核实（S000-4.2-1）。请换一位人员：--as <姓名>。`,
  'void.used': ({ number, because: uses }) =>
    `${number} 不能作废：已有${uses.map((it) => matters[it]).join('、')}（S002-2.3-2）。可以结束档案：dangan update ${number} --close。`,
  'merge.self': ({ number }) => `${number} 不能与自己合并。`,
  'merge.other-type': ({ number, into, types }) =>
    `${number} 与 ${into} 类型不同（${types.join('、')}），不能合并。先用 classify 改成同一类型。`,
  'merge.open': ({ number, because: open }) =>
    `${number} 还有未了结的${open.map((it) => matters[it]).join('、')}，不能合并。请先了结。`,
  'merge.undo-blocked': ({ number, because: cause }) =>
    ({
      destroyed: `合并不能撤销：${number} 所在的档案已销毁。`,
      changed: `合并不能撤销：合并后的内容已改动过，${number} 无法原样分出。`,
      held: `合并不能撤销：合并后又有现行的暂停销毁，分开后其中一份会失去它。请先解除：dangan release <暂停>，撤销合并后再分别暂停。`,
      'merged-again': `${number} 并入的档案后来又并入了另一份。请先撤销较晚的合并。`,
      'not-merged': `${number} 不是由合并而来的曾用编号。`,
    })[cause],

  'entry.missing': ({ entry }) =>
    `没有记录 ${entry}，或它不在您的知悉范围内。查看：dangan note list <编号>。`,
  'entry.stale': ({ entry, expected, actual }) =>
    `记录 ${entry} 现在是第 ${actual} 版，而不是第 ${expected} 版：有人先更正过了。请先看：dangan note show ${entry} --history。`,

  'date.future': ({ date, today }) => `${date} 还没有到（今天是 ${today}），不能记载将来的事。`,
  'date.before-last-act': ({ number, date, lastAct }) =>
    `${number} 最近一次办理在 ${lastAct}，不能再办理 ${date} 的事。`,
  'date.before-formed': ({ number, date, formedOn }) =>
    `${number} 形成于 ${formedOn}，不能在此之前（${date}）结束。请改正 --on；若形成日期有误：--formed-on。`,
  'date.back-too-far': ({ date, today, days, source }) =>
    `${date} 距今天（${today}）超过 ${days} 天，补记须说明原因：--reason <原因>${clauses(source)}。`,

  'person.unbound': ({ account }) =>
    `操作系统账户 ${account} 没有对应的人员，只能查看无密级的档案，不能办理。请档案管理员登记：dangan staff add <姓名> --account ${account}。`,
  'person.missing': ({ staff, suggestion }) =>
    `没有名为“${staff}”的人员。${orElse(suggestion)}查看名单：dangan staff list。`,
  'person.ambiguous': ({ staff, candidates }) =>
    `“${staff}”有多人：${candidates.map(person).join('、')}。请写人员编号。`,
  'person.left': ({ staff, leftOn }) => `${staff} 已于 ${leftOn} 离岗，不能办理。`,
  'person.account-taken': ({ account, staff }) =>
    `账户 ${account} 已对应 ${staff}，一个账户只对应一人。`,
  'person.not-cleared': ({ number, secrecy, clearance }) =>
    `${number} 的密级是${keys.secrecy[secrecy]}，您的知悉范围到${keys.secrecy[clearance]}为止（S001-22）。请有权人员办理。`,
  'policy.silent': ({ section, source }) =>
    `现行制度没有“${section}”一节${clauses(source)}，不能办理。补上它：dangan policy upgrade。`,
  'policy.bad': ({ path, problems }) =>
    [`制度文件 ${path} 不可用：`, ...problems.map((problem) => `  ${policyProblem(problem)}`)].join(
      '\n',
    ),

  ...importRefusals,
  ...auditRefusals,
  ...inspectionRefusals,
} satisfies { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string }
