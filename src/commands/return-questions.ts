import { conditions, type Condition } from '../domain/loan.ts'
import { materialName } from '../domain/material.ts'
import { Refusal } from '../domain/refusal.ts'
import { conditionNamed } from '../domain/return.ts'
import type { Desk } from './desk.ts'
import { loansOut } from './loan-given.ts'
import { seenKey, type ReturnWish } from './taking-back.ts'

interface ReturnOptions {
  readonly condition?: string
  readonly pages?: string
  readonly remark?: string
  readonly liable?: string
  readonly reason?: string
}

/** Reads the line; at a terminal each thing that comes back is looked at (S000-4.5-11). */
export async function askReturn(
  desk: Desk,
  names: readonly string[],
  options: ReturnOptions,
): Promise<ReturnWish> {
  const { conditions: words } = desk.text.loan
  const { condition, remark, liable, reason } = options
  const seen = condition === undefined ? await askEach(desk, names) : {}
  return {
    condition: condition === undefined ? 'intact' : conditionNamed(condition, words),
    pages: options.pages === undefined ? undefined : pagesIn(options.pages),
    remark,
    liable,
    reason,
    seen,
  }
}

async function askEach(desk: Desk, names: readonly string[]): Promise<ReturnWish['seen']> {
  if (!desk.globals.interactive) return {}
  const office = await desk.read()
  const text = desk.text.loan
  const choices = conditions.map((value) => ({ value, name: text.conditions[value] }))
  const seen: Record<string, { condition: Condition; remark: string }> = {}
  for (const { loan, positions } of names.flatMap((name) => loansOut(office, name)))
    for (const item of loan.items.filter(({ position }) => positions.includes(position))) {
      const name = item.seq === null ? loan.number : materialName(loan.number, item.seq)
      const message = text.return.ask(name, item.title, item.pages)
      const initial = 'intact'
      const question = { kind: 'choice', message, option: '--condition', choices, initial } as const
      const answer = await desk.ask({ condition: question }, {})
      const condition = answer.condition as Condition
      const remark = condition === 'intact' ? '' : await askRemark(desk)
      seen[seenKey(loan, item)] = { condition, remark }
    }
  return seen
}

async function askRemark(desk: Desk): Promise<string> {
  const message = desk.text.loan.return.remark
  const question = { kind: 'text', message, option: '--remark', optional: true } as const
  return (await desk.ask({ remark: question }, {})).remark
}

/** @throws Refusal usage.bad-option */
function pagesIn(raw: string): number {
  const digits = raw.normalize('NFKC').trim()
  if (/^\d{1,6}$/.test(digits)) return Number(digits)
  throw new Refusal('usage.bad-option', { option: '--pages', value: raw, choices: ['0', '42'] })
}
