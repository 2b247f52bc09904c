import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestKinds } from '../../src/domain/policy-use.ts'
import type { RequestFacts } from '../../src/domain/request-facts.ts'
import { decisions, readRequestText, requestText } from '../../src/domain/request-text.ts'
import { secrecyLevels } from '../../src/domain/words.ts'
import { refusalOf } from '../support/refusals.ts'

const facts: RequestFacts = {
  applicant: '李雷',
  decider: '王芳',
  deciderPost: '总经理',
  decision: 'approved',
  dueOn: '2026-12-01',
  expiresOn: null,
  file: '2b1e7c1e-0f55-4c55-9a55-1f6b9b1f0c11',
  headHash: 'ab'.repeat(32),
  headSeq: 57,
  kind: 'borrow',
  materials: ['RG2026-0001/3'],
  nonce: '0123456789abcdef0123456789abcdef',
  numbers: ['RG2026-0001'],
  policyVersion: 2,
  purpose: '客户投诉',
  request: 'R12',
  secrecy: 'confidential',
  step: 1,
  unit: null,
  wish: { place: '阅览室' },
}

const text = `dangan-approval v1
applicant: "李雷"
decider: "王芳"
deciderPost: "总经理"
decision: "approved"
dueOn: "2026-12-01"
expiresOn: null
file: "2b1e7c1e-0f55-4c55-9a55-1f6b9b1f0c11"
headHash: "abababababababababababababababababababababababababababababababab"
headSeq: 57
kind: "borrow"
materials: ["RG2026-0001/3"]
nonce: "0123456789abcdef0123456789abcdef"
numbers: ["RG2026-0001"]
policyVersion: 2
purpose: "客户投诉"
request: "R12"
secrecy: "confidential"
step: 1
unit: null
wish: {"place":"阅览室"}
`

/** Everything people and forgers write, half surrogates too. */
const hostile = [
  ...['\n', '\r\n', '"\nstep: 2', '\\', '\\n', '"', '\u202e', '\u200d', '\u2028', '\ud800', '\0'],
  ...['😀', '\u{e0041}', '\ufeff', 'é', 'e\u0301', ' ', '', 'dangan-approval v1', '王芳'],
]
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((it) => it.join('')),
)
const hex = (digits: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: digits, maxLength: digits })
    .map((it) => it.join(''))
const count = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
const day = fc.constantFrom('2026-11-20', '2026-12-01', '2028-02-29', null)
const anyFacts: fc.Arbitrary<RequestFacts> = fc.record({
  applicant: words,
  decider: words,
  deciderPost: fc.option(words),
  decision: fc.constantFrom(...decisions),
  dueOn: day,
  expiresOn: day,
  file: words,
  headHash: hex(64),
  headSeq: count,
  kind: fc.constantFrom(...requestKinds),
  materials: fc.array(words, { maxLength: 3 }),
  nonce: hex(32),
  numbers: fc.array(words, { maxLength: 3 }),
  policyVersion: count,
  purpose: words,
  request: words,
  secrecy: fc.constantFrom(...secrecyLevels),
  step: count,
  unit: fc.option(words),
  wish: fc.dictionary(words, fc.jsonValue().map(asJson) as fc.Arbitrary<unknown>),
})

/** As JSON has it: minus nothing is nothing. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('the text that an approver signs', () => {
  it('says one fact a line, in the order of the alphabet', () => {
    expect(requestText(facts)).toBe(text)
  })

  it('says every fact of the request, and is read back as it was', () => {
    expect(readRequestText(text)).toEqual(facts)
  })

  it('gives whatever facts it was written from', () => {
    fc.assert(
      fc.property(anyFacts, (said) => {
        expect(readRequestText(requestText(said))).toEqual(said)
      }),
    )
  })

  it('is another one for any other fact', () => {
    const fact = fc.constantFrom(...(Object.keys(facts) as (keyof RequestFacts)[]))
    fc.assert(
      fc.property(anyFacts, anyFacts, fact, (one, other, key) => {
        const changed = { ...one, [key]: other[key] }
        const isSame = requestText(one) === requestText(changed)
        expect(isSame).toBe(equals(one[key], other[key]))
      }),
    )
  })

  it('has the same lines whatever its values hold', () => {
    fc.assert(
      fc.property(anyFacts, (said) => {
        const keys = requestText(said)
          .split('\n')
          .map((line) => /^[a-zA-Z]*/.exec(line)?.[0])
        expect(keys).toEqual(['dangan', ...Object.keys(facts), ''])
      }),
    )
  })

  it('holds nothing that a terminal acts on or a reader does not see', () => {
    fc.assert(
      fc.property(anyFacts, (said) => {
        const written = requestText(said)
        expect(written).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]|[\p{Cf}\p{Zl}\p{Zp}]/u)
        expect(Buffer.from(written).toString()).toBe(written)
      }),
    )
  })

  it('says the words of a wish in one order, however they were put together', () => {
    const one = requestText({ ...facts, wish: { b: 1, a: { d: 1, c: 2 } } })
    const other = requestText({ ...facts, wish: { a: { c: 2, d: 1 }, b: 1 } })
    expect(one).toBe(other)
  })
})

/** Equal as JSON, whatever the order of keys. */
const equals = (one: unknown, other: unknown): boolean => {
  const told = (wish: unknown) => requestText({ ...facts, wish: { wish } })
  return told(one) === told(other)
}

describe('a text that is not to the byte what the program writes is refused, with its line', () => {
  const edited = (from: string | RegExp, to: string) => text.replace(from, to)
  it.each([
    ['nothing at all', '', 1],
    ['another title', edited('v1', 'v2'), 1],
    ['a byte order mark before it', `\ufeff${text}`, 1],
    ['line ends of Windows', text.replaceAll('\n', '\r\n'), 1],
    ['line ends of Windows after the title', edited('"李雷"\n', '"李雷"\r\n'), 2],
    ['no end to the last line', text.slice(0, -1), 22],
    ['an empty line at the end', `${text}\n`, 23],
    ['a line that it does not know', `${text}to: "me"\n`, 22],
    ['a line twice', edited('step: 1\n', 'step: 1\nstep: 2\n'), 20],
    ['a line left out', edited('purpose: "客户投诉"\n', ''), 16],
    ['two lines changed about', edited(/(request: .*\n)(secrecy: .*\n)/, '$2$1'), 17],
    ['a space too many', edited('step: 1', 'step:  1'), 19],
    ['a space at the end', edited('step: 1\n', 'step: 1 \n'), 19],
    ['the same in other JSON', edited('"李雷"', '"\\u674e雷"'), 2],
    ['capital hex digits', edited('ab'.repeat(32), 'AB'.repeat(32)), 9],
    ['a number written otherwise', edited('headSeq: 57', 'headSeq: 57.0'), 10],
    ['a number that is none', edited('headSeq: 57', 'headSeq: "57"'), 10],
    ['no step', edited('step: 1', 'step: 0'), 19],
    ['a day that there is not', edited('2026-12-01', '2026-02-30'), 6],
    ['another decision', edited('"approved"', '"maybe"'), 5],
    ['a level that there is not', edited('"confidential"', '"none "'), 18],
    ['a list that is none', edited('["RG2026-0001"]', '"RG2026-0001"'), 14],
    ['no JSON', edited('"王芳"', '王芳'), 3],
    ['a wish with its words in another order', edited('{"place"', '{"z":1,"place"'), 21],
    ['a hidden mark left raw', edited('客户投诉', '客户\u202e投诉'), 16],
  ])('%s', (_, wrong, line) => {
    const { code, facts: said } = refusalOf(() => readRequestText(wrong))
    expect([code, said]).toEqual(['approval-text.bad', { line }])
  })
})
