import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { snapshotOf, type Snapshot } from '../../src/domain/archive.ts'
import { archiveById } from '../../src/store/archives.ts'
import { historyOf } from '../../src/store/history.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  await office.done('add', '--type', '个人', '--name', '张三丰', '--phone', '13800138000')
})

/** The refusal that a line ends in, and its status. */
async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return { status, code: error?.code, facts: error?.facts }
}
const entries = () => office.look((store) => store.prepare('SELECT count(*) n FROM journal').get())
const update = (...words: string[]) => office.done('update', '0001', ...words)

describe('values', () => {
  test('are set by option, by label and as extra fields, as one version and one entry', async () => {
    const before = entries()
    const archive = await update(
      '--phone',
      '13900139000',
      '--set',
      '性别=女',
      '--set',
      'age＝45',
      '--extra',
      '微信=abc',
    )
    expect(archive).toMatchObject({
      number: 'RG2026-0001',
      phone: '13900139000',
      fields: { sex: 'female', age: '45', 微信: 'abc' },
      version: 2,
    })
    expect(entries()).toEqual({ n: (before as { n: number }).n + 1 })
  })

  test('classes are accepted in Chinese, 简 or 繁, and in English', async () => {
    expect(
      await update('--stage', '售後', '--importance', 'VIP', '--industry', '口腔诊所'),
    ).toMatchObject({
      stage: 'aftersale',
      importance: 'vip',
      industry: 'dentalClinic',
    })
  })

  test('an empty value takes one away', async () => {
    await update('--email', 'a@b.cn', '--set', '性别=女')
    expect(await update('--set', 'email=', '--set', '性别=')).toMatchObject({
      email: null,
      fields: {},
      version: 3,
    })
  })

  test('contacts come, change and go', async () => {
    await update('--add-contact', '王小明,采购', '--add-contact', '李四')
    await update('--add-contact', '王小明,,13900139000', '--remove-contact', '李四')
    const { contacts } = await office.done('show', '0001')
    expect(contacts).toEqual([{ name: '王小明', role: '采购', phone: '13900139000' }])
  })

  test('several archives change together, as one entry, each once', async () => {
    await office.done('add', '--type', '个人', '--name', '李四')
    const before = entries() as { n: number }
    const archives = await office.done('update', '0001', '0002', 'rg20260001', '--owner', '赵敏')
    expect(archives.map(({ number, owner, version }: never) => [number, owner, version])).toEqual([
      ['RG2026-0001', '赵敏', 2],
      ['RG2026-0002', '赵敏', 2],
    ])
    expect(entries()).toEqual({ n: before.n + 1 })
  })

  test('a list on stdin gives an array, even of one', async () => {
    const { json } = await office.runWith(
      'RG2026-0001  张三丰\n',
      'update',
      '-',
      '--owner',
      '赵敏',
      '--json',
    )
    expect(json).toMatchObject([{ number: 'RG2026-0001', owner: '赵敏' }])
  })

  test('where nothing changes it says so: no version, no entry', async () => {
    const before = entries()
    const { out, status } = await office.run('update', '0001', '--phone', '138 0013 8000')
    expect([status, out]).toEqual([0, 'RG2026-0001 没有变化，仍是第 1 版\n'])
    expect(entries()).toEqual(before)
  })

  test('a rehearsal shows what would be, and writes nothing', async () => {
    const before = office.meddle(everythingIn)
    const archive = await update('--phone', '13900139000', '--dry-run')
    expect(archive).toMatchObject({ phone: '13900139000', version: 2 })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('sensitive values are kept and not told', async () => {
    const ran = await office.run('update', '0001', '--set', '过敏史=青霉素')
    expect(ran.out).toContain('过敏史：（不显示）')
    expect(ran.out + (await office.run('show', '0001', '--history', '--json')).out).not.toContain(
      '青霉素',
    )
    expect((await office.run('show', '0001', '--history', '--reveal')).out).toContain('青霉素')
  })

  test('the number stays when it no longer agrees, and the archivist is told', async () => {
    const { out, err } = await office.run('update', '0001', '--type', '经销商', '--org', 'XH01')
    expect(out).toContain('已更新 RG2026-0001（第 2 版）')
    expect(err).toContain('classify RG2026-0001 --renumber')
  })

  test('the search terms follow', async () => {
    await update('--name', '赵敏', '--phone', '13911112222')
    const fresh = await officeIn()
    await fresh.done('add', '--type', '个人', '--name', '赵敏', '--phone', '13911112222')
    const words = (it: TestOffice) => it.meddle(everythingIn)['archive_terms']
    expect(words(office)).toEqual(words(fresh))
  })
})

describe('remarks', () => {
  test('source, reason and the day on which it became known are kept with the version', async () => {
    const known = ['--known-on', '2026-10-01', '--source', '销售部', '--reason', '客户来电']
    const { err } = await office.run('update', '0001', '--phone', '13900139000', ...known)
    expect(err).toContain('50 天')
    const [, event] = office.look((store) => historyOf(store, 1))
    expect(event).toMatchObject({
      action: 'archive.update',
      on: '2026-11-20',
      by: '李娜',
      detail: {
        version: 2,
        before: { phone: '13800138000' },
        after: { phone: '13900139000' },
        source: '销售部',
        reason: '客户来电',
        knownOn: '2026-10-01',
      },
    })
  })

  test.each([
    ['2026-11-13', false],
    ['2026-11-12', true],
  ])('known since %s: late? %s', async (day, late) => {
    const { err } = await office.run('update', '0001', '--phone', '13900139000', '--known-on', day)
    expect(err.includes('迟于规定')).toBe(late)
  })
})

describe('an update is refused', () => {
  test.each([
    ['for a key that nobody knows', ['--set', '微信=abc'], 'usage.unknown-field', 2],
    ['for a key of its own', ['--set', 'status=closed'], 'usage.unknown-field', 2],
    ['for a bad value', ['--phone', '12'], 'value.bad', 8],
    ['without a name', ['--name', ''], 'value.bad', 8],
    ['for a pair without =', ['--extra', '微信'], 'value.bad', 8],
    ['for a contact that is not there', ['--remove-contact', '王大'], 'usage.bad-option', 2],
    ['with nothing to change', [], 'usage.missing', 2],
    ['at another version', ['--phone', '13900139000', '--expect-version', '2'], 'version.stale', 3],
    ['at no version', ['--phone', '13900139000', '--expect-version', '零'], 'usage.line', 2],
    ['known tomorrow', ['--phone', '13900139000', '--known-on', '2026-11-21'], 'date.future', 3],
    ['known on no day', ['--phone', '13900139000', '--known-on', '某日'], 'value.bad', 8],
    [
      'before the last act',
      ['--phone', '13900139000', '--date', '2026-11-19'],
      'date.before-last-act',
      3,
    ],
    [
      'long after the day that it is dated',
      ['--phone', '1', '--date', '2026-11-12'],
      'date.back-too-far',
      3,
    ],
    ['with a day but nothing to close', ['--on', '2026-11-20', '--owner', 'x'], 'usage.missing', 2],
    ['to close and reopen', ['--close', '--reopen'], 'usage.together', 2],
    ['to go back and set', ['--revert', '1', '--owner', 'x'], 'usage.together', 2],
    ['to close without a reason', ['--close'], 'usage.missing', 2],
  ])('%s', async (_, words, code, status) => {
    const before = office.meddle(everythingIn)
    expect(await refused('update', '0001', ...words)).toMatchObject({ code, status })
    expect(office.meddle(everythingIn)).toEqual(before)
  })

  test('for a number that is not there', async () => {
    expect(await refused('update', '0009', '--owner', 'x')).toMatchObject({
      code: 'archive.missing',
      status: 4,
    })
  })

  test('for several at a version, or back to one', async () => {
    await office.done('add', '--type', '个人', '--name', '李四')
    for (const words of [
      ['--expect-version', '1', '--owner', 'x'],
      ['--revert', '1'],
    ])
      expect(await refused('update', '0001', '0002', ...words)).toMatchObject({
        code: 'usage.together',
      })
  })

  test('when it would be another customer’s identity', async () => {
    const card = '110199194912310028'
    const idCard = ['--set', `身份证号=${await validCard(card)}`]
    await office.done('add', '--type', '个人', '--name', '李四', ...idCard)
    expect(await refused('update', '0001', ...idCard)).toMatchObject({
      status: 3,
      code: 'identity.taken',
      facts: { number: 'RG2026-0001', holder: 'RG2026-0002', because: 'identity' },
    })
    expect(await update('--set', '身份证号=', '--owner', 'x')).toMatchObject({ version: 2 })
    expect(await office.done('update', '0002', ...idCard, '--owner', 'x')).toMatchObject({
      version: 2,
    })
  })

  test('which is not named to whoever may not read it', async () => {
    const idCard = ['--set', `身份证号=${await validCard('110199194912310028')}`]
    await office.done('update', '0001', '--secrecy', '绝密', ...idCard)
    const { number } = await office.done('add', '--type', '个人', '--name', '王五')
    office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
    office.account = 'zhao'
    const ran = await office.run('update', number, ...idCard, '--json')
    expect(ran.error).toMatchObject({ code: 'identity.taken', facts: { holder: null } })
    expect(ran.err).not.toContain('RG2026-0001')
  })

  test('but not where two have shared an identity all along', async () => {
    const idCard = ['--set', `身份证号=${await validCard('110199194912310028')}`]
    for (const name of ['李四', '王五'])
      await office.done('add', '--type', '个人', '--name', name, '--duplicate', 'add', ...idCard)
    expect(await office.done('update', '0002', '--owner', 'x')).toMatchObject({ version: 2 })
  })

  test('to whoever is not cleared, and to an account that nobody knows', async () => {
    await update('--secrecy', '机密')
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'secret' })
    office.account = 'wang'
    expect(await refused('update', '0001', '--owner', 'x')).toMatchObject({
      code: 'person.not-cleared',
      status: 5,
    })
    office.account = 'stranger'
    expect(await refused('update', '0001', '--owner', 'x')).toMatchObject({
      code: 'person.unbound',
      status: 5,
    })
  })
})

/** The same card with its right checksum. */
async function validCard(card: string): Promise<string> {
  const { idCardCheck } = await import('../support/people.mjs')
  return card.slice(0, 17) + idCardCheck(card.slice(0, 17))
}

describe('what is shown and not changed', () => {
  const readings = () =>
    office.look((store) =>
      store.prepare(`SELECT object FROM journal WHERE action = 'archive.read'`).all(),
    )

  test.each([
    ['in a rehearsal', ['--owner', '赵敏', '--dry-run']],
    ['where nothing changes', ['--secrecy', '机密']],
  ])('is a reading, %s', async (_, words) => {
    await update('--secrecy', '机密')
    expect(readings()).toEqual([])
    await update(...words)
    expect(readings()).toEqual([{ object: 'RG2026-0001' }])
  })

  test('of open archives is none', async () => {
    await update('--owner', '赵敏', '--dry-run')
    expect(readings()).toEqual([])
  })
})

describe('closing and reopening', () => {
  test('a closed archive refuses every change but reopening', async () => {
    office.today = '2026-12-01'
    expect(
      await update('--close', '--on', '2026-11-30', '--reason', '合作终止', '--stage', '售后'),
    ).toMatchObject({
      status: 'closed',
      closedOn: '2026-11-30',
      stage: 'aftersale',
      nextReviewOn: null,
      version: 2,
    })
    for (const words of [
      ['--owner', 'x'],
      ['--revert', '1'],
      ['--close', '--reason', 'x'],
    ])
      expect(await refused('update', '0001', ...words)).toMatchObject({
        code: 'status.wrong',
        status: 3,
      })
    for (const words of [
      ['note', '0001', '--text', 'x', '--set', 'channel=电话'],
      ['classify', '0001', '--stage', '售前'],
      ['verify', '0001'],
    ])
      expect(await refused(...words)).toMatchObject({ code: 'status.wrong', status: 3 })
    expect(await update('--reopen', '--reason', '恢复合作', '--owner', '赵敏')).toMatchObject({
      status: 'active',
      closedOn: null,
      owner: '赵敏',
      nextReviewOn: '2027-03-01',
      version: 3,
    })
    expect(await refused('update', '0001', '--reopen', '--reason', 'x')).toMatchObject({
      code: 'status.wrong',
    })
  })

  test.each([
    ['2026-12-02', 'date.future'],
    ['2026-11-19', 'date.before-formed'],
  ])('not on %s', async (day, code) => {
    office.today = '2026-12-01'
    expect(await refused('update', '0001', '--close', '--on', day, '--reason', 'x')).toMatchObject({
      code,
      status: 3,
    })
  })
})

describe('going back', () => {
  test('makes a new version with the old contents', async () => {
    await update('--phone', '13900139000', '--set', '性别=女')
    await update('--owner', '赵敏')
    expect(await update('--revert', '1')).toMatchObject({
      phone: '13800138000',
      owner: null,
      fields: {},
      version: 4,
    })
    expect(await update('--revert', '3')).toMatchObject({
      phone: '13900139000',
      owner: '赵敏',
      version: 5,
    })
  })

  test('to what it is already changes nothing', async () => {
    expect(await update('--revert', '1')).toMatchObject({ version: 1 })
  })

  test.each([['2'], ['99']])('version %s has not been', async (version) => {
    expect(await refused('update', '0001', '--revert', version)).toMatchObject({
      code: 'version.missing',
      status: 4,
    })
  })

  test('is refused where a detail was erased', async () => {
    await update('--owner', '赵敏')
    office.meddle((store) => store.script('DELETE FROM journal_detail WHERE archive_id = 1'))
    expect(await refused('update', '0001', '--revert', '1')).toMatchObject({
      code: 'version.erased',
      status: 3,
    })
  })

  test('reaches any version of any history', { timeout: 120_000 }, async () => {
    const word = fc.constantFrom('', '甲', '乙', '丙')
    const step = fc.oneof(
      fc.tuple(fc.constantFrom('--owner', '--address', '--location'), word),
      fc.tuple(
        fc.constant('--set'),
        fc.constantFrom('性别=男', '性别=女', '性别=', '备注=甲', '备注='),
      ),
      fc.tuple(fc.constant('--extra'), fc.constantFrom('微信=甲', '微信=乙')),
      fc.tuple(fc.constantFrom('--add-contact'), fc.constantFrom('李四', '王五,采购')),
      fc.tuple(fc.constant('--importance'), fc.constantFrom('一般', '重要', '')),
      fc.tuple(fc.constant('--retention-class'), fc.constantFrom('一般', '永久')),
    )
    const histories = fc.array(step, { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (steps, pick) => {
        const { number } = await office.done('add', '--type', '个人', '--name', '无名')
        const state = () => office.look((store) => stateOf(store, number))
        const states = [state()]
        for (const words of steps) {
          const { version } = await office.done('update', number, ...words)
          states[version - 1] = state()
        }
        const version = (pick % states.length) + 1
        await office.done('update', number, '--revert', String(version))
        expect(state()).toEqual(states[version - 1])
      }),
      { numRuns: 12 },
    )
  })
})

function stateOf(
  store: Parameters<Parameters<TestOffice['look']>[0]>[0],
  number: string,
): Snapshot {
  const { id } = store.prepare('SELECT id FROM archive WHERE number = ?').get(number) as {
    id: number
  }
  return snapshotOf(archiveById(store, id)!)
}

describe('making void', () => {
  test('leaves nothing of the customer, and the number void for ever', async () => {
    await office.done('note', '0001', '--text', '询问保修期', '--set', '沟通渠道=电话')
    const [before] = [office.look((store) => historyOf(store, 1).length)]
    const said = await update('--void', '--reason', '误录')
    expect(said).toEqual({ number: 'RG2026-0001', fate: 'void', reason: '误录' })
    const tables = office.meddle(everythingIn)
    for (const name of ['archive', 'entry', 'archive_terms', 'entry_terms', 'row_digest'])
      expect(tables[name]).toEqual([])
    const events = office.look((store) => historyOf(store, 1))
    expect(events.length).toBe(before + 1)
    expect(events.at(-1)?.action).toBe('archive.void')
    expect(events.map(({ detail }) => detail)).toEqual(events.map(() => null))
    expect(await refused('show', 'RG2026-0001')).toMatchObject({ code: 'archive.missing' })
    const again = ['add', '--type', '个人', '--name', '李四']
    expect(await refused(...again, '--number', 'RG2026-0001')).toMatchObject({
      code: 'number.void',
    })
    expect(await office.done(...again)).toMatchObject({ number: 'RG2026-0002' })
  })

  test('a new archive never gets the identity of one that was', async () => {
    await update('--void', '--reason', '误录')
    const { number } = await office.done('add', '--type', '个人', '--name', '李四')
    const history = await office.done('show', number, '--history')
    expect(history.map(({ action }: { action: string }) => action)).toEqual(['archive.add'])
  })

  test('the former number of a renumbered archive is void, too', async () => {
    await office.done('classify', '0001', '--type', '经销商', '--org', 'XH01', '--renumber')
    await office.done('update', 'RG2026-0001', '--void', '--reason', '误录')
    const ledger = office.look((store) =>
      store.prepare('SELECT number FROM number_ledger ORDER BY number').all(),
    )
    expect(ledger).toEqual([{ number: 'JG2026XH01-0001' }, { number: 'RG2026-0001' }])
  })

  test('is refused after a merge, and after it was undone', async () => {
    await office.done('add', '--type', '个人', '--name', '李四')
    await office.done('merge', '0002', '--into', '0001')
    expect(await refused('update', '0001', '--void', '--reason', 'x')).toMatchObject({
      code: 'void.used',
      status: 3,
      facts: { because: ['merged'] },
    })
    await office.done('merge', '--undo', '0002')
    expect(await refused('update', '0002', '--void', '--reason', 'x')).toMatchObject({
      code: 'void.used',
    })
  })

  test('of several asks first', async () => {
    await office.done('add', '--type', '个人', '--name', '李四')
    const words = ['update', '0001', '0002', '--void', '--reason', '误录']
    expect(await refused(...words)).toMatchObject({ code: 'usage.confirm', status: 2 })
    expect(await office.done(...words, '--yes')).toHaveLength(2)
  })

  test('wants a reason', async () => {
    expect(await refused('update', '0001', '--void')).toMatchObject({ code: 'usage.missing' })
    expect(await refused('update', '0001', '--void', '--reason', ' ')).toMatchObject({
      code: 'usage.missing',
    })
  })
})
