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
  identity: '證件號相同',
  businessKey: '業務編號相同',
  phoneAndName: '電話與名稱相同',
  name: '名稱相同',
}
const matters = {
  loan: '借閱',
  request: '待審批的申請',
  consultation: '查閱',
  material: '材料',
  merged: '合併的紀錄',
  hold: '暫停銷毀',
  incident: '事故',
  handover: '移交',
}
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否為 ${suggestion}？`
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
    `缺少 ${options.join('、')}。在終端機裡會逐項詢問；其他場合請在命令列給出。`,
  'usage.bad-option': ({ option, value, choices, suggestion }) =>
    `${option} 不能是「${value}」。${orElse(suggestion)}可以是：${choices.join('、')}。`,
  'usage.unknown-field': ({ field, suggestion, fields }) =>
    `沒有名為 ${field} 的欄位。${orElse(suggestion)}可選：${fields.join('、')}。`,
  'usage.confirm': ({ command }) => `${command} 需要確認。不在終端機裡時請加 --yes。`,
  'usage.dry-reading': ({ count }) =>
    `其中 ${count} 份依制度須先留下紀錄才能閱覽，而 --dry-run 什麼也不寫入，所以不顯示。請去掉 --dry-run。`,
  'usage.together': ({ options }) => `${options.join(' 與 ')} 不能同時使用。`,

  'archive.missing': ({ number, suggestion }) =>
    `沒有編號為 ${number} 的檔案。${orElse(suggestion)}查找：dangan find <詞>。`,
  'archive.ambiguous': ({ number, candidates }) =>
    `${number} 可以指多份檔案：${candidates.join('、')}。請寫得更完整。`,
  'number.taken': ({ number }) => `編號 ${number} 已屬於另一份檔案，編號不得重複（S002-2.3-2）。`,
  'number.void': ({ number, reason }) =>
    `編號 ${number} 已作廢${reason === null ? '' : `（${reason}）`}，作廢的編號不再使用。`,
  'number.foreign': ({ number, pattern }) =>
    `編號 ${number} 不符合編號規則 ${pattern}（S002-3.2-1）。請改正編號，或用 --foreign-number 照原樣保留。`,
  'number.disagrees': ({ number, key, said, expected }) =>
    `編號 ${number} 裡的${keyLabel(key)}是 ${said}，而檔案的是 ${expected || '空白'}。兩者須一致（S002-3.2-1）。`,
  'number.unchanged': ({ number }) => `${number} 的類型、年份與機構代碼都沒有變，無須換號。`,

  'value.bad': ({ problems }) =>
    problems
      .map(({ key, label, value, invalid }) =>
        value === ''
          ? `${label?.['zh-Hant'] ?? keyLabel(key)}：${valueText(invalid)}`
          : `${label?.['zh-Hant'] ?? keyLabel(key)}「${value}」：${valueText(invalid)}`,
      )
      .join('\n'),
  'version.stale': ({ number, expected, actual }) =>
    `${number} 現在是第 ${actual} 版，而不是第 ${expected} 版：有人先改過了。請先看：dangan show ${number} --history。`,
  'version.missing': ({ number, version, versions }) =>
    `${number} 沒有第 ${version} 版，只有 1 至 ${versions}。`,
  'version.erased': ({ number, version }) => `${number} 第 ${version} 版的細節已銷毀，無法還原。`,
  'version.merged': ({ number, version, merged }) =>
    `${number} 第 ${version} 版早於併入 ${merged}，直接還原會遺失併入的內容。請先取消合併：dangan merge --undo ${merged}。`,
  'identity.taken': ({ number, holder, because: key }) =>
    holder === null
      ? `${number} 不能這樣更新：與一份您無權檢視的檔案的${because[key]}，一位客戶只建一份檔案（S002-2.3-2）。請有權人員辦理。`
      : `${number} 不能這樣更新：與 ${holder} 的${because[key]}，一位客戶只建一份檔案（S002-2.3-2）。確是同一位客戶：dangan merge ${number} --into ${holder}。`,
  'duplicate.likely': ({ name, candidates }) =>
    [
      `「${name}」可能已經建檔，一位客戶只建一份檔案（S002-2.3-2）：`,
      ...candidates.map(
        (it) =>
          `  ${it.number === null ? hiddenArchive : `${it.number} ${it.name}`}（${because[it.because]}）`,
      ),
      '確是另一位客戶：加 --duplicate add；是同一位：dangan update <編號>。',
    ].join('\n'),
  'status.wrong': ({ number, status, needs }) =>
    `${number} 現在是「${keys.status[status]}」，只有「${statuses(needs)}」的檔案才能這樣辦理。`,
  'verify.own': ({ number, staff }) =>
    `${number} 由 ${staff} 本人蒐集，須由另一人核實（S000-4.2-1）。請換一位人員：--as <姓名>。`,
  'void.used': ({ number, because: uses }) =>
    `${number} 不能作廢：已有${uses.map((it) => matters[it]).join('、')}（S002-2.3-2）。可以結束檔案：dangan update ${number} --close。`,
  'merge.self': ({ number }) => `${number} 不能與自己合併。`,
  'merge.other-type': ({ number, into, types }) =>
    `${number} 與 ${into} 類型不同（${types.join('、')}），不能合併。請先用 classify 改成同一類型。`,
  'merge.open': ({ number, because: open }) =>
    `${number} 還有未了結的${open.map((it) => matters[it]).join('、')}，不能合併。請先了結。`,
  'merge.undo-blocked': ({ number, because: cause }) =>
    ({
      destroyed: `合併不能取消：${number} 所在的檔案已銷毀。`,
      changed: `合併不能取消：合併後的內容已更動過，${number} 無法照原樣分出。`,
      held: `合併不能取消：合併後又有現行的暫停銷毀，分開後其中一份會失去它。請先解除：dangan release <暫停>，取消合併後再分別暫停。`,
      'merged-again': `${number} 併入的檔案後來又併入了另一份。請先取消較晚的合併。`,
      'not-merged': `${number} 不是因合併而來的曾用編號。`,
    })[cause],

  'entry.missing': ({ entry }) =>
    `沒有記錄 ${entry}，或它不在您的知悉範圍內。檢視：dangan note list <編號>。`,
  'entry.stale': ({ entry, expected, actual }) =>
    `記錄 ${entry} 現在是第 ${actual} 版，而不是第 ${expected} 版：有人先更正過了。請先看：dangan note show ${entry} --history。`,

  'date.future': ({ date, today }) => `${date} 還沒有到（今天是 ${today}），不能記載將來的事。`,
  'date.before-last-act': ({ number, date, lastAct }) =>
    `${number} 最近一次辦理在 ${lastAct}，不能再辦理 ${date} 的事。`,
  'date.before-formed': ({ number, date, formedOn }) =>
    `${number} 形成於 ${formedOn}，不能在此之前（${date}）結束。請改正 --on；若形成日期有誤：--formed-on。`,
  'date.back-too-far': ({ date, today, days, source }) =>
    `${date} 距今天（${today}）超過 ${days} 天，補登須說明原因：--reason <原因>${clauses(source)}。`,

  'person.unbound': ({ account }) =>
    `系統帳號 ${account} 沒有對應的人員，只能檢視無密等的檔案，不能辦理。請檔案管理員登記：dangan staff add <姓名> --account ${account}。`,
  'person.missing': ({ staff, suggestion }) =>
    `沒有名為「${staff}」的人員。${orElse(suggestion)}檢視名單：dangan staff list。`,
  'person.ambiguous': ({ staff, candidates }) =>
    `「${staff}」有多人：${candidates.map(person).join('、')}。請寫人員編號。`,
  'person.left': ({ staff, leftOn }) => `${staff} 已於 ${leftOn} 離職，不能辦理。`,
  'person.account-taken': ({ account, staff }) =>
    `帳號 ${account} 已對應 ${staff}，一個帳號只對應一人。`,
  'person.not-cleared': ({ number, secrecy, clearance }) =>
    `${number} 的密等是${keys.secrecy[secrecy]}，您的知悉範圍到${keys.secrecy[clearance]}為止（S001-22）。請有權人員辦理。`,
  'policy.silent': ({ section, source }) =>
    `現行制度沒有「${section}」一節${clauses(source)}，不能辦理。補上它：dangan policy upgrade。`,
  'policy.bad': ({ path, problems }) =>
    [`制度檔 ${path} 不可用：`, ...problems.map((problem) => `  ${policyProblem(problem)}`)].join(
      '\n',
    ),

  ...importRefusals,
  ...auditRefusals,
  ...inspectionRefusals,
} satisfies { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string }
