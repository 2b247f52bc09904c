import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { rawKey, type Key } from '../store/key.ts'
import { claim, makeFolder } from '../store/place.ts'

/** A key under which a file is about to be written. */
export interface NewKey {
  readonly key: Key
  /** Where no file was made with it, the key goes too. */
  readonly takeBack: () => void
}

/** A raw key made now and kept in a new 0600 file where one is named (SPEC 15.18), else as `ask` has it. */
export async function newKey(
  newKeyFile: string | undefined,
  ask: () => Promise<Key>,
): Promise<NewKey> {
  if (newKeyFile === undefined) return { key: await ask(), takeBack: () => undefined }
  const hex = randomBytes(32).toString('hex')
  makeFolder(dirname(resolve(newKeyFile)))
  claim(newKeyFile, `${hex}\n`)
  return { key: rawKey(hex), takeBack: () => rmSync(newKeyFile, { force: true }) }
}
