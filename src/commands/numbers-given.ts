import { readFileSync } from 'node:fs'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/** The numbers on the line; `-` stands for those on stdin, one a line (SPEC section 2). */
export async function numbersFrom(
  desk: Desk,
  given: readonly string[],
  message: string = desk.text.keys.archive.number,
): Promise<readonly string[]> {
  if (given.length > 0) return given.flatMap((word) => (word === '-' ? listIn(desk.stdin) : [word]))
  const question = {
    kind: 'text',
    message,
    option: '<number>',
  } as const
  const { number } = await desk.ask({ number: question }, {})
  return [number]
}

/** Numbers from a list: the first word of each line, so that a listing can be piped in as it is. */
function listIn(stdin: number): string[] {
  const lines = readFileSync(stdin, 'utf8').split(/\r?\n/)
  const numbers = lines.map((line) => line.trim().split(/[\s,]+/)[0] ?? '').filter(Boolean)
  if (numbers.length === 0) throw new Refusal('usage.missing', { options: ['<number>'] })
  return numbers
}
