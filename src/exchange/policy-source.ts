import { Refusal } from '../domain/refusal.ts'
import { detectEncoding, signatureOf } from './encoding.ts'
import { openSource } from './source.ts'

/**
 * The text of a policy file, or of standard input (`-`), in whatever encoding an editor saved it.
 * No policy is longer than the first megabyte; the reader of policies says so of what is.
 * @throws Refusal input.missing, input.directory, input.empty, input.unreadable, policy.not-text
 */
export function policyDocument(path: string, stdin: number): string {
  const source = openSource(path, stdin)
  try {
    const { sample } = source
    const found = signatureOf(sample) ? undefined : detectEncoding(sample)
    if (!found) throw new Refusal('policy.not-text', { path })
    return new TextDecoder(found.encoding).decode(sample)
  } finally {
    source.close()
  }
}
