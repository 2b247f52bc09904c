import { beforeAll, beforeEach, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

// What a number that somebody types may tell of archives above their clearance.
let office: TestOffice
beforeAll(async () => {
  office = await officeIn()
  const add = ['--duplicate', 'add']
  const dealer = (org: string, ...words: string[]) =>
    office.done('add', '--type', '经销商', '--org', org, '--name', `${org}贸易`, ...add, ...words)
  await office.done('add', '--type', '个人', '--name', '张三丰', '--secrecy', '绝密')
  await dealer('A1', '--secrecy', '绝密')
  await dealer('A2')
  await dealer('A3')
  await dealer('A3')
  await dealer('A1', '--secrecy', '绝密')
  office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
})
beforeEach(() => {
  office.account = 'zhao'
})

/** The number that is shown; or the refusal, and the numbers that it offers. */
async function shown(number: string): Promise<string | string[]> {
  const ran = await office.run('show', number, '--json')
  if (ran.status === 0) return ran.json.number
  const { code, facts } = ran.error
  return [code, facts.suggestion ?? facts.candidates ?? []].flat()
}

test('what the reader may not see is not offered where a tail may mean several', async () => {
  const readable = ['JG2026A2-0001', 'JG2026A3-0001']
  expect(await shown('0001')).toEqual(['archive.ambiguous', ...readable])
  office.account = 'lina'
  const all = ['RG2026-0001', 'JG2026A1-0001', ...readable]
  expect(await shown('0001')).toEqual(['archive.ambiguous', ...all])
})

test('nor does it stand in the way of the only one that the reader may see', async () => {
  expect(await shown('0002')).toBe('JG2026A3-0002')
})

test('nor is it suggested in place of a slip', async () => {
  expect(await shown('RG2026-00011')).toEqual(['archive.missing'])
  office.account = 'lina'
  expect(await shown('RG2026-00011')).toEqual(['archive.missing', 'RG2026-0001'])
})

test('asked for by its own number it is refused as what it is', async () => {
  expect(await shown('rg20260001')).toEqual(['person.not-cleared'])
})
