import { nearest } from './suggest.ts'
import { canonicalNumber } from './number.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'

/** What is wrong with a numbering pattern (SPEC section 3, S002-3.2). */
export function patternProblems(at: string, pattern: string): PolicyProblem[] {
  const places = [...pattern.matchAll(/\{[^{}]*\}/g)].map(([place]) => place)
  return [
    ...places.flatMap((place) => unknownPlace(at, place)),
    ...countProblems(at, pattern, places),
    ...characterProblems(at, pattern),
    ...(orgMeetsSerial(pattern) ? [problem(at, 'pattern.org-meets-serial', { pattern })] : []),
  ]
}

/** What is wrong with the pattern of a document's number: `{number}-HT{serial:2}` (S003-15.4-12). */
export const documentNumberProblems = (at: string, pattern: string): PolicyProblem[] =>
  [...pattern.matchAll(/\{[^{}]*\}/g)].flatMap(([place]) => {
    if (/^\{(?:number|serial(?::[1-9])?)\}$/.test(place)) return []
    const near = nearest(place.slice(1, -1).replace(/:.*$/, ''), ['number', 'serial'])
    const suggestion = near && (near === 'serial' ? '{serial:2}' : '{number}')
    return [problem(at, 'pattern.unknown-place', { place, suggestion })]
  })

/** What is wrong with the pattern of a permit's number: as of an archive's, without an org code. */
export function permitNumberProblems(at: string, pattern: string | undefined): PolicyProblem[] {
  if (pattern === undefined) return []
  const org = pattern.includes('{org}')
    ? [problem(at, 'pattern.unknown-place', { place: '{org}', suggestion: undefined })]
    : []
  return [...org, ...patternProblems(at, pattern)]
}

const known = /^\{(?:year|org|serial(?::[1-9])?)\}$/

function unknownPlace(at: string, place: string): PolicyProblem[] {
  if (known.test(place)) return []
  const word = place.slice(1, -1).replace(/:.*$/, '')
  const near = nearest(word, ['year', 'org', 'serial'])
  const suggestion = near && (near === 'serial' ? '{serial:4}' : `{${near}}`)
  return [problem(at, 'pattern.unknown-place', { place, suggestion })]
}

function countProblems(at: string, pattern: string, places: readonly string[]): PolicyProblem[] {
  const count = (start: string) => places.filter((place) => place.startsWith(start)).length
  const serials = count('{serial')
  const twice = ['{year}', '{org}'].filter((place) => count(place) > 1)
  return [
    ...(serials === 0 ? [problem(at, 'pattern.no-serial', { pattern })] : []),
    ...(serials > 1 ? [problem(at, 'pattern.serial-twice', { pattern })] : []),
    ...twice.map((place) => problem(at, 'pattern.place-twice', { pattern, place })),
  ]
}

/** Numbers are kept in capitals and half width, and are typed on command lines: no leading dash. */
function characterProblems(at: string, pattern: string): PolicyProblem[] {
  const literal = pattern.replaceAll(/\{[^{}]*\}/g, '0')
  const wrong = /^[^\p{L}\p{N}]|[^\p{L}\p{N}._-]/u.exec(literal)?.[0] ?? unkept(literal)
  return wrong === undefined
    ? []
    : [problem(at, 'pattern.character', { pattern, character: wrong })]
}

const unkept = (literal: string): string | undefined =>
  [...literal].find((character) => canonicalNumber(character) !== character)

/** Org codes hold letters and digits, so only something else can part them from the serial. */
const orgMeetsSerial = (pattern: string): boolean =>
  [/\{org\}(.*?)\{serial/u, /\{serial[^}]*\}(.*?)\{org\}/u].some((between) => {
    const found = between.exec(pattern)?.[1]
    return found !== undefined && !/[^A-Z0-9]/.test(found.replaceAll('{year}', '2025'))
  })

/** One character of a number: which ones may stand there, and whether it may come again. */
interface Step {
  readonly allows: 'digit' | 'code' | string
  readonly repeats: boolean
}

/** Could both patterns make one number, in some year and for some org code? */
export function canCollide(one: string, other: string): boolean {
  const [first, second] = [stepsOf(one), stepsOf(other)]
  const waiting: [number, number][] = [[0, 0]]
  const seen = new Set<string>()
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    if (seen.has(pair.join())) continue
    seen.add(pair.join())
    if (pair[0] === first.length && pair[1] === second.length) return true
    for (const [a, nextA] of moves(first, pair[0]))
      for (const [b, nextB] of moves(second, pair[1]))
        if (overlap(a, b)) waiting.push([nextA, nextB])
  }
  return false
}

function stepsOf(pattern: string): Step[] {
  return pattern.split(/(\{[^}]*\})/).flatMap((part): Step[] => {
    if (part === '{year}') return digits(4, false)
    if (part === '{org}') return [{ allows: 'code', repeats: true }]
    if (part.startsWith('{serial')) return digits(Number(/\d/.exec(part)?.[0] ?? 1), true)
    return [...part].map((allows) => ({ allows, repeats: false }))
  })
}

const digits = (width: number, grows: boolean): Step[] =>
  Array.from({ length: width }, (_, at) => ({
    allows: 'digit',
    repeats: grows && at === width - 1,
  }))

/** What may come next after `done` steps, and how many are done then. */
function moves(steps: readonly Step[], done: number): [string, number][] {
  const next = steps[done]
  const last = steps[done - 1]
  return [
    ...(next ? [[next.allows, done + 1] as [string, number]] : []),
    ...(last?.repeats ? [[last.allows, done] as [string, number]] : []),
  ]
}

const overlap = (a: string, b: string): boolean => a === b || within(a, b) || within(b, a)

const within = (narrow: string, wide: string): boolean => {
  if (wide === 'code') return narrow === 'digit' || /^[A-Z0-9]$/.test(narrow)
  return wide === 'digit' && /^\d$/.test(narrow)
}
