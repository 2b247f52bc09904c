import type { Question } from '../cli/ask.ts'
import { entryColumns, entryKeys, type EntryColumn } from '../domain/entry-columns.ts'
import { isInvalid, type Invalid } from '../domain/invalid.ts'
import { checkMapping, parseMapping, type Mapping } from '../domain/mapping.ts'
import type { FieldRule, Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/** A file's headings, and what the line says of them. */
interface Headed {
  readonly headings: readonly string[]
  readonly kind: string | undefined
  /** `单号=orderNumber,备注=text`, as it was given. */
  readonly map: string | undefined
}

/**
 * What the columns of a file of entries are taken as, said to whoever imports it; at a terminal a
 * person is asked about those that nothing was known of. @throws Refusal value.bad
 */
export async function settleEntryColumns(
  desk: Desk,
  policy: Policy,
  { headings, kind, map }: Headed,
): Promise<readonly EntryColumn[]> {
  const said = mappingIn(map, headings, policy, kind)
  const columns = entryColumns(headings, policy, { kind, mapping: said })
  sayColumns(desk, policy, columns)
  if (!desk.globals.interactive || desk.globals.yes) return columns
  const told = await askColumns(desk, policy, kind, {
    unknown: columns.filter(({ heading, target }) => isOpen(heading, target, said)),
    taken: columns.flatMap(({ target }) => keysOf(target)),
  })
  if (told.size === 0) return columns
  return entryColumns(headings, policy, { kind, mapping: new Map([...(said ?? []), ...told]) })
}

/** Nothing is known of it, and nobody wished it kept as it is. */
const isOpen = (heading: string, target: EntryColumn['target'], said: Mapping | undefined) =>
  'extra' in target && !said?.has(heading.trim())

/** @throws Refusal value.bad */
function mappingIn(
  said: string | undefined,
  headings: readonly string[],
  policy: Policy,
  kind: string | undefined,
): Mapping | undefined {
  if (said === undefined) return undefined
  const mapping = parseMapping(said)
  if (isInvalid(mapping)) throw bad(said, mapping)
  const wrong = checkMapping(mapping, headings, [...entryKeys(policy, kind)])
  if (wrong) throw bad(said, wrong)
  return mapping
}

const bad = (value: string, it: Invalid): Refusal =>
  new Refusal('value.bad', { problems: [{ key: '--map', value, invalid: it }] })

/** What each column was taken as. */
function sayColumns(desk: Desk, policy: Policy, columns: readonly EntryColumn[]): void {
  const text = desk.text.import.run
  const names = columns.map(({ heading, target }) => {
    const [key] = keysOf(target)
    return key === undefined
      ? text.extra(heading)
      : text.known(heading, nameOf(desk, policy, key, target))
  })
  desk.say.notice(text.columns(names))
}

/** The keys that a column may mean: one, unless kinds give its heading to different fields. */
function keysOf(target: EntryColumn['target']): readonly string[] {
  if ('part' in target) return [target.part]
  if ('customer' in target) return [target.customer.key]
  return 'extra' in target ? [] : [...new Set(target.fields.values())]
}

/** A key in the reader's words; of a field, those of the kind that the column belongs to. */
function nameOf(desk: Desk, policy: Policy, key: string, target?: EntryColumn['target']): string {
  const parts: Readonly<Record<string, string>> = desk.text.entry.import.keys
  const said = parts[key]
  if (said !== undefined) return said
  const of = target && 'fields' in target ? [...target.fields.keys()] : undefined
  return fieldNamed(policy, key, of)?.label[desk.language] ?? key
}

function fieldNamed(
  { entries = {}, fields = {} }: Policy,
  key: string,
  kinds: readonly string[] = Object.keys(entries),
): FieldRule | undefined {
  return kinds.map((kind) => entries[kind]?.fields?.[key]).find(Boolean) ?? fields[key]
}

/** Asks what each unknown column is; what a person keeps as it is stays out of the answer. */
async function askColumns(
  desk: Desk,
  policy: Policy,
  kind: string | undefined,
  {
    unknown,
    taken,
  }: { readonly unknown: readonly EntryColumn[]; readonly taken: readonly string[] },
): Promise<Mapping> {
  const text = desk.text.import.run
  const free = new Set(entryKeys(policy, kind))
  for (const key of taken) free.delete(key)
  const told = new Map<string, string>()
  for (const { heading } of unknown) {
    const question = {
      kind: 'choice',
      message: text.unknown(heading),
      option: `--map ${heading.trim()}=…,`,
      choices: [
        { value: 'extra', name: text.keep },
        ...[...free].map((key) => ({ value: key, name: nameOf(desk, policy, key) })),
      ],
      initial: 'extra',
    } as const satisfies Question
    const { key } = await desk.ask({ key: question }, {})
    if (key !== 'extra') told.set(heading.trim(), key)
    free.delete(key)
  }
  return told
}
