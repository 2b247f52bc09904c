import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { openArchive } from '../../src/domain/opening.ts'
import { addArchive } from '../../src/store/archives.ts'
import { issueNumber } from '../../src/store/numbers.ts'
import { denture } from '../support/archives.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { environmentOf, launcher, run } from '../support/program.ts'

let office: TestOffice
const numbers = (list: { number: string }[]) => list.map(({ number }) => number)
const names = async (...words: string[]): Promise<string[]> =>
  (await office.done('list', ...words)).map(({ name }: { name: string }) => name)

async function opened(name: string, ...more: string[]): Promise<string> {
  const type = more.includes('--type') ? [] : ['--type', '个人']
  return (await office.done('add', ...type, '--name', name, '--duplicate', 'add', ...more)).number
}

describe('the list', () => {
  beforeAll(async () => {
    office = await officeIn()
    await opened(
      '李四',
      '--phone',
      '13800138000',
      '--region',
      '华东',
      '--on',
      '2026-03-01',
      '--owner',
      '王芳',
      '--set',
      '性别=男',
      '--set',
      '年龄=30',
    )
    await opened(
      '陳大文',
      '--region',
      '华南',
      '--on',
      '2026-05-01',
      '--importance',
      '重要',
      '--set',
      '过敏史=青霉素',
    )
    await opened('阿明', '--on', '2025-12-31', '--secrecy', '秘密', '--set', '年龄=9')
    await opened(
      '上海宏达贸易有限公司',
      '--type',
      '经销商',
      '--org',
      'XH01',
      '--region',
      '华东',
      '--contact',
      '单小明',
      '--secrecy',
      '绝密',
      '--address',
      '上海市人民路1号',
      '--set',
      '传真=021-5',
    )
    await office.done(
      'update',
      'RG2025-0001',
      '--close',
      '--on',
      '2026-06-01',
      '--reason',
      '终止合作',
    )
  })

  test('gives everything by number, with every key, for machines', async () => {
    const list = await office.done('list')
    expect(numbers(list)).toEqual(['JG2026XH01-0001', 'RG2025-0001', 'RG2026-0001', 'RG2026-0002'])
    expect(Object.keys(list[0])).toEqual([
      'number',
      'type',
      'year',
      'orgCode',
      'serial',
      'name',
      'status',
      'stage',
      'industry',
      'region',
      'secrecy',
      'secrecyUntil',
      'importance',
      'owner',
      'phone',
      'email',
      'address',
      'openedOn',
      'formedOn',
      'closedOn',
      'nextReviewOn',
      'retentionClass',
      'retainUntil',
      'location',
      'version',
      'fields',
      'masked',
    ])
    expect(list[3]).toMatchObject({ fields: { allergies: null }, masked: ['allergies'] })
  })

  test('lines up for people, with words for lists, and no line wider than the terminal', async () => {
    const { out, err } = await office.run('list')
    expect(out.split('\n')[0]).toMatch(
      /^档案编号 +客户名称 +客户类型 +电话 +责任人 +密级 +状态 +建档日期$/,
    )
    expect(out).toMatch(/RG2025-0001 +阿明 +个人 +秘密 +已结束 +2025-12-31/)
    expect(err).toBe('共 4 份。\n')
  })

  test.for([
    [
      ['--limit', '3'],
      '只列出前 3 份，后面还有。要多列，加大 --limit；不给 --limit 则全部列出。\n',
    ],
    [['--limit', '4'], '共 4 份。\n'],
    [['--limit', '20000'], '共 4 份。\n'],
    [
      ['--limit', '1', '--json'],
      '只列出前 1 份，后面还有。要多列，加大 --limit；不给 --limit 则全部列出。\n',
    ],
    [['--limit', '4', '--json'], ''],
  ] as const)('under %j says whether there is more: %s', async ([words, said]) => {
    const { err } = await office.run('list', ...words)
    expect(err).toBe(said)
  })

  test.for([
    [
      ['--type', '个人'],
      ['阿明', '李四', '陳大文'],
    ],
    [
      ['--region', '华东,华南', '--type', 'individual'],
      ['李四', '陳大文'],
    ],
    [['--secrecy', '秘密'], ['阿明']],
    [['--status', '已结束'], ['阿明']],
    [['--importance', '重要'], ['陳大文']],
    [['--owner', '王芳'], ['李四']],
    [
      ['--owner', ''],
      ['上海宏达贸易有限公司', '阿明', '陳大文'],
    ],
    [['--org', 'xh01'], ['上海宏达贸易有限公司']],
    [
      ['--opened-after', '2026-03-01', '--opened-before', '2026-05-01'],
      ['李四', '陳大文'],
    ],
    [['--incomplete'], ['上海宏达贸易有限公司', '阿明', '陳大文']],
    [
      ['--review-due', '2030-01-01'],
      ['上海宏达贸易有限公司', '李四', '陳大文'],
    ],
    [['--review-due'], []],
    [['--where', '性别=男'], ['李四']],
    [['--where', '传真=021-5'], ['上海宏达贸易有限公司']],
    [
      ['--where', '性别=', '--status', '在用'],
      ['上海宏达贸易有限公司', '陳大文'],
    ],
    [['人民路'], ['上海宏达贸易有限公司']],
    [['RG2026'], ['李四', '陳大文']],
    [['陈', '--region', '华东'], []],
    [
      ['--sort', 'openedOn'],
      ['阿明', '李四', '陳大文', '上海宏达贸易有限公司'],
    ],
    [
      ['--sort', 'openedOn:desc', '--limit', '2'],
      ['上海宏达贸易有限公司', '陳大文'],
    ],
    [
      ['--sort', 'name'],
      ['阿明', '陳大文', '李四', '上海宏达贸易有限公司'],
    ],
    [
      ['--sort', 'name:desc'],
      ['上海宏达贸易有限公司', '李四', '陳大文', '阿明'],
    ],
    [
      ['--sort', 'secrecy'],
      ['李四', '陳大文', '阿明', '上海宏达贸易有限公司'],
    ],
    [
      ['--sort', 'owner'],
      ['李四', '上海宏达贸易有限公司', '阿明', '陳大文'],
    ],
    [
      ['--sort', 'fields.age'],
      ['阿明', '李四', '上海宏达贸易有限公司', '陳大文'],
    ],
    [
      ['--sort', 'number:desc'],
      ['陳大文', '李四', '阿明', '上海宏达贸易有限公司'],
    ],
  ] as const)('%j gives %j', async ([words, expected]) => {
    expect(await names(...words)).toEqual(expected)
  })

  test('a list goes in the order of the policy, not of the alphabet', async () => {
    expect(await names('--sort', 'importance', '--type', '个人')).toEqual([
      '陳大文',
      '阿明',
      '李四',
    ])
    await office.done('update', 'RG2026-0001', '--importance', '一般')
    expect((await names('--sort', 'importance')).slice(0, 2)).toEqual(['李四', '陳大文'])
  })

  test('an unknown value is refused with a suggestion, in the reader’s words', async () => {
    const { status, err } = await office.run('list', '--type', '经消商')
    expect({ status, err }).toEqual({ status: 8, err: expect.stringContaining('是否为“经销商”？') })
  })

  test.for([
    ['--sort', 'nmae', { suggestion: 'name' }],
    ['--sort', 'fields.idCard', {}],
  ] as const)('%s %s is refused', async ([option, value, suggestion]) => {
    const { status, error } = await office.run('list', option, value, '--json')
    const told = { status, code: error.code, suggestion: error.facts.suggestion }
    expect(told).toMatchObject({ status: 2, code: 'usage.unknown-field', ...suggestion })
  })

  test('--fields chooses among everything, fields of the policy and extra ones, too', async () => {
    const fields = 'number,fields.sex,fields.allergies,fields.传真,contacts,missing,flags,channel'
    expect(await office.done('list', '--fields', fields, '--region', '华东,华南')).toMatchObject([
      {
        number: 'JG2026XH01-0001',
        'fields.传真': '021-5',
        contacts: [{ name: '单小明' }],
        missing: ['phone'],
      },
      {
        number: 'RG2026-0001',
        'fields.sex': 'male',
        'fields.传真': null,
        contacts: [],
        missing: [],
      },
      {
        number: 'RG2026-0002',
        'fields.allergies': null,
        missing: ['phone', 'sex', 'age', 'contacts'],
      },
    ])
    const { out } = await office.run('list', '--fields', 'name,fields.sex,fields.allergies', '陈')
    expect(out).toBe('客户名称  性别  过敏史\n陳大文          （不显示）\n')
    const { error } = await office.run('list', '--fields', 'number,fields.sexx', '--json')
    expect(error).toBeUndefined()
    expect((await office.run('list', '--fields', 'nmuber', '--json')).error.facts.suggestion).toBe(
      'number',
    )
  })

  test('--index is the index directory, whose remark says what is secret', async () => {
    const { out } = await office.run('list', '--index', '--format', 'csv', '--headings')
    expect(out.split('\n')[0]).toBe(
      '档案编号,客户类型,年份,客户名称,联系人,电话,地址,责任人,建档日期,存放位置,保存至,备注',
    )
    const table = (await office.run('list', '--index')).out.split('\n')
    expect(table[1]).toMatch(/上海宏达贸易有限公司 +单小明 .*绝密$/)
    expect(table.filter((line) => line.includes('秘密'))).toEqual([])
    expect((await office.done('list', '--index'))[0]).toMatchObject({
      remark: 'topSecret',
      contact: '单小明',
    })
  })

  test('--incomplete says what is missing', async () => {
    const { out } = await office.run('list', '--incomplete', '陈')
    expect(out).toMatch(/完整程度 +尚缺\n.*陳大文.* 0% +电话、性别、年龄、联系人不足\n$/)
    const [row] = await office.done('list', '陈', '--fields', 'score')
    expect(row).toEqual({ score: 0 })
  })

  test('csv keeps the English keys, and no cell begins a formula', async () => {
    await opened('=cmd|x', '--address', '+86')
    const { out } = await office.run(
      'list',
      '--format',
      'csv',
      '--fields',
      'number,name,address',
      'cmd',
    )
    expect(out).toBe("number,name,address\nRG2026-0003,'=cmd|x,'+86\n")
  })

  test('nothing in a list is no failure', async () => {
    const { status, out, err } = await office.run('list', '--type', '医疗机构')
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: '没有符合条件的档案。\n' })
  })
})

describe('the stub of a destroyed archive', () => {
  beforeAll(async () => {
    office = await officeIn()
    await opened('留存')
    await opened('已毁')
    office.meddle((store) =>
      store.script(`UPDATE archive SET status = 'destroyed', name = NULL WHERE id = 2`),
    )
  })

  test.for([
    [['list'], ['RG2026-0001']],
    [['list', '--status', '已销毁'], ['RG2026-0002']],
    [
      ['list', '--status', '已销毁,在用'],
      ['RG2026-0001', 'RG2026-0002'],
    ],
    [['find', '已毁'], []],
    [['find', 'RG2026'], ['RG2026-0001']],
    [['find', 'RG2026-0002'], ['RG2026-0002']],
  ] as const)('%j gives %j', async ([words, expected]) => {
    expect(numbers(await office.done(...words))).toEqual(expected)
  })
})

describe('a long list', () => {
  beforeAll(async () => {
    office = await officeIn()
    office.meddle((store) =>
      store.transact(() => {
        for (let at = 1; at <= 5000; at += 1) {
          const values = new Map([
            ['type', 'individual'],
            ['name', `客户${at}`],
            ['address', '某市某区某路'.repeat(8)],
          ])
          const opening = openArchive({ values, problems: [] }, [], denture, office.today)
          addArchive(
            store,
            issueNumber(store, denture, opening),
            opening,
            { collectedBy: 1, importId: null, today: office.today },
            denture,
          )
        }
      }),
    )
  })

  test.for(['json', 'ndjson', 'csv', 'table'])('comes whole as %s', (format) => {
    const { status, stdout } = run(['list', '--format', format], {
      env: { DANGAN_FILE: office.file },
    })
    expect(status).toBe(0)
    expect(stdout.match(/RG2026-\d+/g)).toHaveLength(5000)
  })

  test('into a pipe that closes ends quietly, with status 0', () => {
    const command = `node '${launcher}' list --format csv --fields number | head -1; echo "\${PIPESTATUS[0]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], {
      env: environmentOf(office.room, { DANGAN_FILE: office.file }),
      encoding: 'utf8',
    })
    expect({ stdout, stderr }).toEqual({ stdout: 'number\n0\n', stderr: '' })
  })

  test('onto a full disk is a failure', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `node '${launcher}' list --format csv > /dev/full`],
      {
        env: environmentOf(office.room, { DANGAN_FILE: office.file, DANGAN_LANG: 'en' }),
        encoding: 'utf8',
      },
    )
    expect(status).toBe(1)
    expect(stderr).toMatch(/ENOSPC|no space/)
  })
})
