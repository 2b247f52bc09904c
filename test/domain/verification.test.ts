import { expect, test } from 'vitest'
import { verified } from '../../src/domain/verification.ts'
import { anArchive, aPerson } from '../support/archives.ts'

const today = '2026-11-20'
const [lina, wang] = [aPerson(1), aPerson(2)]
const pending = anArchive({ status: 'pending', collectedBy: 1 })

test('somebody other than the collector makes a pending archive active', () => {
  const after = verified(pending, wang, wang, [lina, wang], today).archive
  expect(after).toEqual({ ...pending, status: 'active', verifiedBy: 2, verifiedOn: today })
})

test('the collector does not, while there is somebody else', () => {
  expect(() => verified(pending, lina, lina, [lina, wang], today)).toThrow('verify.own')
})

test.each([
  ['is alone', [lina]],
  ['has outlived the others', [lina, aPerson(2, { leftOn: today })]],
  ['expects somebody tomorrow', [lina, aPerson(2, { joinedOn: '2026-11-21' })]],
])('the collector does, where the collector %s', (_, office) => {
  expect(verified(pending, lina, lina, office, today).archive).toMatchObject({
    status: 'active',
    verifiedBy: 1,
  })
})

test('somebody who leaves tomorrow is still there today', () => {
  const leaving = aPerson(2, { leftOn: '2026-11-21' })
  expect(() => verified(pending, lina, lina, [lina, leaving], today)).toThrow('verify.own')
})

test('an active archive is verified anew by anybody', () => {
  const archive = anArchive({ verifiedBy: 2, verifiedOn: '2026-05-01' })
  expect(verified(archive, lina, lina, [lina, wang], today).archive).toMatchObject({
    status: 'active',
    verifiedBy: 1,
    verifiedOn: today,
  })
})

test('what was collected by nobody known may be verified by anybody', () => {
  const archive = anArchive({ status: 'pending', collectedBy: null })
  expect(verified(archive, lina, lina, [lina, wang], today).archive.status).toBe('active')
})

test.each(['closed', 'destroyed'] as const)('a %s archive is not verified', (status) => {
  expect(() => verified(anArchive({ status }), wang, wang, [lina, wang], today)).toThrow(
    'status.wrong',
  )
})

test('who collected it and enters it for another is said to rest on their word', () => {
  expect(verified(pending, wang, lina, [lina, wang], today)).toMatchObject({
    isOwn: false,
    isAttested: true,
  })
  expect(verified(pending, wang, wang, [lina, wang], today).isAttested).toBe(false)
})
