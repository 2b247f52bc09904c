import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

// How long a level lasts (S003-7.3.4): 秘密 10 years, 机密 20, 绝密 30 under the policy `secrets`.
let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'secrets', today: '2026-03-01' })
  await office.done('staff', 'update', '李娜', '--post', '总经理')
})

const number = 'QY2026-0001'
const add = (...words: string[]) =>
  office.done('add', '--type', '企业', '--name', '宏达贸易', ...words)
const levelNow = async () => {
  const { secrecy, secrecyUntil } = await office.done('show', number)
  return [secrecy, secrecyUntil]
}
const codesOf = async (...words: string[]): Promise<string[]> =>
  (await office.run(...words, '--json')).error.facts.problems.map(
    (it: { invalid: { code: string } }) => it.invalid.code,
  )
const lapses = async () =>
  (await office.done('log', '--action', 'archive.declassify')) as { by: null; object: string }[]

describe('a level that is set', () => {
  test('lasts as long as the policy says from that day, and who set it is known', async () => {
    await add()
    expect(await office.done('show', number)).toMatchObject({
      secrecy: 'secret',
      secrecyUntil: '2036-03-01',
      secrecySetBy: '李娜',
      secrecySetOn: '2026-03-01',
    })
    expect((await office.run('show', number)).out).toMatch(/保密至 +2036-03-01/)
    expect(await office.done('list', '--fields', 'secrecyUntil')).toEqual([
      { secrecyUntil: '2036-03-01' },
    ])
  })

  test('lasts until a day that somebody says', async () => {
    expect(await add('--secrecy', '机密', '--secrecy-until', '2028年12月31日')).toMatchObject({
      secrecyUntil: '2028-12-31',
    })
  })

  test('is prolonged, and has its own term where it becomes another', async () => {
    await add()
    office.today = '2027-03-01'
    office.hire({ name: '王芳', osAccount: 'wang', post: '总经理', clearance: 'topSecret' })
    await office.done('classify', number, '--secrecy-until', '2050-01-01', '--as', '王芳')
    expect(await office.done('show', number)).toMatchObject({
      secrecy: 'secret',
      secrecyUntil: '2050-01-01',
      secrecySetBy: '王芳',
      secrecySetOn: '2027-03-01',
    })
    await office.done('classify', number, '--secrecy', '绝密')
    expect(await levelNow()).toEqual(['topSecret', '2057-03-01'])
    await office.done('classify', number, '--secrecy', '秘密', '--secrecy-until', '2030-01-01')
    // of another department it would be a request (S000-4.4-4)
    await office.done('staff', 'update', '李娜', '--post', '档案主管')
    expect(await levelNow()).toEqual(['secret', '2030-01-01'])
    await office.done('update', number, '--phone', '13900139000')
    expect(await levelNow()).toEqual(['secret', '2030-01-01'])
    await office.done('update', number, '--set', 'secrecyUntil=')
    expect(await levelNow()).toEqual(['secret', null])
    await office.done('classify', number, '--secrecy', '无')
    expect(await levelNow()).toEqual(['none', null])
    await office.done('update', number, '--revert', '1', '--reason', '误改')
    expect(await levelNow()).toEqual(['secret', '2036-03-01'])
  })

  test.each([
    ['a day that is over', ['--secrecy-until', '2026-02-28'], 'term.over'],
    [
      'a term without a level',
      ['--secrecy', '无', '--secrecy-until', '2030-01-01'],
      'term.no-level',
    ],
  ])('%s is refused', async (_, words, code) => {
    const type = ['--type', '企业', '--name', '甲']
    expect(await codesOf('add', ...type, ...words)).toEqual([code])
    await add()
    expect(await codesOf('update', number, ...words)).toEqual([code])
    expect(await codesOf('classify', number, ...words)).toEqual([code])
  })

  test('comes with an import, and goes out with an export', async () => {
    const list = join(office.room, 'list.csv')
    writeFileSync(
      list,
      '客户类型,客户名称,密级,保密期限\n企业,甲公司,机密,2029-06-30\n企业,乙公司,,\n企业,丙公司,无,2029-06-30\n',
    )
    await office.done('import', list)
    const rows = await office.done('list', '--fields', 'secrecy,secrecyUntil')
    expect(rows).toEqual([
      { secrecy: 'confidential', secrecyUntil: '2029-06-30' },
      { secrecy: 'secret', secrecyUntil: '2036-03-01' },
      { secrecy: 'none', secrecyUntil: null },
    ])
    expect(await office.done('show', number)).toMatchObject({
      secrecySetBy: '李娜',
      secrecySetOn: '2026-03-01',
    })
    const file = join(office.room, 'out.csv')
    await office.done('export', '-o', file)
    expect(await office.done('import', file)).toMatchObject({ unchanged: 3, updated: 0 })
  })
})

describe('a term that is over', () => {
  beforeEach(async () => {
    await add('--secrecy-until', '2026-03-31')
  })
  const write = (name: string) =>
    office.run('add', '--type', '企业', '--name', name, '--secrecy', '无')

  test('is not over on its last day', async () => {
    office.today = '2026-03-31'
    await write('甲')
    expect(await levelNow()).toEqual(['secret', '2026-03-31'])
    expect((await office.done('show', number)).flags).not.toContain('secrecyOver')
  })

  test('is flagged from the day after, and lowered at the first write, once', async () => {
    office.today = '2026-04-01'
    expect((await office.done('show', number)).flags).toContain('secrecyOver')
    expect((await office.run('show', number)).out).toContain('保密期满')
    expect(await lapses()).toEqual([])
    expect((await write('甲')).err).toContain('1 份档案的保密期限已满')
    expect((await write('乙')).err).not.toContain('保密期限已满')
    expect(await levelNow()).toEqual(['none', null])
    const told = await lapses()
    expect(told).toMatchObject([{ by: null, object: number, on: '2026-04-01' }])
    const history = await office.done('show', number, '--history')
    expect(history.at(-1)).toMatchObject({
      by: null,
      version: 2,
      detail: {
        before: { secrecy: 'secret', secrecyUntil: '2026-03-31' },
        after: { secrecy: 'none', secrecyUntil: null },
      },
    })
    expect((await office.done('log', 'verify')).ok).toBe(true)
  })

  test('is one entry for all, and whoever could not read them may now', async () => {
    await office.done('add', '--type', '企业', '--name', '乙', '--secrecy-until', '2026-03-15')
    await office.done('add', '--type', '企业', '--name', '丙')
    office.hire({ name: '门卫', osAccount: 'men', clearance: 'none' })
    office.today = '2026-04-02'
    office.account = 'men'
    expect(await office.done('list')).toEqual([])
    await write('丁')
    const seen = (await office.done('list')).map(({ name }: { name: string }) => name)
    expect(seen).toEqual(['宏达贸易', '乙', '丁'])
    expect(await lapses()).toMatchObject([{ object: '' }])
  })

  test('is not lowered by a dry run, nor by an act of another day', async () => {
    office.today = '2026-04-01'
    await office.run('add', '--type', '企业', '--name', '甲', '--secrecy', '无', '--dry-run')
    expect(await lapses()).toEqual([])
    await office.run(
      'add',
      '--type',
      '企业',
      '--name',
      '甲',
      '--secrecy',
      '无',
      '--date',
      '2026-03-31',
    )
    expect(await lapses()).toMatchObject([{ on: '2026-04-01' }])
  })
})
