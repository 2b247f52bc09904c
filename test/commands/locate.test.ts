import { beforeEach, describe, expect, test } from 'vitest'
import { isInFile, listOf, imported, errorsIn, countsIn } from '../support/lists.ts'
import { officeIn, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn({ policy: 'information' })
  await add('张三丰')
  await add('李四光')
  await office.done(
    'locate',
    'add',
    'A',
    '--rows',
    '2',
    '--slots',
    '2',
    '--capacity',
    '1',
    '--keeper',
    '李娜',
  )
  await office.done(
    'locate',
    'add',
    'S1',
    '--kind',
    '保险柜',
    '--levels',
    '机密、绝密',
    '--keeper',
    '李娜',
  )
})

const add = (name: string, ...words: string[]) =>
  office.done('add', '--type', '特殊', '--name', name, ...words)
const locate = (...words: string[]) => office.done('locate', ...words)
const update = (...words: string[]) => office.done('update', ...words)

async function refused(...words: string[]) {
  const { status, error } = await office.run(...words, '--json')
  return `${status} ${error?.code}`
}

const actions = () =>
  office.look((store) =>
    store.prepare('SELECT action, object FROM journal ORDER BY seq').raw().all(),
  )
const placesNow = async () => (await locate('list')).map(({ place }: { place: string }) => place)

describe('places', () => {
  test('are entered a cabinet at once, in the order of the shelves, with one entry', async () => {
    expect(await placesNow()).toEqual(['A', 'A-1', 'A-1-1', 'A-1-2', 'A-2', 'A-2-1', 'A-2-2', 'S1'])
    expect((actions() as string[][]).filter(([action]) => action === 'place.add')).toEqual([
      ['place.add', ''],
      ['place.add', 'place S1'],
    ])
  })

  test('say kind, capacity, keeper and levels, their own or those around them', async () => {
    expect(await locate('show', 'a-1-2')).toEqual({
      place: 'A-1-2',
      kind: 'slot',
      label: null,
      in: 'A-1',
      order: 2,
      capacity: 1,
      used: 0,
      free: 1,
      keeper: '李娜',
      levels: null,
      path: ['A', 'A-1', 'A-1-2'],
    })
    expect(await locate('show', 'S1')).toMatchObject({
      kind: 'safe',
      levels: ['confidential', 'topSecret'],
    })
  })

  test('of a number of slots that has two digits sort as they stand', async () => {
    await locate('add', 'B', '--slots', '10')
    expect((await placesNow()).slice(-10).slice(0, 2)).toEqual(['B-01', 'B-02'])
  })

  test('have a code of their own that can be written on a label', async () => {
    expect(await refused('locate', 'add', 'a-1')).toBe('3 place.exists')
    expect(await refused('locate', 'add', 'A/1')).toBe('8 value.bad')
    expect(await refused('locate', 'add', 'C', '--keeper', '韩梅梅')).toBe('4 person.missing')
    const { error } = await office.run(
      'locate',
      'add',
      'C',
      '--kind',
      '筐',
      '--capacity',
      '0',
      '--json',
    )
    expect(error.facts.problems.map(({ key }: { key: string }) => key)).toEqual([
      '--kind',
      '--capacity',
    ])
  })

  test('change, and are put elsewhere with all that is in them', async () => {
    await locate('update', 'A-2', '--order', '1', '--label', '上层')
    expect(await placesNow()).toEqual(['A', 'A-2', 'A-2-1', 'A-2-2', 'A-1', 'A-1-1', 'A-1-2', 'S1'])
    await locate('add', 'B1', '--kind', '盒', '--in', 'A-1-1')
    await locate('update', 'B1', '--in', 'A-2-1')
    expect((await locate('show', 'B1')).path).toEqual(['A', 'A-2', 'A-2-1', 'B1'])
    expect(await refused('locate', 'update', 'A', '--in', 'A-2-1')).toBe('3 place.within-itself')
  })

  test('are not journaled where nothing changes', async () => {
    const before = actions().length
    await locate('update', 'A', '--keeper', '李娜')
    expect(actions().length).toBe(before)
  })

  test('stay while something lies in them', async () => {
    await locate('0001', '--to', 'A-1-1')
    expect(await refused('locate', 'update', 'A', '--remove')).toBe('3 place.in-use')
    await locate('0001', '--to', 'A-2-1')
    expect(await locate('update', 'A-1', '--remove')).toEqual({ place: 'A-1', removed: 3 })
    expect(await placesNow()).toEqual(['A', 'A-2', 'A-2-1', 'A-2-2', 'S1'])
  })

  test('cannot be marked for levels that what lies there has not', async () => {
    await locate('0001', '--to', 'A-1-1')
    expect(await refused('locate', 'update', 'A', '--levels', '机密')).toBe('3 place.holds-others')
    expect((await locate('show', 'A')).levels).toBeNull()
  })

  test('whose keeper leaves are named', async () => {
    office.hire({ name: '王强', clearance: 'topSecret', osAccount: 'wangqiang' })
    const { err } = await office.run('staff', 'leave', '李娜', '--yes')
    expect(err).toContain('李娜 还是 A、S1 的保管人')
  })
})

describe('an archive', () => {
  test('is moved; who did it, when, from where, is kept', async () => {
    expect(await locate('0001', '--to', 'a-1-1', '--reason', '上架')).toEqual({
      number: 'TS2026-0001',
      material: null,
      from: null,
      place: 'A-1-1',
    })
    await locate('0001', '--to', 'A-2-2')
    const moves = await locate('0001', '--history')
    expect(
      moves.map(({ by, on, from, place, reason }: Record<string, unknown>) => [
        by,
        on,
        from,
        place,
        reason,
      ]),
    ).toEqual([
      ['李娜', '2026-11-20', null, 'A-1-1', '上架'],
      ['李娜', '2026-11-20', 'A-1-1', 'A-2-2', null],
    ])
    expect((await office.done('show', '0001')).location).toBe('A-2-2')
    expect(actions().at(-1)).toEqual(['archive.move', 'TS2026-0001'])
  })

  test('several go at once, each into what room is left, or none does', async () => {
    expect(await refused('locate', '0001', '0002', '--to', 'A-1-1')).toBe('3 place.full')
    expect((await office.done('show', '0001')).location).toBeNull()
    const moves = await locate('0002', '0001', '--next')
    expect(moves.map(({ number, place }: Record<string, string>) => `${number} ${place}`)).toEqual([
      'TS2026-0001 A-1-1',
      'TS2026-0002 A-1-2',
    ])
    expect(actions().at(-1)).toEqual(['archive.move', ''])
  })

  test('from a list on stdin', async () => {
    const { json } = await office.runWith(
      'TS2026-0001\n0002\n',
      'locate',
      '-',
      '--next',
      '--in',
      'A-2',
      '--json',
    )
    expect(json.map(({ place }: { place: string }) => place)).toEqual(['A-2-1', 'A-2-2'])
  })

  test('is not moved where it is already, and that is no version', async () => {
    await locate('0001', '--to', 'A-1-1')
    const before = actions().length
    const { out } = await office.run('locate', '0001', '--to', 'A-1-1')
    expect(out).toBe('TS2026-0001 原已在 A-1-1\n')
    expect(actions().length).toBe(before)
  })

  test('under --dry-run stays', async () => {
    expect(await locate('0001', '--next', '--dry-run')).toMatchObject({ place: 'A-1-1' })
    expect((await office.done('show', '0001')).location).toBeNull()
  })

  test('goes to a known place only: a slip makes no place', async () => {
    expect(await refused('locate', '0001', '--to', 'A-1-11')).toBe('4 place.missing')
    expect(await refused('locate', '0001', '--to', 'A-1')).toBe('3 place.divided')
  })

  test('is taken out with an empty place', async () => {
    await locate('0001', '--to', 'A-1-1')
    expect(await locate('0001', '--to', '')).toMatchObject({ from: 'A-1-1', place: null })
    expect((await locate('show', 'A-1-1')).used).toBe(0)
  })

  test('that is secret lies apart, whichever way it comes there (S001-22-2)', async () => {
    expect(
      await refused(
        'add',
        '--type',
        '特殊',
        '--name',
        '密',
        '--secrecy',
        '机密',
        '--location',
        'A-1-1',
      ),
    ).toBe('3 place.not-apart')
    const { number } = await add('机要', '--secrecy', '机密')
    expect(await refused('update', number, '--location', 'A-1-1')).toBe('3 place.not-apart')
    expect(await refused('locate', number, '--to', 'A-1-1')).toBe('3 place.not-apart')
    expect(await refused('locate', '0001', '--to', 'S1')).toBe('3 place.apart')
    expect(await locate(number, '--next')).toMatchObject({ place: 'S1' })
    expect(await locate('--next', '--secrecy', '绝密')).toEqual({
      place: 'S1',
      path: ['S1'],
      free: null,
    })
  })

  test('whose level is raised is flagged until it is moved', async () => {
    await locate('0001', '--to', 'A-1-1')
    const { err } = await office.run('classify', '0001', '--secrecy', '机密')
    expect(err).toContain('dangan locate TS2026-0001 --next')
    expect((await office.done('show', '0001')).flags).toContain('misplaced')
    const [listed] = await office.done('list', '--secrecy', '机密', '--fields', 'flags')
    expect(listed.flags).toContain('misplaced')
    await locate('0001', '--next')
    expect((await office.done('show', '0001')).flags).not.toContain('misplaced')
  })

  test('cannot be moved by whoever may not read it, nor before its last act', async () => {
    await add('机要', '--secrecy', '机密')
    office.hire({ name: '小王', clearance: 'none', osAccount: 'wang' })
    office.account = 'wang'
    expect(await refused('locate', '0003', '--next')).toBe('5 person.not-cleared')
    office.account = 'lina'
    expect(await refused('locate', '0001', '--next', '--date', '2026-11-18')).toBe(
      '3 date.before-last-act',
    )
  })
})

describe('a location given as text', () => {
  test('is the code of the place that it means, and else stays as it is', async () => {
    await update('0001', '--location', 'a-1-1')
    await update('0002', '--set', '存放位置=旧楼三层')
    const rows = await office.done('list', '--fields', 'location')
    expect(rows.map(({ location }: { location: string }) => location)).toEqual([
      'A-1-1',
      '旧楼三层',
    ])
    expect(await office.done('find', '--where', 'location=A-1-1')).toHaveLength(1)
    expect((await locate('show', 'A-1-1')).used).toBe(1)
  })

  test('goes out in an export and comes in again, nothing changed', async () => {
    await locate('0001', '--to', 'A-1-1')
    const { out } = await office.run('export')
    expect(countsIn(await imported(office, out))).toEqual([0, 0, 2, 0, 0])
  })

  test('of a row is refused by its line where the archive cannot lie there', async () => {
    const list = listOf(
      '客户类型,客户名称,密级,存放位置',
      '特殊,王一,,A-1-1',
      '特殊,王二,,A-1-1',
      '特殊,王三,机密,A-2-1',
      '特殊,王四,,旧楼',
      '特殊,王五,,A-1',
    )
    const ran = await imported(office, list)
    expect(errorsIn(ran)).toEqual([
      '3 row.place location',
      '4 row.place location',
      '6 row.place location',
    ])
    expect(countsIn(ran)).toEqual([2, 0, 0, 0, 3])
    const again = await imported(office, listOf('档案编号,存放位置', 'TS2026-0002,A-1-1'))
    expect(errorsIn(again)).toEqual(['2 row.place location'])
  })
})

describe('a material', () => {
  const attach = (...words: string[]) => office.done('attach', '0001', '--title', '合同', ...words)

  test('lies by itself, has its keeper, and is told with its archive', async () => {
    await attach()
    await locate('0001', '--to', 'A-1-1')
    await locate('0001/1', '--to', 'A-2-1', '--keeper', '王芳')
    const rows = await locate('0001')
    expect(
      rows.map(({ number, material, place, keeper }: Record<string, unknown>) => [
        number,
        material,
        place,
        keeper,
      ]),
    ).toEqual([
      ['TS2026-0001', null, 'A-1-1', '李娜'],
      ['TS2026-0001', 1, 'A-2-1', '王芳'],
    ])
    expect(actions().at(-1)).toEqual(['material.move', 'TS2026-0001'])
    expect((await locate('0001/1', '--history')).at(-1)).toMatchObject({
      material: 1,
      place: 'A-2-1',
    })
    expect(await refused('locate', '0002', '--to', 'A-2-1')).toBe('3 place.full')
  })

  test('attached to a place is asked the same as one that is moved there', async () => {
    await locate('0002', '--to', 'A-1-1')
    expect(await refused('attach', '0001', '--title', '合同', '--place', 'a-1-1')).toBe(
      '3 place.full',
    )
    expect((await attach('--place', 'a-2-1')).place).toBe('A-2-1')
    expect(await refused('attach', '--update', '0001/1', '--place', 'S1')).toBe('3 place.apart')
    expect((await attach('--secrecy', '机密', '--place', 's1')).place).toBe('S1')
  })

  test('above the reader is neither told nor counted among what they see', async () => {
    await attach('--secrecy', '机密', '--place', 'S1')
    office.hire({ name: '小王', clearance: 'none', osAccount: 'wang' })
    office.account = 'wang'
    expect(await locate('0001')).toHaveLength(1)
    expect(await locate('0001', '--history')).toEqual([])
    const { out, err } = await office.run('locate', 'list', '--place', 'S1')
    expect(out).toBe('')
    expect(err).toBe('共 1 件，其中 1 件您无权查看。\n')
  })
})

describe('what lies at a place', () => {
  test('is listed shelf by shelf in the order of the policy', async () => {
    await locate('0002', '--to', 'A-1-1')
    await locate('0001', '--to', 'A-2-1')
    const rows = await locate('list', '--place', 'A')
    expect(rows.map(({ place, number }: Record<string, string>) => `${place} ${number}`)).toEqual([
      'A-1-1 TS2026-0002',
      'A-2-1 TS2026-0001',
    ])
  })

  test('is a reading where it is secret, entered before it is shown (SPEC 15.3)', async () => {
    const { number } = await add('机要', '--secrecy', '机密')
    await locate(number, '--next')
    await locate('list', '--place', 'S1')
    expect(actions().at(-1)).toEqual(['archive.read', number])
  })

  test('goes from there when its archive is made void', async () => {
    const { number } = await add('误建的人', '--location', 'A-1-1')
    await update(number, '--void', '--reason', '误建', '--yes')
    expect((await locate('show', 'A-1-1')).used).toBe(0)
    expect(isInFile(office, '误建的人')).toBe(false)
  })
})

describe('a policy that wants known places', () => {
  test('takes no other words for a location (S001-7-1)', async () => {
    const own = [
      'policy: own',
      'extends: information',
      'title: { zh-Hans: 自, zh-Hant: 自, en: own }',
    ]
    const rule = ['storage: { order: number, knownPlaces: true, source: [S001-7-1] }']
    const { writeFileSync } = await import('node:fs')
    const path = `${office.room}/own.yaml`
    writeFileSync(
      path,
      [...own, 'language: zh-Hans', 'timeZone: Asia/Shanghai', ...rule, ''].join('\n'),
    )
    await office.done(
      'policy',
      'set',
      path,
      '--yes',
      '--reason',
      '试行',
      '--effective',
      '2026-11-20',
    )
    const { status, error } = await office.run('update', '0001', '--location', '旧楼', '--json')
    expect([status, error.code, error.facts.source]).toEqual([3, 'place.unknown', ['S001-7-1']])
    expect(error.message).toContain('S001-7-1')
    await update('0001', '--location', 'A-1-1')
  })
})

describe('a visit to the store-room', () => {
  test('is entered; nobody but the keeper goes in alone (S000-4.6-5)', async () => {
    expect(await locate('visit', 'A', '--purpose', '清点')).toMatchObject({
      place: 'A',
      who: '李娜',
      with: null,
      purpose: '清点',
      on: '2026-11-20',
    })
    const guest = ['locate', 'visit', 'A', '--who', '李雷', '--purpose', '检修']
    expect(await refused(...guest)).toBe('3 place.escort')
    await office.done(...guest, '--with', '李娜')
    const visits = await locate('visit', '--list')
    expect(visits.map(({ who, by }: Record<string, string>) => `${who} ${by}`)).toEqual([
      '李雷 李娜',
      '李娜 李娜',
    ])
    expect(actions().at(-1)).toEqual(['place.visit', 'place A'])
  })

  test('without a purpose off a terminal is a usage error', async () => {
    expect(await refused('locate', 'visit', 'A')).toBe('2 usage.missing')
  })
})

describe('after a merge', () => {
  test('an archive tells the moves of the one that went into it, and since when it lies here', async () => {
    await locate('0001', '--to', 'A-2-1')
    office.today = '2026-11-21'
    await locate('0002', '--to', 'A-1-1')
    await locate('0002', '--to', 'A-1-2')
    await office.done('merge', '0002', '--into', '0001', '--reason', '同一人', '--yes')
    const moves = await locate('0001', '--history')
    expect(moves.map((it: Record<string, unknown>) => [it['number'], it['place']])).toEqual([
      ['TS2026-0001', 'A-2-1'],
      ['TS2026-0002', 'A-1-1'],
      ['TS2026-0002', 'A-1-2'],
    ])
    expect(await locate('0001')).toMatchObject([{ place: 'A-2-1', since: '2026-11-20' }])
  })
})

describe('an office that has entered no places', () => {
  beforeEach(async () => {
    office = await officeIn({ policy: 'lending' })
    await office.done('add', '--type', '借款', '--name', '宏达公司')
  })

  test('keeps a place in words, and says how to enter places', async () => {
    const { out, err } = await office.run('locate', '001', '--to', '东墙 2 柜')
    expect(out).toContain('已放入 东墙 2 柜')
    expect(err).toContain('还没有登记库位，“东墙 2 柜”照原样记下')
    expect((await office.run('locate', '001', '--to', '')).err).toBe('')
    expect((await office.run('locate', '001', '--to', '')).out).toContain('本来就未定位置')
  })

  test('marks words that were kept once places are there', async () => {
    await office.run('locate', '001', '--to', '东墙 2 柜')
    expect((await office.run('locate', '001')).out).not.toContain('库位未登记')
    await office.done('locate', 'add', 'A')
    expect((await office.run('locate', '001')).out).toMatch(/东墙 2 柜 .*库位未登记/)
  })

  test('is told of an original that belongs in a safe, until it lies there (S003-15.5-4)', async () => {
    const attach = (...words: string[]) =>
      office.run('attach', '001', '--title', '房产证', '--kind', '借款人房产证', ...words)
    expect((await attach()).err).toContain('鸿借字第001号/1 须锁入保险柜，由专人保管（S003-15.5-4')
    expect((await attach('--form', '复印件')).err).not.toContain('保险柜')
    await office.run('locate', '001', '--to', '东墙 2 柜')
    expect((await office.run('locate', '001')).out).toMatch(/001号\/1 .*位置不合规定/)
    await office.done('locate', 'add', 'S1', '--kind', '保险柜', '--keeper', '李娜')
    expect((await office.run('locate', '001/1', '--next')).err).toBe('')
    expect((await office.run('locate', '001')).out).toMatch(/001号\/1 .* S1 /)
    expect((await office.run('locate', '001/1', '--to', '')).err).toContain('须锁入保险柜')
  })

  test('has its certificates as a ledger of their own, over all archives (S003-15.3-1)', async () => {
    await office.done('add', '--type', '借款', '--name', '天元公司')
    await office.done('add', '--type', '借款', '--name', '密客', '--secrecy', '绝密')
    await office.done('locate', 'add', 'S1', '--kind', '保险柜', '--keeper', '李娜')
    for (const [number, title, kind, ...more] of [
      ['002', '房产证', '借款人房产证', '--place', 'S1'],
      ['001', '他项证', '他项权证'],
      ['001', '借款合同', '合同'],
      ['003', '股权通知书', '股权出质通知书'],
    ] as const)
      await office.done('attach', number, '--title', title, '--kind', kind, ...more)
    const ledger = async (...words: string[]) =>
      (await office.done('attach', '--list', ...words)).map((it: Record<string, unknown>) => [
        it['number'],
        it['name'],
        it['title'],
        it['place'],
      ])
    expect(await ledger('--safe')).toEqual([
      ['鸿借字第001号', '宏达公司', '他项证', null],
      ['鸿借字第002号', '天元公司', '房产证', 'S1'],
      ['鸿借字第003号', '密客', '股权通知书', null],
    ])
    expect(await ledger('--kind', '合同，他项权证')).toHaveLength(2)
    expect(await ledger('001', '002', '--safe')).toHaveLength(2)
    const { out } = await office.run('attach', '--list', '--safe')
    expect(out).toMatch(/^档案编号 +客户名称 .*位置 +保管人/)
    expect((await office.run('attach', '--list', '--kind', '合童')).status).toBe(8)
    expect((await office.run('attach', '--list', '--safe', '--print')).status).toBe(2)
    expect((await office.run('attach', '001', '--safe')).status).toBe(2)
    office.hire({ name: '小王', clearance: 'none', osAccount: 'wang' })
    office.account = 'wang'
    expect(await ledger('--safe')).toHaveLength(2)
  })
})
