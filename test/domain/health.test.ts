import { describe, expect, test } from 'vitest'
import { cloudOf, networkOf, unknownYear, worstOf } from '../../src/domain/health.ts'
import { builtInCalendar, type WorkCalendar } from '../../src/domain/work-calendar.ts'

describe('where the file lies', () => {
  test.each([
    ['/home/lina/OneDrive - 公司/archive.db', 'OneDrive'],
    ['C:\\Users\\lina\\OneDrive\\archive.db', 'OneDrive'],
    ['/Users/lina/Dropbox/档案/archive.db', 'Dropbox'],
    ['D:\\我的坚果云\\archive.db', '坚果云'],
    ['/Users/lina/Library/Mobile Documents/com~apple~CloudDocs/archive.db', 'iCloud'],
    ['/home/lina/Nextcloud/archive.db', 'sync'],
  ])('%s is copied elsewhere by %s', (path, cloud) => {
    expect(cloudOf(path)).toBe(cloud)
  })

  test.each(['/home/lina/archive.db', '/srv/dropboxes/archive.db', '/home/onedriver/archive.db'])(
    '%s is not',
    (path) => {
      expect(cloudOf(path)).toBeUndefined()
    },
  )

  const mounts = [
    '/dev/vda / ext4 rw 0 0',
    'server:/data /srv/data nfs4 rw 0 0',
    '/dev/vdb /srv/data/local ext4 rw 0 0',
    '//nas/office /mnt/my\\040share cifs rw 0 0',
    'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
  ].join('\n')
  test.each([
    ['/srv/data/archive.db', 'nfs4'],
    ['/srv/data/local/archive.db', undefined],
    ['/srv/database/archive.db', undefined],
    ['/mnt/my share/archive.db', 'cifs'],
    ['/run/user/1000/gvfs/x/archive.db', 'fuse.gvfsd-fuse'],
    ['/home/lina/archive.db', undefined],
  ])('%s lies on %s', (path, kind) => {
    expect(networkOf(path, mounts)).toBe(kind)
  })

  test('without a table of mounts nothing is claimed', () => {
    expect(networkOf('/srv/data/archive.db', '')).toBeUndefined()
  })
})

test.each([
  ['2026-11-30', undefined],
  ['2026-12-01', 2027],
  ['2027-01-01', 2027],
])('on %s the calendar that ends with 2026 lacks %s', (today, year) => {
  expect(unknownYear(builtInCalendar('mainland') as WorkCalendar, today, 31)).toBe(year)
})

test('the worst of all decides', () => {
  const ok = { state: 'ok' } as const
  expect(worstOf([ok])).toBe('ok')
  expect(worstOf([ok, { state: 'warning' }])).toBe('warning')
  expect(worstOf([{ state: 'error' }, { state: 'warning' }, ok])).toBe('error')
})
