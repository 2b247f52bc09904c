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
  number: '数字',
  integer: '整数',
  yesNo: 'true 或 false',
  list: '列表（每项一行，以 - 开头）',
  map: '下一级内容（每行一个“键: 值”）',
} satisfies Record<ValueKind, string>

const lists = {
  types: '客户类型',
  fields: '字段',
  keys: '字段',
  stages: '业务阶段',
  industries: '行业',
  regions: '地区',
  importances: '重要程度',
  calendars: '日历',
  secrecyLevels: '密级',
  retentionClasses: '保存期限类别',
  parts: '材料的部分',
  materialKinds: '材料种类',
  checklists: '材料清单',
  channels: '信息来源',
  entryKinds: '记录种类',
  posts: '岗位',
  choices: '可选值',
} satisfies Record<NamedList, string>

const wants = {
  key: '此处应是字段名',
  value: "此处应是值：文字加引号，如 'CN'；数字不加",
  bracket: '此处应是括号',
  end: '此处起多余',
  short: '太长，请拆成几项',
} satisfies Record<Wanted, string>

/** The YAML reader's codes that office people meet; for the others its own sentence must do. */
const yamlReasons: Readonly<Record<string, string>> = {
  BAD_INDENT: '缩进不对。同一级的行要左对齐，下一级多缩进两个空格',
  TAB_AS_INDENT: '缩进用了制表符。请改用空格',
  DUPLICATE_KEY: '同一级里有两个相同的键。请删去一个',
  MISSING_CHAR: '缺少字符，多半是冒号后的空格、引号或右括号',
  MULTIPLE_DOCS: '文件里有多份内容。请删去单独成行的 ---',
  BAD_SCALAR_START: '值以特殊字符开头。请给整个值加上引号',
  MULTILINE_IMPLICIT_KEY: '键写成了几行，或这一行缺少冒号',
  BAD_ALIAS: '* 后面的名字前面没有用 & 定义过',
}

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否为 ${suggestion}？`

/** What is wrong in a policy file, and what to do. It follows the place. */
export const faultTexts = {
  'file.too-long': ({ characters, limit }) =>
    `文件有 ${characters} 个字符，制度不会超过 ${limit} 个。请确认选对了文件。`,
  'file.too-deep': () => '层次太深，无法读取。请减少嵌套。',
  'file.aliases': () => '引用（& 和 *）绕回自身或展开后过大。请直接写出内容。',
  'yaml.syntax': ({ reason, detail }) =>
    `不是正确的 YAML：${Object.hasOwn(yamlReasons, reason) ? yamlReasons[reason] : detail}。`,
  'yaml.full-width-colon': ({ found }) => `“${found}”用了全角冒号。请改成半角冒号加一个空格“: ”。`,
  'extends.unknown': ({ name }) =>
    `没有名为 ${name} 的现成制度。名单：dangan policy list --ready。`,
  'extends.loop': ({ names }) =>
    `制度互相引用，绕成了圈：${names.join(' → ')}。请删去一处 extends。`,

  'key.unknown': ({ key, suggestion, known }) =>
    `这里没有名为 ${key} 的键。${orElse(suggestion)}${known.length > 0 ? `可用：${known.join('、')}。` : ''}`,
  'key.form': ({ key }) =>
    `“${key}”不能作标识：只用英文字母和数字，以小写字母开头。中文名称写在 label 里。`,
  'key.missing': ({ key }) => `缺少 ${key}。请补上。`,
  'value.kind': ({ wanted, found }) =>
    `这里要${wanted.map((kind) => kinds[kind]).join('或')}，不能是“${found}”。`,
  'value.choice': ({ found, suggestion, choices }) =>
    `“${found}”不在可选之列。${orElse(suggestion)}可选：${choices.join('、')}。`,
  'value.range': ({ found, minimum, maximum }) => `${found} 超出范围，${range(minimum, maximum)}。`,
  'value.blank': () => '不能为空。请填写，或删去这一键。',
  'value.twice': ({ found }) => `“${found}”写了两次。请删去一个。`,
  'value.form': ({ found }) => `“${found}”的写法不对。请参照现成制度中的同一处。`,
  'clause.form': ({ found }) => `“${found}”不是条款编号。请写成 S002-3.2-1 这样。`,

  'pattern.no-serial': ({ pattern }) => `编号规则 ${pattern} 没有序号。请加上 {serial:4}。`,
  'pattern.serial-twice': ({ pattern }) => `编号规则 ${pattern} 里有两个序号。请只留一个。`,
  'pattern.place-twice': ({ pattern, place }) =>
    `编号规则 ${pattern} 里 ${place} 出现两次。请只留一个。`,
  'pattern.unknown-place': ({ place, suggestion }) =>
    `编号规则里不能用 ${place}。${orElse(suggestion)}可用：{year}、{org}、{serial:4}。`,
  'pattern.character': ({ pattern, character }) =>
    `编号规则 ${pattern} 里不能用“${character}”：编号以字母或数字开头，只含大写字母、数字和 - . _，一律半角。`,
  'pattern.org-meets-serial': ({ pattern }) =>
    `编号规则 ${pattern} 的机构代码与序号之间没有分隔，A1 的 0001 号和 A10 的 001 号会是同一个编号。请在两者之间加 -。`,
  'pattern.same-numbers': ({ pattern, type, other, otherPattern }) =>
    `${type} 的编号规则 ${pattern} 与 ${other} 的 ${otherPattern} 会发出同样的编号。请改一处的前缀。`,
  'name.unknown': ({ list, name, suggestion }) =>
    `${lists[list]}里没有 ${name}。${orElse(suggestion)}请改正，或先在制度里列出它。`,
  'field.standard': ({ key }) => `${key} 是每份档案都有的字段，不能另行定义。请换一个名字或删去。`,
  'field.not-listed': ({ key }) =>
    `要求必填 ${key}，但这一类型的 fields 没有列出它。请在 fields 里补上。`,
  'field.no-choices': ({ key }) => `${key} 是选择型字段，却没有 choices。请列出可选的值。`,
  'field.idle-choices': ({ key, kind }) =>
    `${key} 是 ${kind} 型字段，用不到 choices。请删去 choices，或把 kind 改为 choice。`,
  'alias.twice': ({ alias, other }) => `“${alias}”已指 ${other}，不能再指另一项。请删去一处。`,
  'formula.form': ({ formula, character, wanted }) =>
    `公式“${formula}”读到第 ${character} 个字读不下去：${wants[wanted]}。写法如 origin != 'local' and payment in ('loan', 'fund')。`,
  'formula.sensitive': ({ key }) => `${key} 是敏感字段，缺不缺材料会透露它的值。请改用其他字段。`,
  'formula.number': ({ key }) =>
    `${key} 不是数字型字段，不能与数字比较。请给值加引号，或改用数字型字段。`,
  'item.kind': () => '每项要么写 kind（材料种类），要么写 checklist（另一份清单），只写一样。',
  'secrecy.not-lower': ({ level, found }) => `${level} 期满不能成为 ${found}：只能降级。`,
  'step.nobody': () => '须写明由谁审批：posts、head 或 person。',
  'checklist.loop': ({ names }) =>
    `材料清单互相包含，绕成了圈：${names.join(' → ')}。请删去一处 checklist。`,
  'reading.limits': ({ from, to }) => `下限 ${from} 高于上限 ${to}。请改正其一。`,
  'retention.floor-above-cap': ({ floor, cap }) =>
    `期限下限 ${floor} 年长于上限 ${cap} 年。请核对两者。`,
  'retention.no-entries': () => '从最后一次交易起算，须用 entries 写明哪些记录算交易。',
  'time-zone.unknown': ({ found }) => `没有名为 ${found} 的时区。请写成 Asia/Shanghai 这样。`,
} satisfies { readonly [Fault in PolicyFault]: (facts: PolicyFaults[Fault]) => string }

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return `最大 ${maximum}`
  return maximum === undefined ? `最小 ${minimum}` : `应在 ${minimum} 与 ${maximum} 之间`
}

/** One line: where, what is wrong, what to do. */
export function policyProblem({ line, column, at, code, facts }: PlacedProblem): string {
  const said = (faultTexts[code] as (facts: PolicyFaults[PolicyFault]) => string)(facts)
  return `第 ${line} 行第 ${column} 列${at === '' ? '' : ` ${at}`}：${said}`
}
