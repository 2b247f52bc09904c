import { expect, test } from 'vitest'
import { supplemented } from '../../src/exchange/policy-supplement.ts'

const review = [['review', { everyMonths: 3 }]] as const

test.each([
  [
    'at the end',
    'a: 1\n# why\nb: 2\n',
    'a: 1\n# why\nb: 2\n\n# denture\n"review": {"everyMonths":3}\n',
  ],
  [
    'in place of an emptied one',
    'a: 1\nreview: null # no\nb: 2\n',
    'a: 1\nb: 2\n\n# denture\n"review": {"everyMonths":3}\n',
  ],
  ['in braces', '{"a": 1}\n', '{"a": 1,\n"review": {"everyMonths":3}\n}\n'],
  [
    'in braces after a comma',
    '# x\n{ a: 1,\n}\n',
    '# x\n{ a: 1,\n"review": {"everyMonths":3}\n}\n',
  ],
])('a section is added %s, and all else stays as it was written', (_, document, whole) => {
  expect(supplemented(document, 'denture', review)).toBe(whole)
})
