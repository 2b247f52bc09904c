import { spawn } from 'node:child_process'
import { userInfo } from 'node:os'
import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'
import { environmentOf, programWords } from '../support/program.ts'

let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
})

const person = (name: string, ...more: string[]) =>
  office.done('add', '--type', 'individual', '--name', name, ...more)
const dealer = (name: string, ...more: string[]) =>
  office.done('add', '--type', 'dealer', '--org', 'XH01', '--name', name, ...more)

/** How a line that opens an archive ends: its number, or the refusal's code. */
async function opening(...words: string[]): Promise<string> {
  const ran = await office.run('add', '--type', 'individual', '--name', '王五', ...words, '--json')
  return ran.status === 0 ? ran.json.number : `${ran.status} ${ran.error.code}`
}

const rowsOf = (sql: string) =>
  office.look((store) => store.prepare(sql).all()) as Record<string, unknown>[]
const series = () => rowsOf('SELECT stem, last, given_before FROM series ORDER BY stem')
const ledger = () => rowsOf('SELECT number, fate, reason, decided_on FROM number_ledger ORDER BY 1')

describe('serials', () => {
  test('count on for each type, year and org code, and the year is that of opening', async () => {
    const numbers = [
      await person('甲'),
      await person('乙'),
      await person('丙', '--on', '2025-12-31'),
      await dealer('丁'),
      await dealer('戊', '--org', 'XH02'),
      await dealer('己'),
    ]
    expect(numbers.map(({ number }) => number)).toEqual([
      'RG2026-0001',
      'RG2026-0002',
      'RG2025-0001',
      'JG2026XH01-0001',
      'JG2026XH02-0001',
      'JG2026XH01-0002',
    ])
  })

  test('have no hole after an act that failed, was rehearsed or refused', async () => {
    await person('甲', '--phone', '13800138000')
    await office.run('add', '--type', 'individual', '--name', '乙', '--phone', '1')
    await office.run('add', '--type', 'individual', '--name', '甲', '--phone', '13800138000')
    await office.run('add', '--type', 'individual', '--name', '乙', '--dry-run')
    await office.run('add', '--type', 'individual', '--name', '乙', '--number', 'RG2025-0009')
    expect((await person('乙')).number).toBe('RG2026-0002')
  })

  test('grow past their width and go on', async () => {
    await person('甲', '--number', 'RG2026-9999')
    expect((await person('乙')).number).toBe('RG2026-10000')
    expect((await office.done('show', 'rg202610000')).name).toBe('乙')
    expect((await office.done('show', '10000')).name).toBe('乙')
  })
})

describe('numbers for labels printed in advance', () => {
  test('are reserved in a row, once, and counted over by others', async () => {
    const reserve = ['add', '--reserve', '3', '--type', 'individual']
    expect(await office.done(...reserve)).toEqual([
      { number: 'RG2026-0001' },
      { number: 'RG2026-0002' },
      { number: 'RG2026-0003' },
    ])
    expect((await person('甲')).number).toBe('RG2026-0004')
    expect((await office.done(...reserve))[0].number).toBe('RG2026-0005')
    expect(ledger().slice(0, 2)).toEqual([
      { number: 'RG2026-0001', fate: 'reserved', reason: null, decided_on: '2026-11-20' },
      { number: 'RG2026-0002', fate: 'reserved', reason: null, decided_on: '2026-11-20' },
    ])
  })

  test('are used by the archive that names one, and not twice', async () => {
    await office.done('add', '--reserve', '2', '--type', 'individual')
    expect(await opening('--number', 'rg20260002')).toBe('8 number.foreign')
    expect(await opening('--number', 'rg2026-0002')).toBe('RG2026-0002')
    expect(await opening('--number', 'RG2026-0002', '--duplicate', 'add')).toBe('3 number.taken')
    expect(ledger().map(({ number }) => number)).toEqual(['RG2026-0001'])
    expect(series()).toEqual([{ stem: 'RG2026-{serial:4}', last: 2, given_before: 0 }])
  })

  test('may be of next year, and their day is the day of the act', async () => {
    const labels = ['add', '--reserve', '1', '--type', 'individual', '--on', '2027-01-01']
    expect(await office.done(...labels)).toEqual([{ number: 'RG2027-0001' }])
    expect(ledger()[0]).toMatchObject({ decided_on: '2026-11-20' })
  })

  test('leave nothing behind when only rehearsed', async () => {
    await office.done('add', '--reserve', '5', '--type', 'individual', '--dry-run')
    expect([series(), ledger()]).toEqual([[], []])
  })

  test.each([
    [['0'], 2, 'usage.line'],
    [['x'], 2, 'usage.line'],
    [['2.5'], 2, 'usage.line'],
    [['10001'], 2, 'usage.line'],
    [['2', '--number', 'RG2026-0001'], 2, 'usage.together'],
  ])('--reserve %j is a wrong word on the line', async (words, status, code) => {
    const ran = await office.run('add', '--type', 'individual', '--reserve', ...words, '--json')
    expect([ran.status, ran.error.code]).toEqual([status, code])
  })

  test('need a type, and the org code where the number has one', async () => {
    const ran = await office.run('add', '--reserve', '2', '--json')
    expect([ran.status, ran.error.facts]).toEqual([2, { options: ['--type'] }])
    const orgless = await office.run('add', '--reserve', '2', '--type', 'dealer', '--json')
    expect([orgless.status, orgless.error.facts]).toEqual([2, { options: ['--org'] }])
  })
})

describe('numbers given out before us', () => {
  test('are kept, the counter goes on behind the highest, and what lies below is noted', async () => {
    expect(await opening('--number', 'RG2026-0120')).toBe('RG2026-0120')
    expect(series()).toEqual([{ stem: 'RG2026-{serial:4}', last: 120, given_before: 119 }])
    expect((await person('乙')).number).toBe('RG2026-0121')
    expect((await person('丙', '--number', 'RG2026-0007')).number).toBe('RG2026-0007')
    expect((await person('丁')).number).toBe('RG2026-0122')
    expect(series()).toEqual([{ stem: 'RG2026-{serial:4}', last: 122, given_before: 119 }])
  })

  test.each([
    ['RG2025-0001', '8 number.disagrees', 'another year than the archive was opened in'],
    ['JG2026XH01-0001', '8 number.foreign', 'another type'],
    ['RG2026-1', '8 number.foreign', 'too few digits'],
    ['旧档 2019 第 3 号', '8 number.foreign', 'another pattern'],
    ['', '8 value.bad', 'nothing'],
    ['A\u001B[31m', '8 value.bad', 'a character that acts on terminals'],
    ['9'.repeat(201), '8 value.bad', 'more signs than a number has'],
  ])('%j is refused with %s: %s', async (number, refusal) => {
    expect(await opening('--number', number)).toBe(refusal)
  })

  test('of another org code are refused', async () => {
    const words = ['add', '--type', 'dealer', '--org', 'XH01', '--name', '甲公司']
    const ran = await office.run(...words, '--number', 'JG2026XH02-0001', '--json')
    expect([ran.status, ran.error.code, ran.error.facts]).toEqual([
      8,
      'number.disagrees',
      { number: 'JG2026XH02-0001', key: 'orgCode', said: 'XH02', expected: 'XH01' },
    ])
  })
})

describe('foreign numbers', () => {
  const foreign = (number: string, ...more: string[]) =>
    opening('--number', number, '--foreign-number', '--duplicate', 'add', ...more)

  test('are kept as they are, outside any series, in capitals and half width', async () => {
    expect(await foreign('ａ-旧 2019/3 号')).toBe('A-旧2019/3号')
    expect(rowsOf('SELECT series_id, serial FROM archive')).toEqual([
      { series_id: null, serial: null },
    ])
    expect((await office.done('show', 'a-旧2019/3号')).name).toBe('王五')
    expect(await foreign('A-旧2019/3号')).toBe('3 number.taken')
  })

  test.each([
    ['', '8 value.bad'],
    ['\u200B', '8 value.bad'],
    ['A\u0007', '8 value.bad'],
  ])('are refused where they are no text: %j', async (number, refusal) => {
    expect(await foreign(number)).toBe(refusal)
  })

  test('that a series would come to give out are counted over, whichever was there first', async () => {
    expect(await foreign('JG2026XH01-0002')).toBe('JG2026XH01-0002')
    expect((await dealer('甲公司')).number).toBe('JG2026XH01-0003')
    expect(await foreign('JG2026XH01-0005')).toBe('JG2026XH01-0005')
    expect((await dealer('乙公司')).number).toBe('JG2026XH01-0006')
    expect(await foreign('RG2025-0002')).toBe('RG2025-0002')
    expect((await person('丙', '--on', '2025-03-01')).number).toBe('RG2025-0003')
  })

  test('that were reserved come into use', async () => {
    await office.done('add', '--reserve', '2', '--type', 'dealer', '--org', 'XH01')
    expect(await foreign('JG2026XH01-0002')).toBe('JG2026XH01-0002')
    expect(ledger().map(({ number }) => number)).toEqual(['JG2026XH01-0001'])
    expect((await dealer('甲公司')).number).toBe('JG2026XH01-0003')
  })
})

describe('a number is never used again', () => {
  test('not a void one', async () => {
    await person('甲')
    await office.done('update', '0001', '--void', '--reason', '录错', '--yes')
    expect(await opening('--number', 'RG2026-0001')).toBe('3 number.void')
    expect(await opening('--number', 'RG2026-0001', '--foreign-number')).toBe('3 number.void')
    expect((await person('乙')).number).toBe('RG2026-0002')
  })

  test('not one that leads to an archive as its former number', async () => {
    await person('甲')
    await dealer('乙公司')
    const words = ['classify', 'RG2026-0001', '--type', 'dealer', '--org', 'XH01', '--renumber']
    const ran = await office.run(...words, '--reason', '改为经销商', '--yes', '--json')
    expect(ran.status).toBe(0)
    expect(await opening('--number', 'RG2026-0001')).toBe('3 number.taken')
    expect((await office.done('show', 'rg20260001')).number).toBe('JG2026XH01-0002')
    expect((await person('丙')).number).toBe('RG2026-0002')
  })
})

describe('what was typed for a number', () => {
  test('in lower case, without its dash, in full width or as a tail leads to the archive', async () => {
    await person('甲')
    await dealer('乙公司')
    for (const typed of ['rg2026-0001', 'RG20260001', 'ｒｇ２０２６－０００１', '2026-0001'])
      expect([typed, (await office.done('show', typed)).name]).toEqual([typed, '甲'])
    for (const typed of ['jg2026xh010001', 'xh01-0001'])
      expect([typed, (await office.done('show', typed)).name]).toEqual([typed, '乙公司'])
  })

  test('a tail that several end in is answered with all of them', async () => {
    await person('甲')
    await dealer('乙公司')
    const ran = await office.run('show', '0001', '--json')
    expect([ran.status, ran.error.code]).toEqual([2, 'archive.ambiguous'])
    expect(ran.error.facts.candidates.toSorted()).toEqual(['JG2026XH01-0001', 'RG2026-0001'])
  })

  test('a slip of the finger is answered with what was probably meant', async () => {
    await person('甲')
    const ran = await office.run('show', 'RG2026-00011', '--json')
    expect([ran.status, ran.error.code]).toEqual([4, 'archive.missing'])
    expect(ran.error.facts.suggestion).toBe('RG2026-0001')
  })
})

test('eight processes adding at once: no number twice, no gap, nobody turned away', async () => {
  const env = environmentOf(office.room, { DANGAN_FILE: office.file, NODE: process.execPath })
  const [program = ''] = programWords([])
  const loop = `for at in $(seq 25); do
    [ $SECONDS -lt 10 ] || break
    "$NODE" "$0" add --type individual --name "客户$1 $at" --quiet || echo "ended with $?"
  done`
  const { username } = userInfo()
  office.meddle((store) => store.prepare('UPDATE staff SET os_account = ?').run(username))
  const processes = Array.from({ length: 8 }, async (_, who) => {
    const shell = spawn('bash', ['-c', loop, program, `${who}`], { env })
    let said = ''
    for (const stream of [shell.stdout, shell.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    await new Promise((tell) => shell.once('close', tell))
    return said.trim().split('\n')
  })
  const lines = (await Promise.all(processes)).flat()
  expect(lines.filter((line) => !line.includes('RG2026-'))).toEqual([])
  const serials = rowsOf('SELECT serial FROM archive ORDER BY serial').map(({ serial }) => serial)
  expect(serials).toEqual(Array.from(lines, (_, at) => at + 1))
  office.account = username
  expect((await office.done('log', 'verify')).ok).toBe(true)
})
