import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { detectEncoding, encodings, isBinary } from '../../src/exchange/encoding.ts'
import { bytesOf } from './input-files.ts'

const simplified = [
  '客户名称,联系电话',
  '深圳市南山区科技园',
  '张伟，男，汉族，住所地杭州市西湖区',
  '该客户已签订年度供货合同，回款及时，信用良好。',
  '姓名,类型,电话\r\n欧阳娜娜,个人,13800138000\r\n司马懿,个人,13900139000\r\n',
  '经理反映：货物在运输途中受潮，要求赔偿；经协商，双方同意减免运费三千元，余款月底前付清。',
  '档案应当按照年度、机构、保管期限分类整理，编制目录，装订成册，并由专人负责保管。' +
    '任何人不得擅自涂改、抽换或者销毁；借阅须经部门负责人批准，按期归还，逾期的应当催收并登记。',
]
const traditional = [
  '客戶名稱,聯絡電話',
  '臺北市信義區松仁路',
  '陳淑芬，女，現居高雄市左營區',
  '該客戶已簽訂年度供貨合約，付款準時，信用良好。',
  '姓名,類型,電話\r\n歐陽淑惠,個人,0912345678\r\n司馬懿,個人,0987654321\r\n',
  '經理表示：貨物於運送途中受潮，要求賠償；經協商，雙方同意減免運費三千元，餘款月底前付清。',
  '檔案應依年度、機關、保存年限分類整理，編製目錄，裝訂成冊，並由專人負責保管。' +
    '任何人不得擅自塗改、抽換或銷毀；借閱須經主管核准，如期歸還，逾期者應予催還並登記。',
]
const written = encodings.flatMap((encoding) =>
  [...(encoding === 'big5' ? [] : simplified), ...traditional].map((text) => ({ encoding, text })),
)

describe('an encoding is told from the text alone', () => {
  test.each(written)('$encoding: $text', ({ encoding, text }) => {
    const bytes = bytesOf(text, encoding)
    expect(iconv.decode(bytes, encoding)).toBe(text)
    expect(detectEncoding(bytes)).toMatchObject({ encoding, bom: false })
  })

  test.each(written)('$encoding, the last character cut: $text', ({ encoding, text }) => {
    const isWide = encoding.startsWith('utf-16')
    const bytes = bytesOf(text + (isWide ? '𠮷' : '檔'), encoding)
    for (const cut of isWide ? [2] : encoding === 'utf-8' ? [1, 2] : [1]) {
      const sample = bytes.subarray(0, bytes.length - cut)
      expect(detectEncoding(sample)).toMatchObject({ encoding, bom: false })
    }
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s by its mark', (encoding) => {
    const found = { encoding, bom: true, confidence: 1 }
    expect(detectEncoding(bytesOf('a', encoding, true))).toEqual(found)
    expect(detectEncoding(bytesOf('', encoding, true))).toEqual(found)
  })

  test.each([
    ['张三丰', 'gb18030'],
    ['联通', 'gb18030'],
    ['摇滚乐团', 'gb18030'],
    ['毛梅毛', 'gb18030'],
    ['王小明', 'gb18030'],
    ['陳大文', 'big5'],
    ['林美玲', 'big5'],
    ['專輯裡', 'big5'],
    ['萬家樂', 'big5'],
    ['王小明', 'utf-8'],
    ['李四', 'utf-8'],
  ] as const)('a file of three characters: %s in %s', (text, encoding) => {
    expect(detectEncoding(bytesOf(text, encoding))?.encoding).toBe(encoding)
  })

  test.each(['name,phone\r\n', 'a', 'José, Zoë Müller', 'Привет, мир'])('UTF-8: %s', (text) => {
    expect(detectEncoding(bytesOf(text, 'utf-8'))?.encoding).toBe('utf-8')
  })

  test('short ASCII is never taken for UTF-16', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abehimnostuw BS,\t\r\n09'), maxLength: 24 })
    const plain = { encoding: 'utf-8', bom: false, confidence: 1 }
    fc.assert(
      fc.property(word, (text) => {
        expect(detectEncoding(bytesOf(text, 'utf-8'))).toEqual(plain)
      }),
    )
  })

  test('UTF-16 whose bytes are all ASCII is still UTF-16', () => {
    expect(detectEncoding(bytesOf('理由是否充分', 'utf-16le'))?.encoding).toBe('utf-16le')
    expect(detectEncoding(bytesOf('abc,def\r\n', 'utf-16be'))?.encoding).toBe('utf-16be')
  })

  test.each(encodings)('one spoilt byte leaves %s what it is', (encoding) => {
    const bytes = bytesOf(traditional.join('\r\n'), encoding)
    const at = bytes.length & ~1
    const spoilt = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xff, 10, 0, 10])])
    expect(detectEncoding(spoilt)?.encoding).toBe(encoding)
  })

  test('Chinese that begins after a megabyte less a line of ASCII is found', () => {
    const bytes = Buffer.concat([Buffer.alloc(1_048_000, 'id,1\n'), bytesOf('张三李四', 'gb18030')])
    expect(detectEncoding(bytes)?.encoding).toBe('gb18030')
  })

  test('a text which could be either is not said with confidence', () => {
    expect(detectEncoding(bytesOf('借寇兵', 'gb18030'))?.confidence).toBeLessThan(0.9)
    expect(detectEncoding(bytesOf(simplified[5]!, 'gb18030'))?.confidence).toBeGreaterThan(0.99)
  })
})

describe('a file which is no text', () => {
  test.each([
    ['zip', 'PK\x03\x04\x14\0\x06\0xl/workbook.xml'],
    ['zip', 'PK\x05\x06'],
    ['sqlite', 'SQLite format 3\0\x10\0\x01\x01'],
    ['pdf', '%PDF-1.7\n%âãÏÓ'],
    ['binary', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0'],
    ['binary', '\0\0\0\0'],
  ])('%s: %j', (kind, head) => {
    expect(isBinary(Buffer.from(head, 'latin1'))).toBe(kind)
  })

  test('random bytes are binary, in whatever length', () => {
    for (let length = 64; length < 100_000; length *= 2) {
      expect(isBinary(randomBytes(length))).toBe('binary')
    }
  })

  test('text is not, nor is an empty file', () => {
    for (const { encoding, text } of written) {
      expect(isBinary(bytesOf(text, encoding))).toBeUndefined()
    }
    expect(isBinary(new Uint8Array())).toBeUndefined()
  })

  test('any bytes get an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([undefined, 'binary', 'zip', 'pdf', 'sqlite']).toContain(isBinary(bytes))
      }),
    )
  })
})
