import { resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { enter } from '../store/journal.ts'
import type { Key } from '../store/key.ts'
import { inspect } from '../store/open.ts'
import { recast, type Recast as Written } from '../store/recasting.ts'
import { bytesOf, keyOf, sizeOf } from './backup-view.ts'
import type { Desk } from './desk.ts'
import { newKey, type NewKey } from './new-key.ts'
import { stageBar } from './stage-bar.ts'

/** Why a file is written anew. */
export type Recast = 'encrypt' | 'rekey' | 'decrypt' | 'compact'

/** Copying, sealing, and the three checks. */
const stages = 5

/** `doctor --encrypt`, `--rekey`, `--decrypt`, `--compact`: safe wherever it is killed (SPEC 15.16). */
export async function castAnew(
  desk: Desk,
  why: Recast,
  newKeyFile: string | undefined,
): Promise<void> {
  const path = resolve(desk.globals.file)
  requireFit(path, why)
  const { store, hand } = await desk.write()
  store.close()
  const { recasting } = desk.text.doctor
  if (desk.globals.dryRun)
    return desk.say.notice(recasting[why].planned(path), desk.text.program.dryRun)
  if (why === 'decrypt' && !(await desk.confirm(recasting.ask, 'dangan doctor --decrypt'))) return
  const key = await keyOf(desk, path)
  const next = await nextKey(desk, why, path, key, newKeyFile)
  const bar = await stageBar(desk, stages, bytesOf(path))
  try {
    const written = recast({
      ...{ path, key, next: next?.key, patience: desk.patience, now: Date.parse(desk.now()) },
      enter: (sibling) =>
        void enter(sibling, hand, {
          action: `registry.${why}`,
          object: '',
          parts: [{ archiveId: 0, detail: {} }],
        }),
      tell: (stage) => bar.tell(stage === 'seal' ? recasting.seal : desk.text.backup.stages[stage]),
    })
    bar.stop()
    sayWritten(desk, why, path, written, newKeyFile)
  } catch (thrown) {
    bar.stop()
    next?.takeBack()
    throw thrown
  }
}

/** @throws Refusal key.sealed, key.plain, file.missing … */
function requireFit(path: string, why: Recast): void {
  const state = inspect(path)
  if (why === 'encrypt' && state === 'sealed') throw new Refusal('key.sealed', { path })
  if ((why === 'rekey' || why === 'decrypt') && state === 'plain')
    throw new Refusal('key.plain', { path })
}

/** The key afterwards; undefined: none. */
async function nextKey(
  desk: Desk,
  why: Recast,
  path: string,
  key: Key | undefined,
  newKeyFile: string | undefined,
): Promise<NewKey | undefined> {
  if (why === 'decrypt') return undefined
  if (why === 'compact') return key && { key, takeBack: () => undefined }
  return newKey(newKeyFile, () => (why === 'encrypt' ? desk.key(path, true) : desk.newKey(path)))
}

function sayWritten(
  desk: Desk,
  why: Recast,
  path: string,
  { bytesBefore, bytes }: Written,
  newKeyFile: string | undefined,
): void {
  const { recasting } = desk.text.doctor
  const encrypted = inspect(path) === 'sealed'
  const said = recasting[why].done(path, sizeOf(bytesBefore), sizeOf(bytes))
  desk.say.result({ file: path, act: why, encrypted, bytesBefore, bytes }, () => [said])
  if (why === 'encrypt' || why === 'rekey')
    desk.say.notice(desk.text.office.init.sealedWarning(newKeyFile))
  if (why !== 'compact') desk.say.notice(recasting[why].backups)
}
