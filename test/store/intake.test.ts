import { expect, test } from 'vitest'
import { policyInForce } from '../../src/store/policies.ts'
import { Intake } from '../../src/store/intake.ts'
import { ownColumns, type OwnCells } from '../../src/store/intake-row.ts'
import { openToWrite } from '../../src/store/open.ts'
import { officeIn } from '../support/office.ts'

/** 张三丰, a person, of this telephone. */
const row = (phone: string): OwnCells => {
  const said: Readonly<Record<string, string | number>> = {
    ...{ type: 'individual', year: 2026, opened_on: '2026-11-20', status: 'active' },
    ...{ name: '张三丰', name_key: '张三丰', phone, phone_key: phone, secrecy: 'none' },
    ...{ contacts: '[]', fields: '{}' },
  }
  return ownColumns.map((column) => said[column] ?? null) as unknown as OwnCells
}

test('a customer whom somebody else added between two stretches of a list is known in the second', async () => {
  const office = await officeIn()
  const store = openToWrite(office.file, undefined)
  const { policy } = policyInForce(store, office.today)
  const about = { importId: 1, collectedBy: null, today: office.today, keyingPolicy: policy }
  const intake = store.transact(() => {
    const begun = new Intake(store, policy, about)
    begun.begin()
    expect(begun.meet(row('13800138000'))).toBeUndefined()
    const { id } = begun.enter(row('13800138000'), '')
    begun.remember(7n, id)
    begun.end()
    return begun
  })
  const add = ['add', '--type', 'individual', '--name', '张三丰', '--phone', '13900139000']
  await office.done(...add)
  store.transact(() => {
    intake.begin()
    expect(intake.meet(row('13800138000'))).toEqual({ id: 1, because: 'phoneAndName' })
    expect(intake.meet(row('13900139000'))).toEqual({ id: 2, because: 'phoneAndName' })
    expect([intake.knows(7n), intake.knows(8n)]).toEqual([true, false])
  })
  store.close()
})
