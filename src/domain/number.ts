/** Archive numbers (档案编号): patterns such as `YG{year}{org}-{serial:4}` (S002-3.2, SPEC section 3). */

/** What a number says, read by a pattern. */
export interface NumberParts {
  readonly year?: number
  readonly org?: string
  readonly serial: number
}

const serialPlace = /\{serial(?::(\d+))?\}/
const place = /\{(year|org|serial)(?::(\d+))?\}/g

/** Half-width, upper case, no spaces: as numbers are stored. */
export const canonicalNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .replaceAll(/[‐-―−]/g, '-')

export const needsOrgCode = (pattern: string): boolean => pattern.includes('{org}')

/** Codes of institutions and dealers: letters and digits, at most 12. */
export const isOrgCode = (text: string): boolean => /^[A-Z0-9]{1,12}$/.test(text)

/** The pattern with everything but the serial filled in: `YG2025XH01-{serial:4}`. One series counts per stem. */
export const stemOf = (pattern: string, year: number, org: string | null): string =>
  pattern.replaceAll('{year}', String(year).padStart(4, '0')).replaceAll('{org}', org ?? '')

/** The number of a series' serial; past its width it grows (`RG2025-10000`). */
export const numberOf = (stem: string, serial: number): string =>
  stem.replace(serialPlace, (_, width?: string) => String(serial).padStart(Number(width ?? 1), '0'))

/** `numberOf` for one stem and many serials. */
export function numbererOf(stem: string): (serial: number) => string {
  const [before = '', after = ''] = stem.split(serialPlace).filter((_, at) => at !== 1)
  const width = Number(serialPlace.exec(stem)?.[1] ?? 1)
  return (serial) => before + String(serial).padStart(width, '0') + after
}

/** How many serials fit the width: 9,999 for `{serial:4}`. */
export const capacityOf = (stem: string): number => {
  const width = serialPlace.exec(stem)?.[1]
  return width === undefined ? Number.POSITIVE_INFINITY : 10 ** Number(width) - 1
}

const readers = new Map<string, { exact: RegExp; loose: RegExp; names: string[] }>()

function readerOf(pattern: string) {
  const kept = readers.get(pattern)
  if (kept) return kept
  const names: string[] = []
  const parts = pattern.split(/(\{[^}]*\})/).map((part) => partSource(part, names))
  const loosely = parts.map((part) => (part.startsWith('(') ? part : part.replaceAll('-', '-?')))
  const made = {
    exact: new RegExp(`^${parts.join('')}$`),
    loose: new RegExp(`^${loosely.join('')}$`),
    names,
  }
  readers.set(pattern, made)
  return made
}

function partSource(part: string, names: string[]): string {
  const found = [...part.matchAll(place)][0]
  if (!found) return part.toUpperCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  names.push(found[1] as string)
  if (found[1] === 'year') return String.raw`(\d{4})`
  if (found[1] === 'org') return orgSource
  return String.raw`(\d{${found[2] ?? 1},${longestSerial}})`
}

const orgSource = '([A-Z0-9]{1,12}?)'

/** Digits of a serial, at most: longer ones are no serials, and counting on from one would lose digits. */
const longestSerial = 12

/** What `number` says under `pattern`, or undefined where it does not fit (also: serial 0, or too many zeros). */
export function readNumber(pattern: string, number: string): NumberParts | undefined {
  const { exact, names } = readerOf(pattern)
  const parts = partsOf(exact.exec(number), names)
  if (!parts || parts.serial === 0) return undefined
  return numberOf(stemOf(pattern, parts.year ?? 0, parts.org ?? null), parts.serial) === number
    ? parts
    : undefined
}

function partsOf(found: RegExpExecArray | null, names: readonly string[]): NumberParts | undefined {
  if (!found) return undefined
  const said = new Map(names.map((name, at) => [name, found[at + 1] as string]))
  const year = said.get('year')
  const org = said.get('org')
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(org === undefined ? {} : { org }),
    serial: Number(said.get('serial')),
  }
}

/**
 * The numbers that `text` may mean when it was typed without its dash (`rg20250001`).
 * An org code may end in digits, so there may be several; the register knows which exist.
 */
export function spelledOut(pattern: string, text: string): string[] {
  const { loose, names } = readerOf(pattern)
  if (!loose.test(text)) return []
  const readings = needsOrgCode(pattern) ? withEveryOrg(loose) : [loose]
  return readings.flatMap((reading) => {
    const parts = partsOf(reading.exec(text), names)
    if (!parts) return []
    const number = numberOf(stemOf(pattern, parts.year ?? 0, parts.org ?? null), parts.serial)
    return readNumber(pattern, number) && bare(number) === bare(text) ? [number] : []
  })
}

const everyOrg = new Map<string, readonly RegExp[]>()

/** The same for org codes of one sign, of two … */
function withEveryOrg({ source }: RegExp): readonly RegExp[] {
  const kept = everyOrg.get(source)
  if (kept) return kept
  const made = Array.from({ length: 12 }, (_, at) => `([A-Z0-9]{${at + 1}})`).map(
    (org) => new RegExp(source.replace(orgSource, org)),
  )
  everyOrg.set(source, made)
  return made
}

/** Without dashes, for comparing what was typed with what is. */
export const bare = (number: string): string => number.replaceAll('-', '')

/** The number in the series `stem` that ends in `tail` (`0001`, `XH01-0001`; `001` of 鸿借字第001号), if its serial can. */
export function tailIn(stem: string, tail: string): string | undefined {
  const behind = stem.slice(stem.search(serialPlace)).replace(serialPlace, '')
  const said = tail.endsWith(behind) ? tail.slice(0, tail.length - behind.length) : tail
  const digits = /\d+$/.exec(said)?.[0]
  if (digits === undefined || digits.length > longestSerial || Number(digits) === 0)
    return undefined
  const number = numberOf(stem, Number(digits))
  const before = number.slice(0, number.length - behind.length)
  return bare(before).endsWith(bare(said)) ? number : undefined
}

/** Every stem of which `number` could be a serial's number, with that serial: few of them are a series. */
export function stemsBehind(number: string): { readonly stem: string; readonly serial: number }[] {
  return [...number.matchAll(/\d/g)].flatMap(({ index }) => {
    const run = /^\d+/.exec(number.slice(index))?.[0].slice(0, longestSerial) ?? ''
    return Array.from({ length: run.length }, (_, at) => run.slice(0, at + 1)).flatMap((digits) =>
      placesOf(digits).map((serial) => ({
        stem: number.slice(0, index) + serial + number.slice(index + digits.length),
        serial: Number(digits),
      })),
    )
  })
}

/** The places in a pattern that these digits could fill: nothing pads beyond its width. */
function placesOf(digits: string): string[] {
  if (Number(digits) === 0) return []
  const widths = Array.from({ length: digits.length }, (_, at) => at + 1)
  const fitting = digits.startsWith('0') ? [digits.length] : widths
  const open = digits.startsWith('0') ? [] : ['{serial}']
  return [...open, ...fitting.filter((width) => width < 10).map((width) => `{serial:${width}}`)]
}
