import { describe, expect, test } from 'vitest'
import { fitted } from '../../src/cli/fitting.ts'

describe('a table too wide for its terminal', () => {
  test.for([
    ['keeps the number whole, since half of one is no use', [15, 40, 20], 50, [15, 11, 20]],
    ['narrows the number, too, where nothing else would do', [15, 40, 20], 20, [6, 6, 6]],
    ['narrows a first column that is no number', [40, 10], 40, [28, 10]],
    ['leaves what fits as it is', [15, 10], 40, [15, 10]],
    ['of one column is that column narrowed', [30], 20, [20]],
  ] as const)('%s', ([, widths, terminal, expected]) => {
    expect(fitted(widths, terminal)).toEqual(expected)
  })
})
