import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { openSteady } from './steady-file.ts'

/** The list of approvers' keys must be there, and be a file. @throws Refusal signature.no-signers, input.* */
export function requireSigners(path: string): void {
  try {
    openSteady(path).close()
  } catch (thrown) {
    const isMissing = thrown instanceof Refusal && thrown.code === 'input.missing'
    throw isMissing ? new Refusal('signature.no-signers', { path }) : thrown
  }
}

/**
 * Could whoever runs the program put another list of keys in this one's place? They can where they
 * may write it or a folder on the way to it, or own one of these: owners give themselves the right.
 */
export function isWithinReach(path: string): boolean {
  const ways = [resolve(path), realpathSync(path)]
  return ways.some((way) => isChangeable(way) || foldersOf(way).some(isReplaceableIn))
}

const foldersOf = (path: string): readonly string[] => {
  const folder = dirname(path)
  return folder === path ? [] : [folder, ...foldersOf(folder)]
}

const isChangeable = (path: string): boolean => isOwn(path) || mayWrite(path)

/** In a sticky folder (/tmp) everybody writes, and changes nothing of other people's. */
const isReplaceableIn = (folder: string): boolean =>
  isOwn(folder) || (mayWrite(folder) && (statSync(folder).mode & 0o1000) === 0)

/** Where there are no user ids (Windows) everything counts as one's own: nothing is claimed that was not looked at. */
function isOwn(path: string): boolean {
  const { uid } = userInfo()
  return uid <= 0 || statSync(path).uid === uid
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
