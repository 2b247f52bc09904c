import type { Archive } from '../domain/archive.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import { amidst, placeKinds, type Shelf } from '../domain/place.ts'
import { isSensitive } from '../domain/shown.ts'
import { mayRead } from '../domain/staff.ts'
import type { LabelSheet } from '../exchange/label-form.ts'
import { shelvesIn } from '../store/places.ts'
import type { Desk, Office } from './desk.ts'
import { lyingAt } from './locate-contents.ts'
import { pathWords } from './place-view.ts'

/** Codes of a number, for cameras and for scanners of bars. */
export interface Draw {
  readonly qrSvg: (text: string) => string
  readonly code128Svg: (text: string) => string
}

const codesOf = ({ qrSvg, code128Svg }: Draw, number: string) => ({
  code: qrSvg(number),
  bars: code128Svg(number),
})

/** What a label says where the policy says nothing (S002-3.3-1, S002-4.2-1). */
const usual = ['type', 'year', 'stage', 'secrecy']

/** The label of an archive's box or bag. What is sensitive never stands on the outside. */
export function archiveLabel(
  desk: Desk,
  { policy }: Office,
  archive: Archive,
  draw: Draw,
): LabelSheet {
  const { keys } = desk.text
  const lines = (policy.storage?.label ?? usual).filter((key) => !isSensitive(key, policy))
  const facts = lines.flatMap((key): [string, string][] => {
    const value = valueOf(desk, archive, key)
    if (value === '' || (key === 'secrecy' && archive.secrecy === 'none')) return []
    const said = key === 'secrecy' ? value : valueLabel(key, value, policy, desk.language)
    return [[labelOf(key, policy, desk.language, keys), said]]
  })
  return {
    number: archive.number,
    name: archive.name ?? '',
    ...codesOf(draw, archive.number),
    facts,
  }
}

function valueOf({ text }: Desk, archive: Archive, key: string): string {
  if (key === 'secrecy') return text.keys.secrecy[archive.secrecy]
  const standard = archive[key as keyof Archive]
  if (typeof standard === 'string' || typeof standard === 'number') return String(standard)
  return Object.hasOwn(archive.fields, key) ? (archive.fields[key] ?? '') : ''
}

/** The label of a box or another place: class, years and numbers of what lies in it (S002-4.2-1). */
export function placeLabel(desk: Desk, office: Office, shelf: Shelf, draw: Draw): LabelSheet {
  const { label: text } = desk.text.form
  const { policy, store, operator } = office
  const { items } = desk.text.program.marks
  const within = lyingAt(office, amidst(shelvesIn(store), shelf.code))
  const archives = within
    .filter(({ archive, material }) => !material && mayRead(operator, archive))
    .map(({ archive }) => archive)
  const each = (values: readonly string[]) => [...new Set(values)].toSorted().join(items)
  const types = archives.map(({ type }) => valueLabel('type', type, policy, desk.language))
  const [first, last] = [archives[0], archives.at(-1)]
  const range = first && last ? [...new Set([first.number, last.number])].join(' – ') : ''
  const levels = (shelf.apart ?? []).map((level) => desk.text.keys.secrecy[level])
  const facts: [string, string][] = [
    [desk.text.place.keys.kind, placeKinds[shelf.kind].label[desk.language]],
    [desk.text.place.keys.path, pathWords(shelf)],
    [text.types, each(types)],
    [text.years, each(archives.map(({ year }) => String(year)))],
    [text.range, range],
    [text.holdings, String(within.length)],
    [desk.text.place.keys.levels, levels.join(items)],
  ]
  return {
    number: shelf.code,
    name: shelf.label ?? '',
    ...codesOf(draw, shelf.code),
    facts: facts.filter(([, value]) => value !== ''),
  }
}
