import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainFor, highestOf, type Asked, type Chain } from '../../src/domain/chain.ts'
import { borrowerKinds, requestKinds, type ChainRule } from '../../src/domain/policy-use.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { isHead } from '../../src/domain/post.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { secrecyLevels } from '../../src/domain/words.ts'
import { anArchive, aPerson } from '../support/archives.ts'
import { codesIn, readText, readyNames, readyText, smallText } from '../support/policies.ts'
import { refusalOf } from '../support/refusals.ts'
import { anOutsider, asked, ofStaff } from '../support/requests.ts'

const ready = (name: string): Policy => readText(readyText(name) ?? '')
const denture = ready('denture')
const cards = ready('cards')
const lending = ready('lending')
const standard = ready('standard')
const information = ready('information')

/** `applicant → leaderInCharge/generalManager`: the steps of a chain at a glance. */
const steps = (policy: Policy, said: Partial<Asked>): string =>
  chainFor(asked(said), policy)
    .steps.map(({ head, posts = [] }) => [...(head ? [head] : []), ...posts].join('/'))
    .join(' → ')

const clerk = ofStaff(aPerson(2, { post: '业务员', department: '客服部' }))
const head = ofStaff(aPerson(3, { post: '部门经理', department: '客服部' }))

describe('the highest level among what is asked for', () => {
  test.each([
    [[], 'none'],
    [['none'], 'none'],
    [['secret', 'none'], 'secret'],
    [['secret', 'topSecret', 'confidential'], 'topSecret'],
  ] as const)('of %j is %s', (levels, highest) => expect(highestOf(levels)).toBe(highest))
})

describe('the chain of a request is the first that fits', () => {
  const heads = 'leaderInCharge/generalManager/deputyGeneralManager'
  test.each<[string, Policy, Partial<Asked>, string]>([
    ['a colleague asks the head of the department', denture, { applicant: clerk }, 'applicant'],
    ['the head of a department asks those above', denture, { applicant: head }, heads],
    [
      'an outsider needs two approvals',
      denture,
      { applicant: anOutsider() },
      `owner/archiveHead → ${heads}`,
    ],
    [
      'what is secret needs the top as well',
      ready('general'),
      { levels: ['none', 'secret'] },
      'applicant → generalManager/deputyGeneralManager',
    ],
    ['a kind that no chain names needs nobody', denture, { kind: 'report' }, ''],
    ['the clerk of information lends', information, { applicant: clerk }, 'informationClerk'],
    [
      'outsiders read what is secret with the head of customer service only',
      information,
      { kind: 'consult', applicant: anOutsider(), levels: ['confidential'] },
      'serviceManager',
    ],
    [
      'a loan slip needs any of the three',
      lending,
      { applicant: clerk },
      'chairman/generalManager/deputyGeneralManager',
    ],
  ])('%s', (_, policy, said, chain) => expect(steps(policy, said)).toBe(chain))
})

describe('posts that need no approval', () => {
  test.each([
    ['董事长', true],
    ['总经理', true],
    ['GM', true],
    ['主管副总', true],
    ['项目经理', false],
    ['总经理助理', false],
    [null, false],
  ])('under S003-15.6-1, %s: %s', (post, isExempt) => {
    const applicant = ofStaff(aPerson(2, { post }))
    const chain = chainFor(asked({ applicant }), lending)
    expect([chain.isExempt, chain.steps.length]).toEqual([isExempt, isExempt ? 0 : 1])
  })

  test('no outsider is exempt, whatever they call themselves', () => {
    const chain = chainFor(asked({ kind: 'consult', applicant: anOutsider('董事长') }), lending)
    expect(chain.isExempt).toBe(false)
  })
})

describe('tiers of customer cards (S003-10.4)', () => {
  const card = (tier: string, owner: string | null) => ({
    archives: [anArchive({ owner, fields: { tier } })],
  })
  const keeper = ofStaff(aPerson(2, { name: '李雷', post: '业务员' }))
  const director = ofStaff(aPerson(4, { name: '孙丽', post: '营销总监' }))
  test.each<[string, Partial<Asked>, string, boolean]>([
    ['who keeps a personal one', { ...card('personal', '李雷'), applicant: keeper }, '', true],
    [
      'another salesperson asks the manager of the keeper',
      { ...card('personal', '王芳'), applicant: keeper },
      'owner/marketingDirector',
      false,
    ],
    [
      'who keeps one of the department',
      { ...card('department', '李雷'), applicant: keeper },
      '',
      true,
    ],
    [
      'others ask the manager, then the deputy for marketing',
      { ...card('department', null), applicant: keeper },
      'owner/marketingDirector → marketingDeputy/marketingDirector',
      false,
    ],
    [
      'one of the company goes the way of the form',
      { ...card('company', '李雷'), applicant: keeper },
      'applicant → marketingDirector/generalManager',
      false,
    ],
    [
      'the director reads those of the company',
      { ...card('company', null), applicant: director },
      '',
      true,
    ],
    [
      'one without a tier counts as the company’s',
      { archives: [anArchive()], applicant: keeper },
      'applicant → marketingDirector/generalManager',
      false,
    ],
  ])('%s', (_, said, chain, isExempt) => {
    expect(steps(cards, said)).toBe(chain)
    expect(chainFor(asked(said), cards).isExempt).toBe(isExempt)
  })

  test('of archives of several tiers, none decides alone', () => {
    const archives = ['personal', 'department'].map((tier) => anArchive({ fields: { tier } }))
    expect(steps(cards, { archives, applicant: keeper })).toBe(
      'applicant → marketingDirector/generalManager',
    )
  })

  test('the keeper of one of two archives is not exempt for both', () => {
    const owned = (owner: string) => anArchive({ owner, fields: { tier: 'personal' } })
    const archives = [owned('李雷'), owned('王芳')]
    expect(chainFor(asked({ archives, applicant: keeper }), cards).isExempt).toBe(false)
  })
})

describe('materials of a kind with a chain of their own', () => {
  const contracts = ready('contracts')
  test.each([
    ['contracts only', ['contract', 'contract'], 0],
    ['a contract and something else', ['contract', 'receipt'], 2],
    ['the whole archive', null, 2],
  ])('%s', (_, materialKinds, count) => {
    const chain = chainFor(asked({ kind: 'copy', materialKinds }), contracts)
    expect(chain.steps).toHaveLength(count)
  })
})

describe('what nobody gets', () => {
  test('is refused with its clause, and reading on the spot is named where it is open', () => {
    const { code, facts } = refusalOf(() => chainFor(asked({ levels: ['secret'] }), standard))
    expect([code, facts]).toEqual([
      'request.never',
      {
        kind: 'borrow',
        borrower: 'internal',
        secrecy: 'secret',
        mayRead: true,
        source: ['S004-K-3.5.1'],
      },
    ])
  })

  test('outsiders may not even read (S004-K-3.5.2)', () => {
    const refusal = refusalOf(() => chainFor(asked({ applicant: anOutsider() }), standard))
    expect(refusal.facts).toMatchObject({ mayRead: false, source: ['S004-K-3.5.2'] })
  })

  test('no post is exempt from it', () => {
    const applicant = ofStaff(aPerson(2, { post: '总经理' }))
    expect(
      refusalOf(() => chainFor(asked({ applicant, levels: ['topSecret'] }), standard)).code,
    ).toBe('request.never')
  })
})

describe('in every ready policy', () => {
  test.each(readyNames)('%s leaves no step to the applicant alone', (name) => {
    const policy = ready(name)
    const request = fc.record({
      kind: fc.constantFrom(...requestKinds),
      borrower: fc.constantFrom(...borrowerKinds),
      levels: fc.array(fc.constantFrom(...secrecyLevels), { minLength: 1, maxLength: 3 }),
      post: fc.constantFrom(...Object.keys(policy.posts ?? {}), null),
    })
    fc.assert(
      fc.property(request, ({ kind, borrower, levels, post }) => {
        const staff = aPerson(2, { post, department: '客服部' })
        const applicant = borrower === 'internal' ? ofStaff(staff) : anOutsider()
        const chain = chainOrNever(asked({ kind, applicant, levels }), policy)
        const isTheHead = borrower === 'internal' && isHead(staff, policy)
        const alone = chain.steps.filter(
          ({ head: of, posts = [] }) => of === 'applicant' && posts.length === 0,
        )
        expect(isTheHead ? alone : []).toEqual([])
      }),
    )
  })
})

function chainOrNever(wish: Asked, policy: Policy): Pick<Chain, 'steps'> {
  try {
    return chainFor(wish, policy)
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'request.never') return { steps: [] }
    throw thrown
  }
}

describe('a chain that the policy cannot mean', () => {
  const chain = (said: string) => `${smallText}requests:\n  chains:\n    - ${said}\n`
  test.each([
    ["{ kinds: [borrow], when: sex = 'male' }", []],
    ['{ kinds: [borrow], when: sexx }', ['name.unknown']],
    ['{ kinds: [borrow], when: sex = }', ['formula.form']],
    ["{ kinds: [borrow], when: sex = 'man' }", ['name.unknown']],
    ['{ kinds: [borrow], exempt: [boss] }', ['name.unknown']],
    ['{ kinds: [borrow], steps: [{ head: applicant, aboveHead: [boss] }] }', ['name.unknown']],
    ['{ kinds: [borrow], steps: [{}] }', ['step.nobody']],
  ])('%s', (said, codes) => expect(codesIn(chain(said))).toEqual(codes))
})

test('a formula that nobody can read, of a policy that was never checked, holds of nothing', () => {
  const rule: ChainRule = { kinds: ['borrow'], when: 'tier =', refused: true }
  const policy = { ...denture, requests: { chains: [rule] } }
  expect(chainFor(asked(), policy).steps).toEqual([])
})
