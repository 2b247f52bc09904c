import type Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

/** What opens an encrypted archive (SPEC 15.18). It tells itself to the cipher and to nobody else. */
export class Key {
  readonly #secret: Buffer

  constructor(secret: Buffer) {
    if (secret.length === 0) throw new Refusal('file.key-empty', {})
    this.#secret = secret
  }

  /** Handed over as bytes, never inside SQL: an error would quote it. */
  tell(db: Database.Database): void {
    const cipher = db as unknown as { key(secret: Buffer): void }
    cipher.key(this.#secret)
  }

  /** The same, to a file that is open under another key, or none: it is written anew under this one. */
  tellAnew(db: Database.Database): void {
    rekey(db, this.#secret)
  }
}

const rekey = (db: Database.Database, secret: Buffer): void => {
  const cipher = db as unknown as { rekey(secret: Buffer): void }
  cipher.rekey(secret)
}

/** 64 hex digits: the raw key, without derivation. */
export const rawKey = (hex: string): Key => new Key(Buffer.from(`x'${hex}'`))

export const passphrase = (text: string): Key => new Key(Buffer.from(text))

/** A key file's bytes: exactly 64 hex digits are a raw key, anything else a passphrase less one newline. */
export function keyIn(bytes: Buffer): Key {
  const line = bytes.subarray(0, bytes.length - newlineAtEnd(bytes))
  const hex = line.length === 64 ? line.toString('latin1') : ''
  return /^[0-9a-fA-F]{64}$/.test(hex) ? rawKey(hex) : new Key(line)
}

function newlineAtEnd(bytes: Buffer): number {
  if (bytes.at(-1) !== 0x0a) return 0
  return bytes.at(-2) === 0x0d ? 2 : 1
}

/** Sets cipher and key: the SQLCipher 4 format, which other programs read too. */
export function setKey(db: Database.Database, key: Key): void {
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  key.tell(db)
}

/** Every page is written anew under this key, be the file sealed or plain. */
export function replaceKey(db: Database.Database, key: Key): void {
  db.pragma(`cipher = 'sqlcipher'`)
  db.pragma('legacy = 4')
  key.tellAnew(db)
}

/** Every page is written anew, in plain. */
export const removeKey = (db: Database.Database): void => rekey(db, Buffer.alloc(0))

/**
 * Opens a sealed file; only its first read tells whether the key was right.
 * @throws Refusal file.wrong-key
 */
export function unlock(db: Database.Database, key: Key, path: string): void {
  setKey(db, key)
  try {
    db.pragma('user_version')
  } catch (thrown) {
    if ((thrown as { code?: unknown }).code !== 'SQLITE_NOTADB') throw thrown
    throw new Refusal('file.wrong-key', { path })
  }
}
