import { beforeAll, describe, expect, test } from 'vitest'
import { indexTerms, type SearchDocument } from '../../src/domain/search-terms.ts'
import { everyArchive } from '../../src/store/archives.ts'
import { entriesOf } from '../../src/store/entries.ts'
import { documentOf, textDocument } from '../../src/store/terms.ts'
import { officeIn, whileWriting, type TestOffice } from '../support/office.ts'
import { everythingIn } from '../support/tables.ts'

let office: TestOffice
/** Numbers found, in the order in which they are shown. */
async function found(...words: string[]): Promise<string[]> {
  const list = await office.done('find', ...words)
  return list.map(({ number }: { number: string }) => number)
}
const foundBy = async (...words: string[]): Promise<string[]> =>
  (await office.done('find', ...words)).map(
    ({ name, matchedBy }: { name: string; matchedBy: string }) => `${name} ${matchedBy}`,
  )

/** Opens an archive; gives its number. */
async function opened(name: string, ...more: string[]): Promise<string> {
  const type = more.includes('--type') ? [] : ['--type', '个人']
  const words = ['add', ...type, '--name', name, '--duplicate', 'add', ...more]
  return (await office.done(...words)).number
}

describe('finding', () => {
  let zhang: string
  let hongda: string
  beforeAll(async () => {
    office = await officeIn()
    zhang = await opened(
      '张三丰',
      '--phone',
      '13800138000',
      '--email',
      'z.san@example.com',
      '--address',
      '杭州市西湖区文三路1号',
    )
    await opened('陳大文', '--address', '臺北市信義區')
    hongda = await opened(
      '上海宏达贸易有限公司',
      '--type',
      '经销商',
      '--org',
      'XH01',
      '--contact',
      '单小明,采购,13900139000,dan@example.com',
    )
    await opened('曾国藩')
    await opened('仇英')
    await office.done('note', zhang, '--text', '询问保修期', '--set', '沟通渠道=电话')
    await office.done(
      'note',
      zhang,
      '--text',
      'asked dai@example.com for an invoice',
      '--set',
      '沟通渠道=电话',
    )
  })

  test.for([
    ['one character of a name', '丰', '张三丰 name'],
    ['a part of a name', '宏达贸', '上海宏达贸易有限公司 name'],
    ['Simplified for Traditional', '陈大', '陳大文 name'],
    ['Traditional for Simplified', '張三豐', '张三丰 name'],
    ['full pinyin', 'zhangsanfeng', '张三丰 pinyin'],
    ['initials', 'zsf', '张三丰 pinyin'],
    ['syllables and initials mixed', 'zhangsf', '张三丰 pinyin'],
    ['a surname with a reading of its own: 曾', 'zengguofan', '曾国藩 pinyin'],
    ['a surname with a reading of its own: 仇', 'qiuying', '仇英 pinyin'],
    [
      'a contact’s surname with a reading of its own: 单',
      'shanxiaoming',
      '上海宏达贸易有限公司 contact',
    ],
    ['a contact', '单小明', '上海宏达贸易有限公司 contact'],
    ['a whole phone', '13800138000', '张三丰 phone'],
    ['a phone as it is spoken', '138 0013 8000', '张三丰 phone'],
    ['four digits from the middle of a phone', '0138', '张三丰 phone'],
    ['a contact’s phone', '1390013', '上海宏达贸易有限公司 phone'],
    ['a part of an address', '西湖', '张三丰 text'],
    ['an address in the other characters', '台北市', '陳大文 text'],
    ['an email address', 'Z.San@Example.com', '张三丰 text'],
    ['an email address in an entry', 'dai@example.com', '张三丰 entry'],
    ['words of an entry', '保修', '张三丰 entry'],
    ['an English word of an entry', 'INVOICE', '张三丰 entry'],
    ['one word in the name and one in an entry', '三丰 保修', '张三丰 name'],
    ['words of two entries', '保修 invoice', '张三丰 entry'],
    ['one word in the address and one in the phone', '文三路 138001', '张三丰 phone'],
    ['the name without its legal form', '上海宏达', '上海宏达贸易有限公司 name'],
    ['the name with another legal form', '上海宏达贸易股份有限公司', '上海宏达贸易有限公司 name'],
    ['an organisation code', 'xh01', '上海宏达贸易有限公司 number'],
  ] as const)('by %s', async ([, words, expected]) => {
    expect(await foundBy(...words.split(' '))).toEqual([expected])
  })

  test.for([
    ['exact', (): string => zhang],
    ['in lower case', (): string => zhang.toLowerCase()],
    ['without its dash', (): string => zhang.replace('-', '')],
    ['in full width', (): string => 'ＲＧ２０２６－０００１'],
    ['with an org code, without its dash', (): string => hongda.replace('-', '')],
  ] as const)('by a number, %s', async ([, typed]) => {
    const list = await office.done('find', typed())
    const expected = typed().toUpperCase().startsWith('JG') ? hongda : zhang
    expect(list[0]).toMatchObject({ number: expected, matchedBy: 'number' })
  })

  test('the tail of a number gives all that end so', async () => {
    expect((await found('0001')).toSorted()).toEqual([hongda, zhang])
  })

  test('the beginning of a number gives them all, the highest first', async () => {
    expect(await found('RG2026')).toEqual([
      'RG2026-0004',
      'RG2026-0003',
      'RG2026-0002',
      'RG2026-0001',
    ])
    expect(await found('rg2026000')).toHaveLength(4)
  })

  test.for([
    ['an operator of FTS5', '" * NEAR( -x'],
    ['stars', '***'],
    ['a quotation mark', '"'],
    ['SQL', "'; DROP TABLE archive; --"],
    ['AND alone', 'AND'],
    ['OR between words', 'a OR b'],
    ['NEAR', 'NEAR(张 三)'],
    ['a wildcard of LIKE', '%'],
    ['another', '_'],
    ['NUL', '\u0000'],
    ['braces', '{}'],
    ['a dash', '-'],
    ['a caret', '^龘'],
    ['a column filter', 'terms : 张'],
    ['a character that nobody has', '龘'],
    ['an emoji', '😀'],
    ['half of one', '\ud83d'],
    ['three thousand letters', 'x'.repeat(3000)],
    ['five hundred characters', '张'.repeat(500)],
    ['five hundred words', Array.from({ length: 500 }, (_, at) => `词${at}`).join(' ')],
  ] as const)('%s as a query finds nothing and breaks nothing', async ([, words]) => {
    const { status, json } = await office.run('find', '--json', '--', words)
    expect({ status, json }).toEqual({ status: 0, json: [] })
  })

  test('nothing found says so on stderr, and is no failure', async () => {
    const { status, out, err } = await office.run('find', '没有这个人')
    expect({ status, out, err }).toEqual({
      status: 0,
      out: '',
      err: '没有找到“没有这个人”。可少写几个字，或换用拼音、电话。\n',
    })
  })

  test('nothing asked for is a usage error, off a terminal', async () => {
    expect((await office.run('find', '--json')).error).toMatchObject({ code: 'usage.missing' })
  })

  test.for(['0', '-1', '1.5', 'all'])('a limit of %j is a usage error', async (limit) => {
    expect((await office.run('find', '张', `--limit=${limit}`)).status).toBe(2)
  })

  test('with filters alone it shows the newest', async () => {
    expect(await found('--type', 'individual', '--limit', '2')).toEqual([
      'RG2026-0004',
      'RG2026-0003',
    ])
  })
})

describe('what answers best stands first', () => {
  test('number, name, its beginning, inside it, pinyin, contact, address, entry; then the newest', async () => {
    office = await officeIn()
    const entry = await opened('甲乙')
    await office.done('note', entry, '--text', '林芳来电', '--set', '沟通渠道=电话')
    await opened('甲丙', '--address', '林芳路1号')
    await opened('甲丁', '--contact', '林芳')
    await opened('凌方')
    await opened('老林芳')
    await opened('林芳芳')
    await opened('林芳')
    await opened('林芳')
    const order = await foundBy('林芳')
    expect(order).toEqual([
      '林芳 name',
      '林芳 name',
      '林芳芳 name',
      '老林芳 name',
      '甲丁 contact',
      '甲丙 text',
      '甲乙 entry',
    ])
    expect(await foundBy('lf')).toEqual(
      expect.arrayContaining(['凌方 pinyin', '林芳 pinyin', '甲丁 contact']),
    )
    expect((await found('林芳')).slice(0, 2)).toEqual(['RG2026-0008', 'RG2026-0007'])
  })

  test('the same name with another legal form goes before longer names', async () => {
    const org = ['--type', '经销商', '--org', 'A1']
    await opened('恒康股份有限公司', ...org)
    await opened('恒康有限公司二厂', ...org)
    expect(await foundBy('恒康有限公司')).toEqual([
      '恒康股份有限公司 name',
      '恒康有限公司二厂 name',
    ])
  })

  test('a limit keeps the best, and says that there are more', async () => {
    const { json, err } = await office.run('find', '林芳', '--limit', '3', '--json')
    expect(json.map(({ name }: { name: string }) => name)).toEqual(['林芳', '林芳', '林芳芳'])
    expect(err).toContain('共 7 份，只列出最相符的 3 份')
  })
})

describe('what the reader may not see', () => {
  beforeAll(async () => {
    office = await officeIn()
    await opened('王公开')
    await opened('王秘密', '--secrecy', '秘密')
    await opened('王机密', '--secrecy', '机密', '--contact', '机要人')
    office.hire({ name: '王芳', osAccount: 'wang', clearance: 'secret' })
  })

  test.for([
    ['wang', ['王秘密', '王公开']],
    ['nobody', ['王公开']],
    ['lina', ['王机密', '王秘密', '王公开']],
  ] as const)('%s finds %j', async ([account, names]) => {
    office.account = account
    expect((await office.done('find', '王')).map(({ name }: { name: string }) => name)).toEqual(
      names,
    )
    expect(
      (await office.done('list', '王')).map(({ name }: { name: string }) => name).toSorted(),
    ).toEqual([...names].toSorted())
    office.account = 'lina'
  })

  test('is not counted, not found by its number, and not by its contact', async () => {
    office.account = 'wang'
    const { err } = await office.run('find', '王')
    expect(err).toBe('共 2 份。\n')
    expect(await found('RG2026-0003')).toEqual([])
    expect(await found('机要人')).toEqual([])
    office.account = 'lina'
  })
})

describe('reading what the policy names', () => {
  const readings = () =>
    office.look((store) =>
      store
        .prepare(`SELECT action, object, detail FROM journal JOIN journal_detail USING (seq)
          WHERE action = 'archive.read' AND archive_id = 0`)
        .all()
        .map((row) => ({
          ...(row as { detail: string }),
          detail: JSON.parse((row as { detail: string }).detail),
        })),
    )

  test('is entered before it is shown, and other reading leaves the file as it is', async () => {
    office = await officeIn()
    await opened('李公开')
    const before = office.meddle(everythingIn)
    await office.done('find', '李')
    await office.done('list')
    expect(readings()).toEqual([])
    expect(office.meddle(everythingIn)).toEqual(before)
    const secret = await opened('李机密', '--secrecy', '机密')
    await office.done('find', '李')
    expect(readings()).toEqual([
      { action: 'archive.read', object: secret, detail: { count: 1, numbers: [secret] } },
    ])
    await office.done('list', '--limit', '1')
    expect(readings()).toHaveLength(1)
    await office.done('list')
    expect(readings()).toHaveLength(2)
  })

  test('the words of the query are kept under the archive, not in the office’s own part', () => {
    const details = office.look((store) =>
      store
        .prepare(
          `SELECT archive_id, detail FROM journal_detail JOIN journal USING (seq) WHERE action = 'archive.read'`,
        )
        .all(),
    ) as { archive_id: number; detail: string }[]
    for (const { archive_id, detail } of details)
      expect(detail.includes('find 李') || detail.includes('list')).toBe(archive_id !== 0)
  })

  test('where it cannot be entered, nothing is shown', async () => {
    office = await officeIn({ patience: 50 })
    await opened('李机密', '--secrecy', '机密')
    for (const words of [['find', '李'], ['list'], ['list', '--limit', '1'], ['export']]) {
      const { status, out } = await whileWriting(office, () => office.run(...words))
      expect({ status, out }).toEqual({ status: 6, out: '' })
    }
  })
})

describe('the index keeps in step', () => {
  test('after update, merge and void an archive is found by what it says now, and by nothing else', async () => {
    office = await officeIn()
    const first = await opened('赵旧名', '--phone', '13711112222')
    const second = await opened('赵二', '--phone', '13733334444')
    const third = await opened('赵三')
    await office.done('note', second, '--text', '独特之语', '--set', '沟通渠道=电话')
    await office.done('update', first, '--name', '钱新名', '--phone', '13755556666')
    expect(await found('旧名')).toEqual([])
    expect(await found('1111')).toEqual([])
    expect(await found('钱新名')).toEqual([first])
    expect(await found('13755556666')).toEqual([first])
    await office.done('merge', second, '--into', first, '--yes')
    expect(await found('独特')).toEqual([first])
    expect(await found(second)).toEqual([first])
    expect(termsKept()).toEqual(termsMadeAnew())
    await office.done('update', third, '--void', '--reason', '误建', '--yes')
    expect(termsKept()).toEqual(termsMadeAnew())
    expect(await found('赵三')).toEqual([])
    expect(await found(third)).toEqual([])
  })
})

/** Every term of the index, with the archive or entry that it leads to (SPEC 15.14). */
const termsKept = (): Record<string, readonly string[]> =>
  office.meddle((store) => {
    const { archive_terms: archives = [], entry_terms: entries = [] } = everythingIn(store)
    return { archives, entries }
  })

/** What they would be if the index were made today. */
const termsMadeAnew = () =>
  office.look((store) => {
    const lines = (id: number, document: SearchDocument) =>
      indexTerms(document)
        .split(' ')
        .filter((term) => term !== '')
        .map((term) => JSON.stringify({ term, doc: String(id) }))
    const archives = [...everyArchive(store)]
    const entries = archives.flatMap(({ id }) => entriesOf(store, id))
    return {
      archives: archives.flatMap((it) => lines(it.id, documentOf(it))).toSorted(),
      entries: entries.flatMap(({ id, text }) => lines(id, textDocument(text))).toSorted(),
    }
  })

test('control characters of a customer never reach the terminal raw', async () => {
  office = await officeIn()
  await opened('黑客')
  office.meddle((store) =>
    store.script(`UPDATE archive SET name = '黑客' || char(27) || '[31m' || char(8238)`),
  )
  for (const words of [['find', '黑'], ['list'], ['list', '--index']]) {
    const { out } = await office.run(...words)
    expect(out).toContain(String.raw`黑客\u{1b}[31m\u{202e}`)
  }
})
