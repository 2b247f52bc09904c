import { readFileSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { keyIn, passphrase, type Key } from '../store/key.ts'
import { fileFault } from '../store/faults.ts'
import type { Desk } from './desk.ts'
import type { World } from './world.ts'

/** The key of an archive: `--key-file`, DANGAN_KEY, DANGAN_KEY_FILE, or asked for without echo (SPEC 15.18). */
export async function keyFor(
  desk: Desk,
  world: World,
  option: string | undefined,
  path: string,
  fresh: boolean,
): Promise<Key> {
  const said = world.env['DANGAN_KEY']
  if (option !== undefined) return keyFile(option)
  if (said !== undefined) return passphrase(said)
  const file = world.env['DANGAN_KEY_FILE']
  if (file) return keyFile(file)
  if (!desk.globals.interactive) throw keyNeeded(path, fresh)
  const { askSecret } = await import('../cli/prompts.ts')
  return passphrase(await askSecret(desk.screen, fresh))
}

/** The file that the key of an archive comes from; undefined: from elsewhere, or from nowhere. */
export const keyFileIn = ({ env }: World, option: string | undefined): string | undefined =>
  option ?? (env['DANGAN_KEY'] === undefined ? env['DANGAN_KEY_FILE'] || undefined : undefined)

/** The key that takes the place of another: DANGAN_NEW_KEY, DANGAN_NEW_KEY_FILE, or asked for twice. */
export async function newKeyFor(desk: Desk, { env }: World, path: string): Promise<Key> {
  const said = env['DANGAN_NEW_KEY']
  if (said !== undefined) return passphrase(said)
  const file = env['DANGAN_NEW_KEY_FILE']
  if (file) return keyFile(file)
  if (!desk.globals.interactive)
    throw new Refusal('usage.missing', { options: ['--new-key-file | DANGAN_NEW_KEY'] })
  const { askSecret } = await import('../cli/prompts.ts')
  desk.say.notice(desk.text.doctor.newKey(path))
  return passphrase(await askSecret(desk.screen, true))
}

const keyNeeded = (path: string, fresh: boolean): Refusal =>
  fresh
    ? new Refusal('usage.missing', { options: ['--key-file | --new-key-file | DANGAN_KEY'] })
    : new Refusal('file.key-needed', { path })

export function keyFile(path: string): Key {
  try {
    return keyIn(readFileSync(path))
  } catch (thrown) {
    throw fileFault(thrown, path)
  }
}

type Asking = (path: string, fresh: boolean) => Promise<Key>

/** Asks once for each file, however often a command opens it. */
export function onceEach(ask: Asking): Asking {
  const known = new Map<string, Promise<Key>>()
  return (path, fresh) => {
    const key = known.get(path) ?? ask(path, fresh)
    known.set(path, key)
    return key
  }
}
