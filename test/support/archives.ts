import type { Archive } from '../../src/domain/archive.ts'
import { readingRightsOf } from '../../src/domain/readers.ts'
import type { Staff } from '../../src/domain/staff.ts'
import { readText, readyText } from './policies.ts'

/** The denture policy, as an office would adopt it. */
export const denture = readText(readyText('denture') ?? '')

/** An archive of a person, opened on 2026-03-01; say what else it is. */
export const anArchive = (said: Partial<Archive> = {}): Archive => ({
  id: 1,
  number: 'RG2026-0001',
  type: 'individual',
  year: 2026,
  orgCode: null,
  serial: 1,
  name: '张三丰',
  status: 'active',
  stage: null,
  industry: null,
  region: null,
  secrecy: 'none',
  secrecyUntil: null,
  importance: null,
  owner: null,
  phone: '13800138000',
  email: null,
  address: null,
  openedOn: '2026-03-01',
  formedOn: '2026-03-01',
  closedOn: null,
  nextReviewOn: '2026-06-01',
  retentionClass: 'general',
  retainUntil: '2036-03-01',
  location: null,
  channel: null,
  contacts: [],
  fields: {},
  version: 1,
  collectedBy: 1,
  verifiedBy: null,
  verifiedOn: null,
  importId: null,
  actedOn: '2026-03-01',
  ...said,
})

export const aPerson = (id: number, said: Partial<Staff> = {}): Staff => ({
  id,
  name: ['', '李娜', '王芳', '赵敏'][id] ?? `人员${id}`,
  post: null,
  department: null,
  clearance: 'topSecret',
  osAccount: null,
  joinedOn: '2020-01-01',
  leftOn: null,
  ...said,
})

/** The rights of somebody who reads everything. */
export const readsAll = readingRightsOf(
  { staff: aPerson(1), everybody: () => [], isNamed: () => false, opened: () => [] },
  denture,
)
