import {
  checkMapping,
  knownKeys,
  mapHeadings,
  parseMapping,
  type HeadingMap,
  type Mapping,
} from '../domain/headings.ts'
import { columnsTaken, reportHeading, type Taken } from '../domain/import-row.ts'
import { isInvalid } from '../domain/invalid.ts'
import type { Invalid } from '../domain/invalid.ts'
import { labelOf } from '../domain/labels.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { readerOf } from '../domain/draft.ts'
import type { Desk } from './desk.ts'

/** What the file's columns are taken as. */
export interface Columns {
  readonly headings: HeadingMap
  readonly columns: readonly Taken[]
  readonly width: number
  /** The type of every row that names none. */
  readonly type: string | undefined
}

/** Reads the headings under the policy and the line's own mapping. @throws Refusal value.bad */
export function columnsFor(
  policy: Policy,
  headings: readonly string[],
  path: string,
  options: { readonly type?: string; readonly map?: string },
): Columns {
  if (headings.every((heading) => heading.trim() === '')) throw new Refusal('input.empty', { path })
  const type = options.type === undefined ? undefined : typeNamed(options.type, policy)
  const mapping = options.map === undefined ? undefined : mappingIn(options.map, headings, policy)
  const map = mapHeadings(headings, policy, { type, mapping })
  return { headings: map, columns: columnsTaken(map, policy), width: headings.length, type }
}

/** The type that the line names. @throws Refusal value.bad */
export function typeNamed(text: string, policy: Policy): string {
  const type = readerOf('type', policy)(text)
  if (isInvalid(type)) throw bad('type', text, type)
  return type
}

function mappingIn(text: string, headings: readonly string[], policy: Policy): Mapping {
  const mapping = parseMapping(text)
  if (isInvalid(mapping)) throw bad('--map', text, mapping as Invalid)
  const wrong = checkMapping(mapping as Mapping, headings, [...knownKeys(policy)])
  if (wrong) throw bad('--map', text, wrong)
  return mapping as Mapping
}

const bad = (key: string, value: string, it: Invalid): Refusal =>
  new Refusal('value.bad', { problems: [{ key, value, invalid: it }] })

/** Shows what each column was taken as; at a terminal asks about those that nothing was known of. */
export async function askAboutColumns(
  desk: Desk,
  columns: Columns,
  policy: Policy,
): Promise<Columns> {
  const text = desk.text.import.run
  const nameOf = (key: string) => labelOf(key, policy, desk.language, desk.text.keys)
  const shown = columns.headings.filter(({ heading }) => !reportHeading(heading))
  desk.say.notice(
    text.columns(
      shown.map(({ heading, target, derived }) => {
        if (derived) return text.derived(heading)
        return typeof target === 'string'
          ? text.known(heading, nameOf(target))
          : text.extra(heading)
      }),
    ),
  )
  if (!desk.globals.interactive || desk.globals.yes) return columns
  const unknown = shown.filter(({ target, empty }) => typeof target !== 'string' && !empty)
  const mapping = new Map<string, string>()
  for (const column of unknown) {
    const choices = [
      { value: 'extra', name: text.keep },
      ...[...knownKeys(policy)].map((key) => ({ value: key, name: nameOf(key) })),
    ]
    const question = {
      kind: 'choice',
      message: text.unknown(column.heading),
      option: `--map ${column.heading.trim()}=…,`,
      choices,
      initial: column.suggestion ?? 'extra',
    } as const
    const { key } = await desk.ask({ key: question }, {})
    if (key !== 'extra') mapping.set(column.heading.trim(), key)
  }
  if (mapping.size === 0) return columns
  const headings = mapHeadings(
    columns.headings.map(({ heading }) => heading),
    policy,
    { type: columns.type, mapping: new Map([...asMapping(columns.headings), ...mapping]) },
  )
  return { ...columns, headings, columns: columnsTaken(headings, policy) }
}

/** What has been settled already, as a mapping. */
const asMapping = (headings: HeadingMap): Mapping =>
  new Map(
    headings.flatMap(({ heading, target }) =>
      typeof target === 'string' ? [[heading.trim(), target] as const] : [],
    ),
  )
