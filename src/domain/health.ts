import { addDays, yearOf } from './day.ts'
import { covers, type WorkCalendar } from './work-calendar.ts'
import type { Day } from './words.ts'

/** What `doctor` looks at, in the order in which it says it. */
export const healthChecks = [
  'program',
  'place',
  'permissions',
  'space',
  'key',
  'schema',
  'structure',
  'references',
  'journal',
  'orphans',
  'index',
  'register',
  'purge',
  'backup',
  'leftovers',
  'calendar',
  'signers',
] as const
export type HealthCheck = (typeof healthChecks)[number]

/** How it stands: a warning wants somebody's attention, an error means that something is broken. */
export type HealthState = 'ok' | 'warning' | 'error'

/** One check and what came of it. */
export interface Health {
  readonly check: HealthCheck
  readonly state: HealthState
  readonly said: string
  /** What to do; null: nothing. */
  readonly hint: string | null
}

/** Folders that a program of the machine copies elsewhere while they are written. */
const clouds: readonly (readonly [RegExp, string])[] = [
  [/(^|[\\/])onedrive( - [^\\/]+)?([\\/]|$)/i, 'OneDrive'],
  [/(^|[\\/])dropbox([\\/]|$)/i, 'Dropbox'],
  [/(^|[\\/])(nutstore( files)?|我的坚果云|坚果云|堅果雲)([\\/]|$)/i, '坚果云'],
  [/(^|[\\/])(icloud ?drive|mobile documents|com~apple~clouddocs)([\\/]|$)/i, 'iCloud'],
  [/(^|[\\/])(google ?drive|my drive|我的云端硬盘|我的雲端硬碟)([\\/]|$)/i, 'Google Drive'],
  [/(^|[\\/])(baidu(netdisk|syncdisk)|百度网盘(同步空间)?)([\\/]|$)/i, '百度网盘'],
  [/(^|[\\/])(wps ?(cloud|云盘)( files)?|wpsdrive)([\\/]|$)/i, 'WPS'],
  [/(^|[\\/])(nextcloud|owncloud|syncthing|seafile)([\\/]|$)/i, 'sync'],
]

/** Which service copies a path elsewhere, judged by the names of its folders; undefined: none known. */
export const cloudOf = (path: string): string | undefined =>
  clouds.find(([pattern]) => pattern.test(path))?.[1]

/** Kinds of file system on which locks of other machines, or of none, are not to be relied on. */
const remote = /^(nfs\d?|cifs|smb\w*|afs|ncpfs|9p|sshfs|davfs|glusterfs|ceph|fuse(\..+)?)$/

/**
 * The kind of network file system that a path lies on, from the table of mounts (`/proc/mounts`);
 * undefined: a local disk. The longest mount point that the path lies under counts, the last of these.
 */
export function networkOf(path: string, mounts: string): string | undefined {
  let found: { readonly at: string; readonly kind: string } | undefined
  for (const line of mounts.split('\n')) {
    const [, written = '', kind = ''] = line.split(' ')
    const at = written.replaceAll(/\\([0-7]{3})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    )
    const isUnder = path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`)
    if (at !== '' && isUnder && at.length >= (found?.at.length ?? 0)) found = { at, kind }
  }
  return found && remote.test(found.kind) ? found.kind : undefined
}

/** The first year, this or one that begins within so many days, that the calendar does not know; undefined: it knows both. */
export const unknownYear = (
  calendar: WorkCalendar,
  today: Day,
  beforehand: number,
): number | undefined =>
  [today, addDays(today, beforehand)].map(yearOf).find((year) => !covers(calendar, year))

/** The worst of all. */
export const worstOf = (found: readonly Pick<Health, 'state'>[]): HealthState =>
  found.some(({ state }) => state === 'error')
    ? 'error'
    : found.some(({ state }) => state === 'warning')
      ? 'warning'
      : 'ok'
