import type { Wanted } from '../../domain/formula.ts'
import type {
  NamedList,
  PlacedProblem,
  PolicyFault,
  PolicyFaults,
  ValueKind,
} from '../../domain/policy-problem.ts'

const kinds = {
  text: '文字',
  number: '數字',
  integer: '整數',
  yesNo: 'true 或 false',
  list: '清單（每項一行，以 - 開頭）',
  map: '下一層內容（每行一個「鍵: 值」）',
} satisfies Record<ValueKind, string>

const lists = {
  types: '客戶類型',
  fields: '欄位',
  keys: '欄位',
  stages: '業務階段',
  industries: '行業',
  regions: '地區',
  importances: '重要程度',
  calendars: '日曆',
  secrecyLevels: '密等',
  retentionClasses: '保存期限類別',
  parts: '材料的部分',
  materialKinds: '材料種類',
  checklists: '材料清單',
  channels: '資訊來源',
  entryKinds: '記錄種類',
  posts: '職位',
  choices: '可選值',
} satisfies Record<NamedList, string>

const wants = {
  key: '這裡應為欄位名稱',
  value: "這裡應為值：文字須加引號，如 'CN'；數字不加",
  bracket: '這裡應為括號',
  end: '由此起多餘',
  short: '過長，請拆成數項',
} satisfies Record<Wanted, string>

/** The YAML reader's codes that office people meet; for the others its own sentence must do. */
const yamlReasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '縮排不對。同一層的行要靠左對齊，下一層多縮兩個空格',
  TAB_AS_INDENT: '縮排用了定位字元（Tab）。請改用空格',
  DUPLICATE_KEY: '同一層裡有兩個相同的鍵。請刪去一個',
  MISSING_CHAR: '缺少字元，多半是冒號後的空格、引號或右括號',
  MULTIPLE_DOCS: '檔內有多份內容。請刪去獨立成行的 ---',
  BAD_SCALAR_START: '值以特殊字元開頭。請為整個值加上引號',
  MULTILINE_IMPLICIT_KEY: '鍵寫成了數行，或此行缺少冒號',
  BAD_ALIAS: '* 後面的名稱先前沒有用 & 定義過',
}

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否為 ${suggestion}？`

/** What is wrong in a policy file, and what to do. It follows the place. */
export const faultTexts = {
  'file.too-long': ({ characters, limit }) =>
    `此檔有 ${characters} 個字元，制度不會超過 ${limit} 個。請確認選對了檔案。`,
  'file.too-deep': () => '層次太深，無法讀取。請減少巢狀。',
  'file.aliases': () => '參照（& 與 *）繞回自身，或展開後過大。請直接寫出內容。',
  'yaml.syntax': ({ reason, detail }) =>
    `不是正確的 YAML：${Object.hasOwn(yamlReasons, reason) ? yamlReasons[reason] : detail}。`,
  'yaml.full-width-colon': ({ found }) =>
    `「${found}」用了全形冒號。請改成半形冒號加一個空格「: 」。`,
  'extends.unknown': ({ name }) =>
    `沒有名為 ${name} 的現成制度。清單：dangan policy list --ready。`,
  'extends.loop': ({ names }) =>
    `制度互相引用，繞成了圈：${names.join(' → ')}。請刪去一處 extends。`,

  'key.unknown': ({ key, suggestion, known }) =>
    `這裡沒有名為 ${key} 的鍵。${orElse(suggestion)}${known.length > 0 ? `可用：${known.join('、')}。` : ''}`,
  'key.form': ({ key }) =>
    `「${key}」不能作識別名：只用英文字母與數字，以小寫字母開頭。中文名稱寫在 label 裡。`,
  'key.missing': ({ key }) => `缺少 ${key}。請補上。`,
  'value.kind': ({ wanted, found }) =>
    `這裡要${wanted.map((kind) => kinds[kind]).join('或')}，不能是「${found}」。`,
  'value.choice': ({ found, suggestion, choices }) =>
    `「${found}」不在可選之列。${orElse(suggestion)}可選：${choices.join('、')}。`,
  'value.range': ({ found, minimum, maximum }) => `${found} 超出範圍，${range(minimum, maximum)}。`,
  'value.blank': () => '不能空白。請填寫，或刪去此鍵。',
  'value.twice': ({ found }) => `「${found}」寫了兩次。請刪去一個。`,
  'value.form': ({ found }) => `「${found}」的寫法不對。請參照現成制度中的同一處。`,
  'clause.form': ({ found }) => `「${found}」不是條款編號。請寫成 S002-3.2-1 這樣。`,

  'pattern.no-serial': ({ pattern }) => `編號規則 ${pattern} 沒有序號。請加上 {serial:4}。`,
  'pattern.serial-twice': ({ pattern }) => `編號規則 ${pattern} 裡有兩個序號。請只留一個。`,
  'pattern.place-twice': ({ pattern, place }) =>
    `編號規則 ${pattern} 裡 ${place} 出現兩次。請只留一個。`,
  'pattern.unknown-place': ({ place, suggestion }) =>
    `編號規則裡不能用 ${place}。${orElse(suggestion)}可用：{year}、{org}、{serial:4}。`,
  'pattern.character': ({ pattern, character }) =>
    `編號規則 ${pattern} 裡不能用「${character}」：編號以字母或數字開頭，只含大寫字母、數字與 - . _，一律半形。`,
  'pattern.org-meets-serial': ({ pattern }) =>
    `編號規則 ${pattern} 的機構代碼與序號之間沒有分隔，A1 的 0001 號與 A10 的 001 號會是同一個編號。請在兩者之間加 -。`,
  'pattern.same-numbers': ({ pattern, type, other, otherPattern }) =>
    `${type} 的編號規則 ${pattern} 與 ${other} 的 ${otherPattern} 會給出同樣的編號。請改一處的字首。`,
  'name.unknown': ({ list, name, suggestion }) =>
    `${lists[list]}裡沒有 ${name}。${orElse(suggestion)}請改正，或先在制度裡列出。`,
  'field.standard': ({ key }) => `${key} 是每份檔案都有的欄位，不能另行定義。請換一個名稱或刪去。`,
  'field.not-listed': ({ key }) =>
    `要求必填 ${key}，但此類型的 fields 沒有列出。請在 fields 裡補上。`,
  'field.no-choices': ({ key }) => `${key} 是選擇型欄位，卻沒有 choices。請列出可選的值。`,
  'field.idle-choices': ({ key, kind }) =>
    `${key} 是 ${kind} 型欄位，用不到 choices。請刪去 choices，或將 kind 改為 choice。`,
  'alias.twice': ({ alias, other }) => `「${alias}」已指 ${other}，不能再指另一項。請刪去一處。`,
  'formula.form': ({ formula, character, wanted }) =>
    `公式「${formula}」讀至第 ${character} 個字便無法繼續：${wants[wanted]}。寫法如 origin != 'local' and payment in ('loan', 'fund')。`,
  'formula.sensitive': ({ key }) => `${key} 為敏感欄位，是否缺件會透露其值。請改用其他欄位。`,
  'formula.number': ({ key }) =>
    `${key} 不是數字欄位，不能與數字比較。請替值加上引號，或改用數字欄位。`,
  'item.kind': () => '每項須寫 kind（材料種類）或 checklist（另一份清單），兩者擇一。',
  'secrecy.not-lower': ({ level, found }) => `${level} 期滿不能成為 ${found}：只能降級。`,
  'step.nobody': () => '須寫明由誰審批：posts、head 或 person。',
  'checklist.loop': ({ names }) =>
    `材料清單互相包含，形成循環：${names.join(' → ')}。請刪去其中一處 checklist。`,
  'reading.limits': ({ from, to }) => `下限 ${from} 高於上限 ${to}。請改正其一。`,
  'retention.floor-above-cap': ({ floor, cap }) =>
    `期限下限 ${floor} 年長於上限 ${cap} 年。請核對兩者。`,
  'retention.no-entries': () => '從最後一次交易起算，須以 entries 寫明哪些記錄算交易。',
  'time-zone.unknown': ({ found }) => `沒有名為 ${found} 的時區。請寫成 Asia/Shanghai 這樣。`,
} satisfies { readonly [Fault in PolicyFault]: (facts: PolicyFaults[Fault]) => string }

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return `最大 ${maximum}`
  return maximum === undefined ? `最小 ${minimum}` : `應在 ${minimum} 與 ${maximum} 之間`
}

/** One line: where, what is wrong, what to do. */
export function policyProblem({ line, column, at, code, facts }: PlacedProblem): string {
  const said = (faultTexts[code] as (facts: PolicyFaults[PolicyFault]) => string)(facts)
  return `第 ${line} 行第 ${column} 欄${at === '' ? '' : ` ${at}`}：${said}`
}
