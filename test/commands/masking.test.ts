import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

// Sensitive fields are withheld from every output until they are revealed, which is entered (SPEC 15.12).
const secret = '青霉素过敏'
let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  const person = ['add', '--type', '个人', '--name', '张三丰']
  await office.done(...person, '--set', `allergies=${secret}`)
  await office.done('update', '0001', '--set', `allergies=${secret}、磺胺`)
})

const outputs: readonly (readonly string[])[] = [
  ['show', '0001'],
  ['show', '0001', '--json'],
  ['show', '0001', '--history'],
  ['show', '0001', '--history', '--json'],
  ['list', '--json'],
  ['list', '--format', 'csv'],
  ['list', '--fields', 'number,fields.allergies'],
  ['find', '张三丰', '--json'],
  ['export'],
  ['export', '--format', 'ndjson'],
  ['export', '--format', 'json'],
  ['classify', '0001', '--importance', '重要', '--dry-run', '--json'],
]

test.each(outputs.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
  const { status, out, err } = await office.run(...words)
  expect(status).toBe(0)
  expect(out + err).not.toContain(secret)
})

test.each(['card', 'label'])('nor does a printed %s', async (form) => {
  const page = join(office.room, `${form}.html`)
  await office.done('form', form, '0001', '-o', page)
  expect(readFileSync(page, 'utf8')).not.toContain(secret)
})

test.each([
  ['show 0001', ['show', '0001', '--json']],
  ['show --history', ['show', '0001', '--history', '--json']],
  ['export', ['export']],
])('%s with --reveal gives it, and that is entered', async (_, words) => {
  const before = (await office.done('log')).length
  expect((await office.run(...words, '--reveal')).out).toContain(secret)
  const acts = await office.done('log')
  expect(acts).toHaveLength(before + 1)
  expect(acts[0].action).toMatch(/^archive\.(read|export)$/)
})
