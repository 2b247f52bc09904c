import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair } from 'yaml'
import { problem, type PlacedProblem, type PolicyProblem } from '../domain/policy-problem.ts'

/** Longer than any policy; what is bigger is something else. */
const longest = 500_000

export type Path = readonly string[]
export interface Place {
  readonly line: number
  readonly column: number
}

/** A policy file as YAML: its plain value, and where in the text each part stands. */
export interface PolicyText {
  readonly value: unknown
  readonly problems: readonly PlacedProblem[]
  /** The place of a value, or of its key; of the nearest thing around it where the text has no such path. */
  readonly placeOf: (path: Path, end: 'key' | 'value') => Place
  /** A value as it was written: `007`, not 7. Undefined where this text does not have it. */
  readonly writtenAt: (path: Path) => string | undefined
}

const start: Place = { line: 1, column: 1 }

export function readPolicyText(text: string): PolicyText {
  const characters = text.length
  if (characters > longest)
    return broken([problem('', 'file.too-long', { characters, limit: longest })])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = syntaxProblems(document, lines, text)
  if (problems.length > 0) return { ...broken([]), problems }
  const value = plainValue(document)
  if (value === undefined) return broken([problem('', 'file.aliases', {})])
  return {
    value: value.plain,
    problems,
    placeOf: (path, end) => placeIn(document, lines, path, end),
    writtenAt: (path) => writtenAt(document, path),
  }
}

const broken = (problems: readonly PolicyProblem[]): PolicyText => ({
  value: undefined,
  problems: problems.map((one) => ({ ...one, ...start })),
  placeOf: () => start,
  writtenAt: () => undefined,
})

/** Without aliases, which may come back to themselves or be many times as long as the text. */
function plainValue(document: Document.Parsed): { plain: unknown } | undefined {
  try {
    return { plain: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))) as unknown }
  } catch {
    return undefined
  }
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter, text: string) {
  const found = [...document.errors, ...document.warnings, ...lostAliases(document)]
  if (found.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
    return [{ ...problem('', 'file.too-deep', {}), ...start }]
  const problems = found.map(({ code, message, pos }): PlacedProblem => ({
    ...problem('', 'yaml.syntax', { reason: code, detail: message }),
    ...placeAt(lines, pos[0] ?? 0),
  }))
  const colons = colonProblems(text)
  const lone = problems.filter(({ line }) => !colons.some((colon) => colon.line === line))
  return lone.length === problems.length ? problems : [...colons, ...lone]
}

/** `*name` without a `&name` before it. One walk: asking each alias would walk the file every time. */
function lostAliases(document: Document.Parsed) {
  const anchors = new Set<string>()
  const lost: { code: string; message: string; pos: readonly number[] }[] = []
  visit(document, (_, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      const message = `Unresolved alias: ${node.source}`
      lost.push({ code: 'UNRESOLVED_ALIAS', message, pos: node.range ?? [0] })
    } else if (isNode(node) && !isAlias(node) && node.anchor) anchors.add(node.anchor)
  })
  return lost
}

/** Lines that begin as a key does, but with the colon of Chinese text. */
const colonProblems = (text: string): PlacedProblem[] =>
  text.split('\n').flatMap((line, index) => {
    const found = /^([\s\u3000]*(?:-\s+)?)(['"]?[\w-]+['"]?\s*：)/.exec(line)
    if (!found) return []
    const [, before = '', key = ''] = found
    const place = { line: index + 1, column: before.length + 1 }
    return [{ ...problem('', 'yaml.full-width-colon', { found: key }), ...place }]
  })

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/** The nodes on the way to `path`, as far as the text has them. */
function trail(document: Document.Parsed, path: Path): { key?: Node; value: Node | null }[] {
  const way: { key?: Node; value: Node | null }[] = [{ value: document.contents }]
  for (const name of path) {
    const last = way.at(-1)?.value
    const around = isAlias(last) ? last.resolve(document) : last
    const next = stepInto(around, name)
    if (!next) break
    way.push(next)
  }
  return way
}

function stepInto(around: unknown, name: string): { key?: Node; value: Node | null } | undefined {
  if (isSeq(around)) {
    const item = around.items[Number(name)] as Node | undefined
    return item && { value: item }
  }
  if (!isMap(around)) return undefined
  const pair = (around.items as Pair<Node, Node | null>[]).find(
    ({ key }) => isScalar(key) && String(key.value) === name,
  )
  return pair && { key: pair.key, value: pair.value }
}

function placeIn(document: Document.Parsed, lines: LineCounter, path: Path, end: 'key' | 'value') {
  const way = trail(document, path)
  const reached = way.at(-1)
  const whole = way.length === path.length + 1
  const node = end === 'key' || !whole ? (reached?.key ?? reached?.value) : reached?.value
  const offset = (node ?? reached?.key)?.range?.[0]
  return offset === undefined ? start : placeAt(lines, offset)
}

function writtenAt(document: Document.Parsed, path: Path): string | undefined {
  const way = trail(document, path)
  const node = way.length === path.length + 1 ? way.at(-1)?.value : undefined
  const scalar = isAlias(node) ? node.resolve(document) : node
  return isScalar(scalar) ? scalar.source : undefined
}
