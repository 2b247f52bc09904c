import { foldText } from './fold.ts'
import { headingNames } from './heading-names.ts'
import { reduced, withoutHints } from './heading-spellings.ts'
import { unitIn } from './headings.ts'
import { reportHeading } from './import-row.ts'
import type { Mapping } from './mapping.ts'
import type { FieldRule, Policy } from './policy.ts'

/** What every entry has beside the fields of its kind, and by what its archive is known. */
export type EntryPart = 'number' | 'name' | 'kind' | 'on' | 'text'

/** By what an archive is known without its number. */
export interface CustomerKey {
  readonly key: string
  readonly by: 'businessKey' | 'identity'
  readonly field: FieldRule
}

/** What a column of a file of entries holds; `fields`: the key that it means in each kind. */
export type EntryTarget =
  | { readonly part: EntryPart }
  | { readonly customer: CustomerKey }
  | { readonly fields: ReadonlyMap<string, string> }
  | { readonly extra: string }

export interface EntryColumn {
  readonly index: number
  readonly heading: string
  readonly target: EntryTarget
  /** `万` of 金额(万元). */
  readonly unit: string | undefined
}

const partNames: Readonly<Record<Exclude<EntryPart, 'number' | 'name'>, string>> = {
  kind: 'kind 种类 记录种类 记录类别 记录类型 entrykind jiluzhonglei zhonglei',
  on: 'on date 日期 发生日期 记录日期 业务日期 销售日期 交易日期 沟通日期 时间 riqi fashengriqi',
  text: 'text 内容 沟通内容 摘要 说明 备注 附注 remark remarks note notes neirong beizhu shuoming',
}

/** Names of parts that `--map` takes. */
const parts: readonly EntryPart[] = ['number', 'name', 'kind', 'on', 'text']

/** Every key that a column may be mapped to; `kind`: only of this one. */
export const entryKeys = (policy: Policy, kind: string | undefined): readonly string[] => [
  ...parts,
  ...customerKeys(policy).map(({ key }) => key),
  ...new Set(kindsOf(policy, kind).flatMap(([, { fields = {} }]) => Object.keys(fields))),
]

const kindsOf = ({ entries = {} }: Policy, kind: string | undefined) =>
  Object.entries(entries).filter(([name]) => kind === undefined || name === kind)

/** Fields of archives by which customers are known: business keys and identity numbers. */
function customerKeys({ types, fields = {} }: Policy): CustomerKey[] {
  const business = new Set(Object.values(types).flatMap(({ businessKey }) => businessKey ?? []))
  return Object.entries(fields).flatMap(([key, field]): CustomerKey[] => {
    if (business.has(key)) return [{ key, by: 'businessKey', field }]
    const isIdentity = field.kind === 'idCard' || field.kind === 'uscc'
    return isIdentity ? [{ key, by: 'identity', field }] : []
  })
}

/** What the columns of a file of entries mean; our own reports of rejected rows are left out. */
export function entryColumns(
  headings: readonly string[],
  policy: Policy,
  { kind, mapping }: { readonly kind?: string | undefined; readonly mapping?: Mapping | undefined },
): readonly EntryColumn[] {
  const spellings = spellingsOf(policy, kind)
  const seen = new Set<string>()
  return headings.flatMap((heading, index): EntryColumn[] => {
    if (reportHeading(heading) || heading.trim() === '') return []
    const meant = mapped(heading, spellings, mapping) ?? known(heading, spellings)
    const extra = { extra: heading.trim() }
    const target = meant === undefined || seen.has(identityOf(meant)) ? extra : meant
    seen.add(identityOf(target))
    const unit = 'fields' in target ? unitIn(heading, foldText) : undefined
    return [{ index, heading, target, unit }]
  })
}

function mapped(
  heading: string,
  spellings: ReadonlyMap<string, EntryTarget>,
  mapping: Mapping | undefined,
): EntryTarget | undefined {
  const wish = mapping?.get(heading.trim())
  if (wish === undefined) return undefined
  return wish === 'extra' ? { extra: heading.trim() } : spellings.get(reduced(wish, foldText))
}

const known = (heading: string, spellings: ReadonlyMap<string, EntryTarget>) =>
  spellings.get(reduced(heading, foldText)) ??
  spellings.get(reduced(withoutHints(heading, foldText), foldText))

/** By what a column is known again when the file comes with its columns in another order. */
export function identityOf(target: EntryTarget): string {
  if ('part' in target) return target.part
  if ('customer' in target) return target.customer.key
  return 'extra' in target ? `+${target.extra}` : ([...target.fields.values()][0] ?? '')
}

/** The number first, then the kinds' own fields, then what every entry has, then whose it is. */
function spellingsOf(policy: Policy, kind: string | undefined): ReadonlyMap<string, EntryTarget> {
  const spellings = new Map<string, EntryTarget>()
  const add = (names: readonly string[], target: EntryTarget) => {
    for (const name of names) {
      const form = reduced(name, foldText)
      if (!spellings.has(form)) spellings.set(form, target)
    }
  }
  add(['number', ...namesOf('number')], { part: 'number' })
  addFields(spellings, policy, kind)
  for (const [part, names] of Object.entries(partNames))
    add(names.split(' '), { part: part as EntryPart })
  add(['name', ...namesOf('name')], { part: 'name' })
  for (const customer of customerKeys(policy))
    add([customer.key, ...spelled(customer.field)], { customer })
  return spellings
}

const namesOf = (key: string): readonly string[] => (headingNames[key] ?? '').split(' ')
const spelled = ({ label, aliases = [] }: FieldRule): readonly string[] => [
  ...Object.values(label),
  ...aliases,
]

/** A heading may mean a field in several kinds: which one, each row's kind says. */
function addFields(
  spellings: Map<string, EntryTarget>,
  policy: Policy,
  only: string | undefined,
): void {
  const taken = new Set(spellings.keys())
  const fields = new Map<string, Map<string, string>>()
  const add = (kind: string, key: string, names: readonly string[]) => {
    for (const name of names) {
      const form = reduced(name, foldText)
      const meant = fields.get(form) ?? new Map<string, string>()
      fields.set(form, meant)
      if (!meant.has(kind)) meant.set(kind, key)
    }
  }
  const all = kindsOf(policy, only).flatMap(([kind, rule]) =>
    Object.entries(rule.fields ?? {}).map(([key, field]) => ({ kind, key, field })),
  )
  for (const { kind, key } of all) add(kind, key, [key])
  for (const { kind, key, field } of all) add(kind, key, Object.values(field.label))
  for (const { kind, key, field } of all) add(kind, key, field.aliases ?? [])
  for (const [form, meant] of fields) if (!taken.has(form)) spellings.set(form, { fields: meant })
}
