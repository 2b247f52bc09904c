import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { historyOf } from '../../src/store/history.ts'
import { imported, listOf } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { readyNames, readyText } from '../support/policies.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

/** Writes a policy file that extends the one in force; gives its path. */
function policyFile(rules: string, base = 'denture'): string {
  const path = join(office.room, 'office.yaml')
  writeFileSync(path, `policy: ours\nextends: ${base}\n${rules}`)
  return path
}

const years = (count: number) =>
  policyFile(`retention: { classes: { general: { years: ${count} } } }\n`)

const set = (path: string, on: string, ...words: readonly string[]) =>
  office.run('policy', 'set', path, '--effective', on, '--yes', '--json', ...words)

async function adopted(path: string, on: string, ...words: readonly string[]) {
  const ran = await set(path, on, ...words)
  if (ran.status !== 0) throw new Error(ran.err)
  return ran.json
}

/** The code and exit status of a refusal. */
async function refused(...words: readonly string[]): Promise<string> {
  const ran = await office.run(...words, '--json')
  return `${ran.status} ${ran.error?.code ?? ran.err}`
}

async function setRefused(path: string, on: string, ...words: readonly string[]): Promise<string> {
  const ran = await set(path, on, ...words)
  return `${ran.status} ${ran.error?.code ?? 'adopted'}`
}

const versions = () => office.done('policy', 'list')
const acts = () => office.look((store) => historyOf(store, 0))

const add = (name: string, ...words: readonly string[]) =>
  office.done('add', '--type', 'individual', '--name', name, ...words)

describe('looking at the policy', () => {
  test('the whole of it, merged, is JSON', async () => {
    const policy = await office.done('policy', 'show')
    expect(policy).toMatchObject({ policy: 'denture', language: 'zh-Hans' })
    expect(Object.keys(policy.types)).toEqual(['individual', 'institution', 'dealer'])
  })

  test('people see its sections, how many rules each has, and how many are assumed', async () => {
    const { out } = await office.run('policy')
    expect(out).toContain('义齿客户档案管理制度：第 1 版，自始施行')
    expect(out).toMatch(/types +客户类型 +3\n/)
    expect(out).toMatch(/retention +保存期限 +3 +2\n/)
  })

  test('a section is shown in the reader’s language only', async () => {
    const { out } = await office.run('policy', 'show', 'types.individual')
    expect(out).toContain('label: 个人\n')
    expect(out).toContain('pattern: RG{year}-{serial:4}\n')
    expect(out).not.toContain('個人\n')
  })

  test.each([
    ['types.individual.pattern', { pattern: 'RG{year}-{serial:4}' }],
    ['types.individual.required', { required: ['phone', 'sex', 'age'] }],
    ['backdating', { days: 7, source: ['S000-4.4-1'], assumed: true }],
  ])('%s for machines', async (section, value) => {
    expect(await office.done('policy', 'show', section)).toEqual(value)
  })

  test.each([
    ['a section that there is not', ['show', 'typs'], '4 policy.no-section'],
    ['a rule that there is not', ['show', 'types.individul'], '4 policy.no-section'],
    ['something of the prototype', ['show', 'types.constructor'], '4 policy.no-section'],
    ['a version that there is not', ['show', '--policy-version', '2'], '4 policy.missing'],
    ['no version at all', ['show', '--policy-version', 'x'], '4 policy.missing'],
  ])('%s is refused', async (_, words, expected) => {
    expect(await refused('policy', ...words)).toBe(expected)
  })

  test('a misspelt subcommand gets a suggestion, too', async () => {
    const ran = await office.run('policy', 'lst')
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('是否为 policy list？')
  })

  test('what is misspelt gets a suggestion', async () => {
    const { err } = await office.run('policy', 'show', 'types.individul')
    expect(err).toContain('是否为 types.individual？')
  })

  test('a section on which the policy is silent is refused as silent', async () => {
    await adopted(policyFile('classification: null\n'), '2026-11-20')
    expect(await refused('policy', 'show', 'classification')).toBe('3 policy.silent')
  })

  test('the ready ones are listed, without an archive file', async () => {
    const ran = await office.run(
      'policy',
      'list',
      '--ready',
      '--json',
      '-f',
      join(office.room, 'no.db'),
    )
    expect(ran.json.map((it: { policy: string }) => it.policy)).toEqual(readyNames)
  })
})

describe('the document', () => {
  test('is given back as it was written, comments and all', async () => {
    const { out } = await office.run('policy', 'export')
    expect(out).toBe(readyText('denture'))
  })

  test.each(readyNames)('of the ready policy %s too', async (name) => {
    expect((await office.run('policy', 'export', '--ready', name)).out).toBe(readyText(name))
  })

  test('goes to a file, but never over another', async () => {
    const path = join(office.room, 'out.yaml')
    expect(await office.done('policy', 'export', '-o', path)).toEqual({ path })
    expect(readFileSync(path, 'utf8')).toBe(readyText('denture'))
    expect(await refused('policy', 'export', '-o', path)).toBe('3 file.target-exists')
  })

  test('of each version stays what it was', async () => {
    const path = years(15)
    await adopted(path, '2026-11-20')
    expect((await office.run('policy', 'export')).out).toBe(readFileSync(path, 'utf8'))
    const first = await office.run('policy', 'export', '--policy-version', '1')
    expect(first.out).toBe(readyText('denture'))
  })

  test('of an unknown ready policy is refused with a suggestion', async () => {
    const ran = await office.run('policy', 'export', '--ready', 'genral')
    expect([ran.status, ran.err.includes('是否为 general')]).toEqual([2, true])
    expect(await refused('policy', 'export', '--ready', 'general', '--policy-version', '1')).toBe(
      '2 usage.together',
    )
  })
})

describe('checking', () => {
  test('the policy in force lists what its sources left blank, with the clause; status 0', async () => {
    const assumed = await office.done('policy', 'check')
    expect(assumed).toContainEqual({
      at: 'retention.classes.general',
      source: ['S002-5.1-1'],
      rule: expect.objectContaining({ years: 10, assumed: true }),
    })
  })

  test('a file that confirms one has one fewer', async () => {
    const before = await office.done('policy', 'check')
    const path = policyFile('retention: { classes: { general: { assumed: false } } }\n')
    expect(await office.done('policy', 'check', path)).toHaveLength(before.length - 1)
  })

  test('a file arrives on standard input as well, in GB18030 as well', async () => {
    const path = policyFile('types: { individual: { aliases: [病人] } }\n')
    const said = await office.runWith(readFileSync(path, 'utf8'), 'policy', 'check', '-', '--json')
    expect(said.status).toBe(0)
    const bytes = Buffer.concat([
      Buffer.from('policy: ours\nextends: denture\ntypes: { individual: { aliases: ["'),
      Buffer.from([0xb2, 0xa1, 0xc8, 0xcb]),
      Buffer.from('"] } }\n'),
    ])
    writeFileSync(path, bytes)
    await adopted(path, '2026-11-20')
    expect((await office.done('policy', 'show', 'types.individual')).aliases).toEqual(['病人'])
  })

  test.each([
    ['with a misspelt key', 'tipes: {}\n', '8 policy.bad'],
    ['that is empty', '', '8 input.empty'],
    ['that is a database', 'SQLite format 3\0', '8 policy.not-text'],
  ])('a file %s is not acceptable', async (_, text, expected) => {
    const path = join(office.room, 'bad.yaml')
    writeFileSync(path, text)
    expect(await refused('policy', 'check', path)).toBe(expected)
    expect(await setRefused(path, '2026-11-20')).toBe(expected)
    expect(await versions()).toHaveLength(1)
  })

  test.each(['zh-Hans', 'zh-Hant', 'en'])(
    'whoever extends an unknown policy is told how to list the ready ones, in %s',
    async (lang) => {
      const path = policyFile('', 'dentures')
      const { err } = await office.run('policy', 'check', path, '--lang', lang)
      const [told] = /dangan policy list[ \w-]*/.exec(err) ?? []
      expect((await office.done(...(told?.split(' ').slice(1) ?? []))).length).toBe(
        readyNames.length,
      )
    },
  )

  test('a file that is not there, or is a folder, is told apart', async () => {
    expect(await refused('policy', 'check', join(office.room, 'no.yaml'))).toBe('4 input.missing')
    expect(await refused('policy', 'check', office.room)).toBe('8 input.directory')
  })
})

describe('what follows from the policy', () => {
  const of = async (number: string) => {
    const { retainUntil, nextReviewOn, version } = await office.done('show', number)
    return { retainUntil, nextReviewOn, version }
  }
  const applied = () =>
    office.look((store) =>
      store.prepare(`SELECT object, staff_id FROM journal WHERE action = 'policy.apply'`).all(),
    )
  const stricter = () =>
    policyFile(
      'retention: { classes: { general: { years: 15 } } }\nreview: { everyMonths: 1, importantMonths: 1, incompleteMonths: 1 }\n',
    )
  beforeEach(async () => {
    const on = ['--on', '2026-03-01', '--reason', '补录']
    await office.done('add', '--type', '个人', '--name', '张三', ...on)
    await office.done('add', '--type', '个人', '--name', '李四')
    await office.done('update', '0002', '--close', '--reason', '终止')
  })

  test('moves with a version that is in force at once: retention to the rule, a review nearer', async () => {
    const before = await of('0001')
    expect(before.retainUntil).toMatch(/^2036/)
    const { moved } = await adopted(stricter(), '2026-11-20')
    expect(moved).toBe(2)
    expect(await of('0001')).toEqual({
      retainUntil: before.retainUntil.replace('2036', '2041'),
      nextReviewOn: '2026-12-20',
      version: 1,
    })
    expect((await of('0002')).nextReviewOn).toBeNull()
  })

  test('is what a new archive of that day would have', async () => {
    await adopted(stricter(), '2026-11-20')
    const { number } = await office.done('add', '--type', '个人', '--name', '王五')
    const there = await of('0002')
    expect((await of(number)).retainUntil).toBe(there.retainUntil)
  })

  test('waits for the day of a version to come, and moves at the first write then, once', async () => {
    const before = await of('0001')
    expect(await adopted(stricter(), '2027-01-01')).toMatchObject({ moved: 0 })
    office.today = '2026-12-31'
    await office.done('update', '0001', '--owner', '王芳')
    expect(await of('0001')).toEqual({ ...before, version: 2 })
    office.today = '2027-01-04'
    await office.done('update', '0001', '--owner', '赵敏')
    await office.done('update', '0001', '--owner', '王芳')
    expect((await of('0001')).retainUntil).toMatch(/^2041/)
    expect(applied()).toEqual([{ object: 'policy 2', staff_id: null }])
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('nor does a rehearsal move it, nor a version that was replaced before its day', async () => {
    const before = await of('0001')
    await adopted(stricter(), '2027-01-01')
    await adopted(years(11), '2027-01-01')
    office.today = '2027-01-04'
    await office.done('update', '0001', '--owner', '赵敏', '--dry-run')
    expect(await of('0001')).toEqual(before)
    await office.done('update', '0001', '--owner', '赵敏')
    expect((await of('0001')).retainUntil).toMatch(/^2037/)
    expect(applied()).toHaveLength(2)
  })

  test('a laxer cycle waits for the review that is due; no cycle, no review', async () => {
    const { nextReviewOn } = await of('0001')
    await adopted(policyFile('review: { everyMonths: 24 }\n'), '2026-11-20')
    expect((await of('0001')).nextReviewOn).toBe(nextReviewOn)
    office.today = '2026-11-21'
    await adopted(policyFile('review: null\n'), '2026-11-21')
    expect((await of('0001')).nextReviewOn).toBeNull()
  })

  test('what a merge took over is not cut short, but lengthened', async () => {
    office.meddle((store) =>
      store.script(`UPDATE archive SET retain_until = '2040-12-31' WHERE id = 1`),
    )
    await adopted(years(12), '2026-11-20')
    expect((await of('0001')).retainUntil).toBe('2040-12-31')
    office.today = '2026-11-21'
    await adopted(years(30), '2026-11-21')
    expect((await of('0001')).retainUntil).toMatch(/^2056/)
  })
})

describe('upgrading', () => {
  const silent = () => policyFile('classification: null\nreview: null # 另行规定\n')
  beforeEach(async () => {
    await adopted(silent(), '2026-11-20')
    office.today = '2026-11-21'
  })

  test('a command that finds its section missing names it, and it offers just that, as a diff', async () => {
    const { err } = await office.run('classify', '--by-rules')
    expect(err).toContain('dangan policy upgrade')
    const offered = await office.done('policy', 'upgrade')
    const sections = new Set(offered.map(({ at }: { at: string }) => at.split('.')[0]))
    expect([...sections].toSorted()).toEqual(['classification', 'review'])
    expect(await versions()).toHaveLength(2)
  })

  test('adopts it as a version of the office’s own, all else as it was', async () => {
    const before = await office.done('policy', 'show')
    const words = ['policy', 'upgrade', '--effective', '2026-11-21', '--reason', '补节']
    expect(await refused(...words)).toBe('2 usage.confirm')
    expect(await office.done(...words, '--dry-run')).toMatchObject({ version: 3 })
    expect(await versions()).toHaveLength(2)
    expect(await office.done(...words, '--yes')).toMatchObject({ version: 3, reason: '补节' })
    const { review, classification, ...rest } = await office.done('policy', 'show')
    expect(rest).toEqual(before)
    const ready = JSON.parse(
      (await office.run('policy', 'show', '--policy-version', '1', '--json')).out,
    )
    expect({ review, classification }).toEqual({
      review: ready.review,
      classification: ready.classification,
    })
    expect((await office.run('policy', 'upgrade')).err).toContain('没有所缺的节')
  })

  test('takes sections from the ready policy that is named; a slip gets a suggestion', async () => {
    expect(await office.done('policy', 'upgrade', 'denture')).toHaveLength(
      (await office.done('policy', 'upgrade')).length,
    )
    const { error } = await office.run('policy', 'upgrade', 'denure', '--json')
    expect(error).toMatchObject({ code: 'usage.bad-option', facts: { suggestion: 'denture' } })
  })

  test('a policy that began from no ready one is asked which', async () => {
    const { review: _, ...own } = await office.done('policy', 'show', '--policy-version', '1')
    const path = join(office.room, 'own.yaml')
    writeFileSync(path, JSON.stringify({ ...own, policy: 'ours' }))
    await adopted(path, '2026-11-21')
    expect(await refused('policy', 'upgrade')).toBe('2 usage.missing')
    office.today = '2026-11-22'
    const words = ['policy', 'upgrade', 'denture', '--effective', '2026-11-22', '--yes']
    expect(
      (await office.done(...words)).changes.every(({ at }: { at: string }) =>
        at.startsWith('review'),
      ),
    ).toBe(true)
  })
})

describe('simulating', () => {
  const after = () =>
    policyFile(
      'retention: { classes: { general: { years: 15 } } }\nreview: { everyMonths: 1, importantMonths: 1, incompleteMonths: 1 }\ntypes: { individual: { secrecy: secret } }\n',
    )
  const simulated = (path: string) => office.done('policy', 'simulate', path)
  beforeEach(async () => {
    await office.done('add', '--type', '个人', '--name', '张三')
    await office.done(
      'add',
      '--type',
      '经销商',
      '--org',
      'XH01',
      '--name',
      '宏达',
      '--secrecy',
      '绝密',
    )
  })

  test('says what would move, from what to what, by which rule and clause; nothing moves', async () => {
    const before = await office.done('list')
    const moves = await simulated(after())
    const ofFirst = moves.filter((it: { number: string }) => it.number === 'RG2026-0001')
    expect(ofFirst).toMatchObject([
      { key: 'retainUntil', because: 'retention.classes.general', source: ['S002-5.1-1'] },
      { key: 'nextReviewOn', after: '2026-12-20', because: 'review' },
      { key: 'secrecy', before: 'none', after: 'secret', because: 'types.individual.secrecy' },
    ])
    expect(moves.map((it: { number: string }) => it.number)).toContain('JG2026XH01-0001')
    expect(await office.done('list')).toEqual(before)
  })

  test('what it says of retention and reviews is what adopting then does', async () => {
    const moves = await simulated(after())
    await adopted(after(), '2026-11-20')
    const days = moves.filter(({ key }: { key: string }) => key !== 'secrecy')
    for (const { number, key, after: said } of days)
      expect((await office.done('show', number))[key]).toBe(said)
    expect((await simulated(after())).length).toBe(0)
  })

  test('in every format, in words on a table', async () => {
    const { out, err } = await office.run('policy', 'simulate', after())
    expect(out).toMatch(/RG2026-0001 +密级 +无 +秘密 +types\.individual\.secrecy/)
    expect(err).toContain('dangan classify')
    const csv = await office.run('policy', 'simulate', after(), '--format', 'csv')
    expect(csv.out.split('\n')[0]).toBe('number,key,before,after,because,source')
    expect((await office.run('policy', 'simulate', 'denture')).err).toBe('没有档案会变动。\n')
  })

  test('what the reader may not see is left out; what is journaled is entered', async () => {
    await simulated(after())
    const last = office.look((store) =>
      store.prepare('SELECT action, object FROM journal ORDER BY seq DESC').get(),
    )
    expect(last).toEqual({ action: 'archive.read', object: 'JG2026XH01-0001' })
    office.account = 'stranger'
    const seen = await simulated(after())
    expect(new Set(seen.map((it: { number: string }) => it.number))).toEqual(
      new Set(['RG2026-0001']),
    )
  })
})

describe('coverage', () => {
  test('lists clauses of its documents that no rule cites, and counts', async () => {
    const gaps = await office.done('policy', 'coverage')
    const clauses = gaps.flatMap(({ clause }: { clause: string | null }) => clause ?? [])
    expect(clauses.length).toBeGreaterThan(0)
    expect(clauses.every((clause: string) => /^S00\d-/.test(clause))).toBe(true)
    expect(clauses).not.toContain('S002-5.1-1')
    const { err } = await office.run('policy', 'coverage')
    expect(err).toMatch(new RegExp(`尚无 ${clauses.length} 条`))
  })

  test('lists rules without a clause, in the words of the reader', async () => {
    const path = policyFile(
      'fields: { fax: { label: { zh-Hans: 传真, zh-Hant: 傳真, en: Fax }, kind: text } }\n',
    )
    expect(await office.done('policy', 'coverage', path)).toContainEqual({
      gap: 'ruleWithoutClause',
      clause: null,
      at: 'fields.fax',
    })
    const { out } = await office.run('policy', 'coverage', path)
    expect(out).toMatch(/规则无条款 +fields\.fax/)
  })
})

describe('adopting', () => {
  test('shows what changes, then writes a version and one journal entry', async () => {
    const ran = await set(years(15), '2026-11-20', '--reason', '年度修订')
    expect(ran.err).toContain('retention.classes.general.years  10 → 15')
    expect(ran.json).toMatchObject({
      version: 2,
      policy: 'ours',
      effectiveFrom: '2026-11-20',
      adoptedOn: '2026-11-20',
      reason: '年度修订',
      replaces: null,
      dropped: [],
      rekeyed: 0,
    })
    expect(ran.json.changes).toContainEqual({
      at: 'retention.classes.general.years',
      before: 10,
      after: 15,
    })
    const entered = acts()
    expect(entered.map(({ action }) => action)).toEqual(['registry.create', 'policy.adopt'])
    expect(entered[1]?.detail).toMatchObject({ version: 2, reason: '年度修订' })
    expect(entered[1]?.detail).toHaveProperty('sha256', expect.stringMatching(/^[0-9a-f]{64}$/))
  })

  test('needs a yes, and the day', async () => {
    const path = years(15)
    expect(await refused('policy', 'set', path, '--effective', '2026-11-20')).toBe(
      '2 usage.confirm',
    )
    expect(await refused('policy', 'set', path, '--yes')).toBe('2 usage.missing')
    expect(await setRefused(path, '2026-02-30')).toBe('8 value.bad')
    expect(await versions()).toHaveLength(1)
  })

  test('under --dry-run writes nothing and asks nothing', async () => {
    const ran = await office.run(
      'policy',
      'set',
      years(15),
      '--effective',
      '2026-11-20',
      '--dry-run',
    )
    expect(ran.status).toBe(0)
    expect(ran.err).toContain('10 → 15')
    expect(await versions()).toHaveLength(1)
    expect(acts()).toHaveLength(1)
  })

  test('is not for an account that nobody is bound to', async () => {
    office.account = 'nobody'
    expect(await setRefused(years(15), '2026-11-20')).toBe('5 person.unbound')
  })

  test('what says the same is refused', async () => {
    expect(await setRefused(policyFile('policy: denture\n').replace('x', 'x'), '2026-11-20')).toBe(
      '8 policy.bad',
    )
    const path = join(office.room, 'same.yaml')
    writeFileSync(path, readyText('denture') as string)
    expect(await setRefused(path, '2026-11-20')).toBe('3 policy.unchanged')
  })

  describe('for a day to come', () => {
    test('leaves today as it is, and comes into force by itself', async () => {
      await adopted(years(15), '2027-01-01')
      expect((await versions()).map((it: { status: string }) => it.status)).toEqual([
        'inForce',
        'coming',
      ])
      const general = () => office.done('policy', 'show', 'retention.classes.general')
      expect(await general()).toMatchObject({ years: 10 })
      expect(
        await office.done('policy', 'show', 'retention.classes.general', '--date', '2027-01-01'),
      ).toMatchObject({ years: 15 })
      office.today = '2027-01-01'
      expect(await general()).toMatchObject({ years: 15 })
      expect((await versions()).map((it: { status: string }) => it.status)).toEqual([
        'past',
        'inForce',
      ])
    })

    test('can be replaced until then', async () => {
      await adopted(years(15), '2027-01-01')
      expect(await adopted(years(20), '2027-01-01')).toMatchObject({ version: 3, replaces: 2 })
      expect((await versions()).map((it: { status: string }) => it.status)).toEqual([
        'inForce',
        'replaced',
        'coming',
      ])
    })

    test('but not any more on the day itself', async () => {
      await adopted(years(15), '2026-11-21')
      office.today = '2026-11-21'
      expect(await setRefused(years(20), '2026-11-21')).toBe('3 policy.same-day')
      expect(await setRefused(years(20), '2026-11-22')).toBe('0 adopted')
    })
  })

  describe('for a day gone by', () => {
    test('needs no reason where nothing was done since', async () => {
      expect(await setRefused(years(15), '2026-11-01')).toBe('0 adopted')
    })

    test.each([
      ['the day before an act', '2026-11-19', '3 policy.acts-judged'],
      ['the day of an act', '2026-11-20', '3 policy.acts-judged'],
      ['the day after the last act', '2026-11-21', '0 adopted'],
    ])('%s: %s', async (_, on, expected) => {
      await add('张三丰')
      office.today = '2026-11-25'
      expect(await setRefused(years(15), on)).toBe(expected)
    })

    test('with a reason it is adopted', async () => {
      await add('张三丰')
      office.today = '2026-11-25'
      expect(await setRefused(years(15), '2026-11-20', '--reason', '补正')).toBe('0 adopted')
    })

    test('acts of today are no obstacle to a policy from today on', async () => {
      await add('张三丰')
      expect(await setRefused(years(15), '2026-11-20')).toBe('0 adopted')
    })
  })

  test('an act is judged by the version in force on its date', async () => {
    await adopted(years(15), '2026-11-18')
    const now = await add('张三丰')
    const back = await add('李四光', '--date', '2026-11-17')
    expect([now.retainUntil, back.retainUntil]).toEqual(['2041-11-20', '2036-11-17'])
    const ruled = office.look((store) => [
      ...store.walk(`SELECT policy_version FROM journal WHERE action = 'archive.add' ORDER BY seq`),
    ])
    expect(ruled).toEqual([[2], [1]])
  })
})

describe('keys of comparison', () => {
  const keys = () =>
    office.look((store) => [...store.walk('SELECT business_key FROM archive ORDER BY id')].flat())

  test('go by the policy of the day it really is, whatever the date of the act', async () => {
    await adopted(policyFile('types: { individual: { businessKey: occupation } }\n'), '2026-11-18')
    const before = ['--date', '2026-11-17']
    await add('张三丰', '--set', 'occupation=甲', ...before)
    await add('李四光')
    await add('王五', '--set', 'occupation=乙', ...before)
    await office.done('update', '0003', '--set', 'occupation=丙', ...before)
    await imported(office, listOf('客户名称,客户类型,职业', '赵六,个人,丁'), ...before)
    expect(keys()).toEqual(['甲', null, '丙', '丁'])
    const again = ['--name', '孙七', '--set', 'occupation=甲', ...before]
    expect(await refused('add', '--type', '个人', ...again)).toBe('3 duplicate.likely')
    const taking = ['--set', 'occupation=甲', ...before]
    expect(await refused('update', '0003', ...taking)).toBe('3 identity.taken')
  })
})

describe('what a new policy drops', () => {
  test('is refused where archives cannot do without it, with counts', async () => {
    await add('张三丰')
    await add('李四光')
    const path = policyFile('types: { individual: null }\nclassification: null\n')
    const ran = await set(path, '2026-11-20')
    expect([ran.status, ran.error.code]).toEqual([3, 'policy.in-use'])
    expect(ran.error.facts.uses).toEqual([{ at: 'types.individual', isBinding: true, count: 2 }])
    expect(ran.error.message).toContain('types.individual：2 份')
  })

  test('goes where nothing holds it', async () => {
    await add('张三丰')
    expect(
      await setRefused(policyFile('types: { dealer: null }\nclassification: null\n'), '2026-11-20'),
    ).toBe('0 adopted')
  })

  test.each([
    [
      'a level',
      ['--secrecy', 'secret'],
      'secrecy: { levels: { secret: null } }\nconsultation: null',
      'secrecy.levels.secret',
    ],
    [
      'a retention class',
      ['--retention-class', 'important'],
      'retention: { classes: { important: null } }',
      'retention.classes.important',
    ],
  ])('%s in use is refused', async (_, words, rules, at) => {
    await add('张三丰', ...words)
    const ran = await set(policyFile(`${rules}\nclassification: null\n`), '2026-11-20')
    expect(ran.error?.facts.uses).toEqual([{ at, isBinding: true, count: 1 }])
  })

  test('of the lists is told with counts, and kept', async () => {
    const words = ['--industry', 'dentalClinic', '--set', 'sex=男', '--set', 'age=30']
    const { number } = await add('张三丰', ...words)
    const path = policyFile(
      'industries: { dentalClinic: null }\n' +
        'fields: { sex: { choices: { male: null } }, age: null }\n' +
        'types: { individual: { fields: [sex, remark], required: [phone] } }\n',
    )
    const ran = await set(path, '2026-11-20')
    expect(ran.err).toContain('industries.dentalClinic：1 份')
    expect(ran.json.dropped).toEqual([
      { at: 'industries.dentalClinic', count: 1 },
      { at: 'fields.sex.choices.male', count: 1 },
      { at: 'fields.age', count: 1 },
    ])
    expect(await office.done('show', number)).toMatchObject({
      industry: 'dentalClinic',
      fields: { sex: 'male', age: '30' },
    })
  })
})

describe('comparing', () => {
  test('two versions, a version and a file, a ready policy', async () => {
    const path = years(15)
    await adopted(path, '2026-11-20')
    const change = { at: 'retention.classes.general.years', before: 10, after: 15 }
    expect(await office.done('policy', 'diff')).toContainEqual(change)
    expect(await office.done('policy', 'diff', '1', '2')).toContainEqual(change)
    expect(await office.done('policy', 'diff', '1')).toContainEqual(change)
    expect(await office.done('policy', 'diff', '1', path)).toContainEqual(change)
    expect(await office.done('policy', 'diff', path)).toEqual([])
    expect(await office.done('policy', 'diff', 'denture')).toContainEqual({
      at: 'retention.classes.general.years',
      before: 15,
      after: 10,
    })
  })

  test('with one version only says so', async () => {
    const ran = await office.run('policy', 'diff')
    expect([ran.status, ran.out]).toEqual([0, ''])
    expect(ran.err).toContain('只有一版制度')
  })

  test('with what there is not is refused', async () => {
    expect(await refused('policy', 'diff', '3')).toBe('4 policy.missing')
    expect(await refused('policy', 'diff', 'no.yaml')).toBe('4 input.missing')
  })
})

test('init refuses an unknown policy with a suggestion', async () => {
  const words = ['init', '--policy', 'dentur', '-f', join(office.room, 'other.db')]
  const ran = await office.run(...words)
  expect(ran.status).toBe(2)
  expect(ran.err).toContain('是否为 denture？')
})
