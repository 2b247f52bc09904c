import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A text that the package ships: its file name without folder, and what it says. */
export interface PackageFile {
  readonly name: string
  readonly text: string
}

/** The folder of the installed package, from `dist/` as well as from `src/`. */
export function packageRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'schema', 'policies'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`schema/ is missing above ${import.meta.dirname}`)
    folder = parent
  }
  return folder
}

/** The numbered steps of the archive file's shape, in order: `schema/0001-registry.sql` is 1. */
export const schemaSteps = (): { readonly number: number; readonly sql: string }[] =>
  texts('schema', /^\d{4}-.+\.sql$/).map(({ name, text }) => ({
    number: Number(name.slice(0, 4)),
    sql: text,
  }))

/** The shape that those steps make, as a whole: `schema/shape.txt`. */
export const schemaShape = (): string =>
  readFileSync(join(packageRoot(), 'schema', 'shape.txt'), 'utf8')

/** The policies that an office can start from. */
export const readyPolicyFiles = (): PackageFile[] => texts('schema/policies', /\.yaml$/)

/** Every clause of the sources by its id, in their order: `S002-6.3-3`. */
export const clauseFile = (): readonly string[] =>
  readFileSync(join(packageRoot(), 'fixtures', 'clauses.txt'), 'utf8')
    .trim()
    .split('\n')

/** The JSON Schema of a policy file, as text. */
export const policySchemaFile = (): string =>
  readFileSync(join(packageRoot(), 'schema', 'policy.schema.json'), 'utf8')

function texts(folder: string, wanted: RegExp): PackageFile[] {
  const path = join(packageRoot(), folder)
  return readdirSync(path)
    .filter((name) => wanted.test(name))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }))
}
