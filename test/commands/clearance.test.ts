import { beforeEach, describe, expect, test } from 'vitest'
import { officeIn, type TestOffice } from '../support/office.ts'

// What a number that somebody types may tell of archives above their clearance.
let office: TestOffice
beforeEach(async () => {
  office = await officeIn()
  const add = (...words: string[]) => office.done('add', ...words)
  await add('--type', '个人', '--name', '张三丰', '--secrecy', '绝密')
  await add('--type', '个人', '--name', '李四')
  await add('--type', '经销商', '--org', 'A1', '--name', '宏达贸易', '--secrecy', '绝密')
  await add('--type', '经销商', '--org', 'A2', '--name', '远东贸易')
  office.hire({ name: '赵敏', osAccount: 'zhao', clearance: 'none' })
})

const shown = async (number: string) => {
  const ran = await office.run('show', number, '--json')
  if (ran.status === 0) return ran.json.number
  const { code, facts } = ran.error
  return [code, facts.suggestion ?? facts.candidates ?? []].flat()
}

describe('an archive that the reader may not see', () => {
  test('is not offered among those that a tail may mean, nor in the way of one', async () => {
    const [one, two, three] = ['RG2026-0001', 'ZX2026-0001', 'A1-ZX2026-0001']
    await founded()
  })

  test('its whole number, which they know, is refused as such', async () => {
    office.account = 'zhao'
    expect(await shown('rg20260001')).toBe('person.not-cleared ')
  })
})
