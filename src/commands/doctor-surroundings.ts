import { dirname, resolve } from 'node:path'
import { cloudOf, networkOf, type Health } from '../domain/health.ts'
import { leftBeside, mountTable, permissionsOf, realPathOf } from '../exchange/machine.ts'
import { isWithinReach } from '../exchange/signers-file.ts'
import { freeBytesAt } from '../store/copying.ts'
import { sqliteVersion } from '../store/health.ts'
import { inspect } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { bytesOf, sizeOf } from './backup-view.ts'
import type { Desk } from './desk.ts'

/** What is around the file: the machine, the disk, permissions, the key. */
export function surroundings(desk: Desk, path: string, store: Store | undefined): Health[] {
  const real = realPathOf(path)
  return [
    programHealth(desk, store),
    placeHealth(desk, real),
    permissionHealth(desk, real),
    spaceHealth(desk, real),
    keyHealth(desk, real),
    leftoverHealth(desk, real),
    signerHealth(desk),
  ]
}

function programHealth({ text, version, node }: Desk, store: Store | undefined): Health {
  const sqlite = store ? sqliteVersion(store) : '—'
  return {
    check: 'program',
    state: 'ok',
    said: text.doctor.says.program(version, node, sqlite),
    hint: null,
  }
}

/** Locks of other machines are not to be relied on; what copies a file while it is written, tears it. */
function placeHealth({ text }: Desk, path: string): Health {
  const { says, hints } = text.doctor
  const network = networkOf(path, mountTable())
  const cloud = cloudOf(path)
  if (network !== undefined)
    return { check: 'place', state: 'warning', said: says.network(network), hint: hints.local }
  if (cloud !== undefined)
    return { check: 'place', state: 'warning', said: says.cloud(cloud), hint: hints.local }
  return { check: 'place', state: 'ok', said: says.local, hint: null }
}

/** Everybody on the machine; a group of one's own may be let in (README). */
const others = 0o007
const writable = 0o002
const sticky = 0o1000

function permissionHealth({ text }: Desk, path: string): Health {
  const { says, hints } = text.doctor
  const check = 'permissions'
  const [file, folder] = [permissionsOf(path), permissionsOf(dirname(path))]
  if (!file || !folder || hasNone())
    return { check, state: 'ok', said: says.noPermissions, hint: null }
  const mode = (file.mode & 0o777).toString(8)
  if ((file.mode & others) !== 0)
    return { check, state: 'warning', said: says.readable(mode), hint: `chmod 600 ${path}` }
  if ((folder.mode & writable) !== 0 && (folder.mode & sticky) === 0)
    return {
      check,
      state: 'warning',
      said: says.openFolder,
      hint: hints.closeFolder(dirname(path)),
    }
  return { check, state: 'ok', said: says.permissions(mode), hint: null }

  /** Windows gives every file the same ones. */
  function hasNone(): boolean {
    return file?.mode === 0o666 && file.uid === 0 && path.includes('\\')
  }
}

/** To write a file anew takes as much room again, and as much for what is sorted. */
function spaceHealth({ text }: Desk, path: string): Health {
  const { says, hints } = text.doctor
  const free = freeBytesAt(dirname(path))
  if (free === undefined)
    return { check: 'space', state: 'ok', said: says.unknownSpace, hint: null }
  const size = bytesOf(path)
  const said = says.space(sizeOf(free), sizeOf(size))
  if (free < 2 * size) return { check: 'space', state: 'warning', said, hint: hints.space }
  return { check: 'space', state: 'ok', said, hint: null }
}

function keyHealth({ text, keyFile }: Desk, path: string): Health {
  const { says, hints } = text.doctor
  const check = 'key'
  if (inspect(path) === 'plain') return { check, state: 'ok', said: says.plain, hint: null }
  if (keyFile === undefined) return { check, state: 'ok', said: says.sealed, hint: null }
  const at = resolve(keyFile)
  const mode = (permissionsOf(at)?.mode ?? 0) & 0o777
  if ((mode & 0o077) !== 0 && !path.includes('\\'))
    return {
      check,
      state: 'warning',
      said: says.keyReadable(mode.toString(8)),
      hint: `chmod 600 ${at}`,
    }
  if (dirname(at) === dirname(path))
    return { check, state: 'warning', said: says.keyBeside, hint: hints.keyElsewhere }
  return { check, state: 'ok', said: says.sealed, hint: null }
}

/** Copies that no purge reaches. */
function leftoverHealth({ text }: Desk, path: string): Health {
  const { says, hints } = text.doctor
  const left = leftBeside(path)
  if (left.length === 0) return { check: 'leftovers', state: 'ok', said: says.none, hint: null }
  return { check: 'leftovers', state: 'warning', said: says.leftovers(left), hint: hints.remove }
}

/** Whoever runs the program must not be able to add an approver's key (SPEC section 7). */
function signerHealth({ text, allowedSigners }: Desk): Health {
  const { says, hints } = text.doctor
  const check = 'signers'
  if (permissionsOf(allowedSigners) === undefined)
    return { check, state: 'ok', said: says.noSigners(allowedSigners), hint: null }
  if (isWithinReach(allowedSigners))
    return { check, state: 'warning', said: says.signersOpen(allowedSigners), hint: hints.signers }
  return { check, state: 'ok', said: says.signers(allowedSigners), hint: null }
}
