import { readFileSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import { keyIn, passphrase, type Key } from '../store/key.ts'
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
  if (!desk.globals.interactive) throw new Refusal('file.key-needed', { path })
  const { askSecret } = await import('../cli/prompts.ts')
  return passphrase(await askSecret(desk.text.program, fresh))
}

function keyFile(path: string): Key {
  try {
    return keyIn(readFileSync(path, 'utf8'))
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal('file.unreadable', { path, reason: String((thrown as Error).message) })
  }
}
