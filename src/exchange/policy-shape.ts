import { Ajv, type ErrorObject, type Schema, type ValidateFunction } from 'ajv'
import { nearest } from '../domain/suggest.ts'
import { patternProblems } from '../domain/policy-pattern.ts'
import { problem, type PolicyProblem, type ValueKind } from '../domain/policy-problem.ts'
import { policySchemaFile } from './package-files.ts'
import type { Path } from './policy-text.ts'

/** Something of the wrong shape: the problem, the way to it, and which end of it to point at. */
export interface ShapeProblem {
  readonly problem: PolicyProblem
  readonly path: Path
  readonly end: 'key' | 'value'
}

let compiled: ValidateFunction | undefined

const compile = (): ValidateFunction =>
  new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(policySchemaFile()) as Schema,
  )

/** Everything in `value` that the schema does not allow. `writtenAt` gives values as the text has them. */
export function shapeProblems(
  value: unknown,
  writtenAt: (path: Path) => string | undefined,
): readonly ShapeProblem[] {
  compiled ??= compile()
  if (compiled(value)) return []
  const found = (compiled.errors ?? [])
    .filter((error) => error.propertyName === undefined)
    .flatMap((error) => shapeProblem(error, pathOf(error.instancePath), writtenAt))
  return found.filter((one) => !isEcho(one, found))
}

/** What only follows from another problem: a key that is missing because it is misspelt, half a year. */
const isEcho = (
  { problem: { at, code, facts }, path }: ShapeProblem,
  all: readonly ShapeProblem[],
) =>
  all.some(({ problem: other, path: otherPath }) => {
    if (code === 'value.range') return other.code === 'value.kind' && other.at === at
    if (code !== 'key.missing' || pathText(otherPath.slice(0, -1)) !== pathText(path)) return false
    if (other.code === 'yaml.full-width-colon') return other.facts.found.startsWith(facts.key)
    return other.code === 'key.unknown' && other.facts.suggestion === facts.key
  })

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const pathText = (path: Path): string => path.join('.')

function shapeProblem(
  error: ErrorObject,
  path: Path,
  writtenAt: (path: Path) => string | undefined,
): ShapeProblem[] {
  const key = (error.params['additionalProperty'] ?? error.params['propertyName']) as string
  if (error.keyword === 'additionalProperties' || error.keyword === 'propertyNames')
    return [{ problem: keyProblem(error, [...path, key], key), path: [...path, key], end: 'key' }]
  const found = writtenAt(path) ?? briefly(error.data)
  const end = error.keyword === 'required' ? 'key' : 'value'
  return valueProblems(error, path, found).map((one) => ({ problem: one, path, end }))
}

function keyProblem(error: ErrorObject, path: Path, key: string): PolicyProblem {
  const at = pathText(path)
  if (key.includes('：')) return problem(at, 'yaml.full-width-colon', { found: key })
  if (error.keyword === 'propertyNames') return problem(at, 'key.form', { key })
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object)
  return problem(at, 'key.unknown', { key, suggestion: nearest(key, known), known })
}

function valueProblems(error: ErrorObject, path: Path, found: string): PolicyProblem[] {
  const at = pathText(path)
  const { params, parentSchema = {} } = error
  switch (error.keyword) {
    case 'required':
      return [problem(at, 'key.missing', { key: params['missingProperty'] as string })]
    case 'type':
      return [kindProblem(at, error, found)]
    case 'enum':
      return [choiceProblem(at, found, params['allowedValues'] as string[])]
    case 'minimum':
    case 'maximum': {
      const { minimum, maximum } = parentSchema as { minimum?: number; maximum?: number }
      return [problem(at, 'value.range', { found, minimum, maximum })]
    }
    case 'uniqueItems':
      return [
        problem(at, 'value.twice', { found: briefly((error.data as unknown[])[params['j']]) }),
      ]
    case 'pattern':
      return formProblems(at, path, found, params['pattern'] as string)
    default:
      return [problem(at, 'value.blank', {})]
  }
}

const kinds: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'yesNo',
  array: 'list',
  object: 'map',
}

function kindProblem(at: string, error: ErrorObject, found: string): PolicyProblem {
  if (error.data === null) return problem(at, 'value.blank', {})
  if (/^[\w-]+\s*：/.test(found)) return problem(at, 'yaml.full-width-colon', { found })
  const wanted = [error.params['type'] as string | string[]].flat()
  return problem(at, 'value.kind', { wanted: wanted.map((kind) => kinds[kind] ?? 'text'), found })
}

const choiceProblem = (at: string, found: string, choices: readonly string[]): PolicyProblem =>
  found === ''
    ? problem(at, 'value.blank', {})
    : problem(at, 'value.choice', { found, suggestion: nearest(found, choices), choices })

function formProblems(at: string, path: Path, found: string, pattern: string): PolicyProblem[] {
  if (pattern === String.raw`\S`) return [problem(at, 'value.blank', {})]
  if (pattern === '^permanent$') return [choiceProblem(at, found, ['permanent'])]
  if (path.at(-2) === 'source') return [problem(at, 'clause.form', { found })]
  if (path.at(-1) === 'pattern') return patternProblems(at, found)
  return [problem(at, 'value.form', { found })]
}

/** A value for a message, where the text itself has nothing to quote. */
const briefly = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '').slice(0, 80)
