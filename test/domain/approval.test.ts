import { describe, expect, test } from 'vitest'
import { decide, requireUndecided, type Decider, type Ruling } from '../../src/domain/approval.ts'
import type { ChainStep, Evidence } from '../../src/domain/policy-use.ts'
import type { Request } from '../../src/domain/request.ts'
import { aPerson, denture } from '../support/archives.ts'
import { refusalOf } from '../support/refusals.ts'
import { anOutsider, aRequest, aStep } from '../support/requests.ts'

const ofTheHead: ChainStep = { head: 'applicant', source: ['S002-6.1-1'] }
const ofTheTop: ChainStep = { posts: ['leaderInCharge', 'generalManager'] }

const person = (id: number, name: string, post: string | null, department: string | null) =>
  aPerson(id, { name, post, department })
const byStaff = (staff: ReturnType<typeof person>): Decider => ({
  staff,
  name: staff.name,
  post: staff.post,
})
const onPaper = (name: string, post: string | null): Decider => ({ staff: null, name, post })

const wang = byStaff(person(3, '王芳', '部门经理', '客服部'))
const ruling = (decider: Decider, said: Partial<Ruling> = {}): Ruling => ({
  decision: 'approved',
  decider,
  evidence: 'paper',
  today: '2026-11-20',
  ownerDepartments: [],
  ...said,
})

/** The number of the step that is decided, or why not. */
function outcome(request: Request, decider: Decider, said: Partial<Ruling> = {}): number | string {
  try {
    return decide(request, ruling(decider, said), denture).step
  } catch (thrown) {
    return (thrown as { code: string }).code
  }
}

const oneStep = aRequest([aStep(1, ofTheHead)])
const approved = aStep(1, ofTheHead, {
  decision: 'approved',
  decidedBy: 3,
  decider: '王芳',
  evidence: 'paper',
})
const twoSteps = aRequest([aStep(1, ofTheHead), aStep(2, ofTheTop)])
const halfWay = aRequest([approved, aStep(2, ofTheTop)])

describe('the step of the head of the applicant’s department', () => {
  test.each<[string, Decider, number | string]>([
    ['is decided by that head', wang, 1],
    [
      'not by the head of another',
      byStaff(person(4, '钱进', '部门经理', '技工部')),
      'approval.unfit',
    ],
    ['not by a colleague', byStaff(person(4, '钱进', '业务员', '客服部')), 'approval.unfit'],
    [
      'not by somebody without a post',
      byStaff(person(4, '钱进', null, '客服部')),
      'approval.unfit',
    ],
    [
      'not by the leader, who heads no department',
      byStaff(person(4, '周正', '主管领导', '客服部')),
      'approval.unfit',
    ],
    ['not by the applicant', byStaff(person(9, '李雷', '部门经理', '客服部')), 'approval.own'],
    [
      'not by a name on a form that is the applicant’s',
      onPaper('李 雷', '部门经理'),
      'approval.own',
    ],
    ['by a head on a form who is not in the register', onPaper('吴刚', '部门经理'), 1],
    ['not by a name on a form without a post', onPaper('吴刚', null), 'approval.unfit'],
  ])('%s', (_, decider, result) => expect(outcome(oneStep, decider)).toBe(result))

  test('is decided by any head where the register knows no department', () => {
    const other = byStaff(person(4, '钱进', '部门经理', '技工部'))
    expect(outcome({ ...oneStep, department: null }, other)).toBe(1)
  })

  test('of an outsider is decided by somebody of their unit, never by our staff', () => {
    const request = { ...oneStep, applicant: anOutsider(), department: null }
    expect(outcome(request, onPaper('周正', '院长'))).toBe(1)
    expect(outcome(request, wang)).toBe('approval.unfit')
    expect(outcome(request, onPaper('韩梅', '院长'))).toBe('approval.own')
  })
})

describe('the step of the head who answers for the archive', () => {
  const request = aRequest([aStep(1, { head: 'owner' })], { applicant: anOutsider() })
  test.each([
    [['客服部'], 1],
    [['客服部', '技工部'], 1],
    [['技工部'], 'approval.unfit'],
    [['技工部', null], 'approval.unfit'],
    [[null], 1],
    [[], 1],
  ])('where its departments are %j: %s', (ownerDepartments, result) =>
    expect(outcome(request, wang, { ownerDepartments })).toBe(result),
  )
})

test('a named person decides their step, and nobody of another name', () => {
  const request = aRequest([aStep(1, { person: '周正' })])
  expect(outcome(request, byStaff(person(5, '周正', null, null)))).toBe(1)
  expect(outcome(request, onPaper('周 正', null))).toBe(1)
  expect(outcome(request, wang)).toBe('approval.unfit')
})

describe('order', () => {
  const leader = byStaff(person(5, '周正', '主管领导', null))
  test.each<[string, Request, Decider, number | string]>([
    ['the second cannot come first', twoSteps, leader, 'approval.unfit'],
    ['the first comes first', twoSteps, wang, 1],
    ['then the second', halfWay, leader, 2],
    ['nobody decides two steps', aRequest([approved, aStep(2, ofTheHead)]), wang, 'approval.twice'],
    [
      'nor under the same name on a form',
      aRequest([{ ...approved, decidedBy: null, decider: '周正' }, aStep(2, ofTheTop)]),
      onPaper('周　正', '主管领导'),
      'approval.twice',
    ],
  ])('%s', (_, request, decider, result) => expect(outcome(request, decider)).toBe(result))
})

describe('somebody who left', () => {
  const gone = (leftOn: string) => byStaff({ ...person(3, '王芳', '部门经理', '客服部'), leftOn })
  test.each([
    ['2026-11-19', 'person.left'],
    ['2026-11-20', 'person.left'],
    ['2026-11-21', 1],
  ])('on %s, asked on 20 November: %s', (leftOn, result) =>
    expect(outcome(oneStep, gone(leftOn))).toBe(result),
  )

  test('before they joined they decide nothing', () => {
    const later = byStaff({ ...person(3, '王芳', '部门经理', '客服部'), joinedOn: '2026-11-21' })
    expect(outcome(oneStep, later)).toBe('person.left')
  })
})

describe('evidence', () => {
  const strict = aRequest([aStep(1, { ...ofTheHead, evidence: ['paper', 'signature'] })])
  test.each<[Evidence, number | string]>([
    ['inTool', 'approval.evidence'],
    ['paper', 1],
    ['signature', 1],
  ])('where the policy wants paper, %s: %s', (evidence, result) => {
    expect(outcome(strict, wang, { evidence })).toBe(result)
    expect(outcome(oneStep, wang, { evidence })).toBe(1)
  })
})

describe('a request is decided while it waits', () => {
  test.each(['approved', 'refused', 'withdrawn', 'used', 'expired'] as const)(
    'not when %s',
    (status) => {
      const check = () => requireUndecided({ ...oneStep, status }, '2026-11-20')
      expect(refusalOf(check)).toMatchObject({
        code: 'request.status',
        facts: { request: 'R12', status, needs: ['pending'] },
      })
    },
  )

  test.each([
    ['2026-12-20', 1],
    ['2026-12-21', 'request.status'],
  ])('good until 20 December; on %s: %s', (today, result) =>
    expect(outcome(oneStep, wang, { today })).toBe(result),
  )
})

test('an unfit approver is told whose step it is, and by which clause', () => {
  const other = byStaff(person(4, '钱进', '业务员', '技工部'))
  expect(refusalOf(() => decide(halfWay, ruling(other), denture)).facts).toMatchObject({
    request: 'R12',
    step: 2,
    staff: '钱进',
    posts: ['leaderInCharge', 'generalManager'],
    labels: { leaderInCharge: { en: 'leader in charge' } },
    head: null,
    person: null,
  })
})
