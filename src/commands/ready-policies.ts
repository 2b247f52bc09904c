import type { Policy } from '../domain/policy.ts'
import { readyPolicyFiles } from '../exchange/package-files.ts'

/** The policies that ship with the program, each with the clauses of its source. */
export interface ReadyPolicies {
  readonly names: readonly string[]
  /** The document of a ready policy as written. */
  readonly text: (name: string) => string
  readonly read: (name: string) => { readonly policy: Policy; readonly document: string }
  /** Reads any policy document; may extend a ready one. */
  readonly readFile: (text: string, path: string) => Policy
}

/** Loaded on first use: YAML and its schema are heavy. */
export async function readyPolicies(): Promise<ReadyPolicies> {
  const { readPolicyFile } = await import('../exchange/policy-file.ts')
  const files = new Map(
    readyPolicyFiles().map(({ name, text }) => [name.replace('.yaml', ''), text]),
  )
  const text = (name: string) => files.get(name) ?? ''
  const readFile = (document: string, path: string) =>
    readPolicyFile(document, path, (name) => files.get(name))
  return {
    names: [...files.keys()],
    text,
    readFile,
    read: (name) => ({ policy: readFile(text(name), `${name}.yaml`), document: text(name) }),
  }
}
