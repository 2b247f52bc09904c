import type Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

/** What opens an encrypted archive (SPEC 15.18). */
export type Key =
  | { readonly kind: 'passphrase'; readonly text: string }
  /** 64 hex digits: the raw key, without derivation. */
  | { readonly kind: 'raw'; readonly hex: string }

/** A key file's text: exactly 64 hex digits are a raw key, anything else is a passphrase less one newline. */
export function keyIn(text: string): Key {
  const line = text.replace(/\r?\n$/, '')
  if (line === '') throw new Refusal('file.key-empty', {})
  return /^[0-9a-fA-F]{64}$/.test(line) ? { kind: 'raw', hex: line } : passphrase(line)
}

export function passphrase(text: string): Key {
  if (text === '') throw new Refusal('file.key-empty', {})
  return { kind: 'passphrase', text }
}

const pragmaText = (key: Key): string =>
  key.kind === 'raw' ? `"x'${key.hex}'"` : `'${key.text.replaceAll("'", "''")}'`

/** Sets cipher and key: the SQLCipher 4 format, which other programs read too. */
export function setKey(db: Database.Database, key: Key): void {
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  db.pragma(`key = ${pragmaText(key)}`)
}

/** Opens a sealed file; only its first read tells whether the key was right. */
export function unlock(db: Database.Database, key: Key, path: string): void {
  setKey(db, key)
  try {
    db.pragma('user_version')
  } catch {
    throw new Refusal('file.wrong-key', { path })
  }
}
