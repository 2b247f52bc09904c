import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contact } from '../../src/domain/archive.ts'
import { contactsCell, contactsIn, readContacts } from '../../src/domain/contact-cell.ts'

const read = (cell: string): readonly Contact[] => contactsIn(readContacts(cell) as string)

describe('contacts in one cell', () => {
  test.for([
    [[], ''],
    [[{ name: '王小明' }], '王小明'],
    [
      [{ name: '王小明', role: '采购', phone: '13900139000', email: 'w@example.com' }],
      '王小明,采购,13900139000,w@example.com',
    ],
    [[{ name: '王小明', phone: '13900139000' }, { name: '李四' }], '王小明,,13900139000；李四'],
    [[{ name: 'Smith, John' }], '[{"name":"Smith, John"}]'],
    [[{ name: '甲', fromNumber: 'RG2026-0001' }], '[{"name":"甲","fromNumber":"RG2026-0001"}]'],
    [[{ phone: '13900139000', name: '甲' } as Contact], '[{"phone":"13900139000","name":"甲"}]'],
  ] as [Contact[], string][])('%j is %s, and is read back', ([contacts, cell]) => {
    expect(contactsCell(contacts)).toBe(cell)
    expect(read(cell)).toEqual(contacts)
  })

  test.for([
    ['李四;王五', [{ name: '李四' }, { name: '王五' }]],
    ['李四，采购\n王五', [{ name: '李四', role: '采购' }, { name: '王五' }]],
    ['甲,,１３９ ００１３ ９０００', [{ name: '甲', phone: '13900139000' }]],
    ['；', []],
    [' ', []],
  ] as const)('as people write it: %j', ([cell, contacts]) => {
    expect(read(cell)).toEqual(contacts)
  })

  test.for([
    ['甲,乙,13900139000,a@example.com,戊', 'contacts.shape'],
    [',采购', 'contacts.shape'],
    ['[', 'contacts.shape'],
    ['[1]', 'contacts.shape'],
    ['[{"name":"甲","hobby":"棋"}]', 'contacts.shape'],
    ['[{"role":"采购"}]', 'contacts.shape'],
    ['甲,采购,12', 'phone.shape'],
    ['甲,采购,,不是邮箱', 'email.shape'],
    ['甲\u0007', 'text.control'],
  ] as const)('%j is refused: %s', ([cell, code]) => {
    expect(readContacts(cell)).toMatchObject({ code })
  })

  test('whatever contacts there are come back the same', () => {
    const word = fc
      .stringMatching(/^[张李,，；;"'[{a-z ]{1,8}$/)
      .map((it) => it.trim())
      .filter((it) => it !== '')
    const contact = fc.record(
      { name: word, role: word, phone: fc.constant('13900139000') },
      { requiredKeys: ['name'] },
    )
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 4 }), (contacts) => {
        expect(read(contactsCell(contacts))).toEqual(contacts)
      }),
    )
  })
})
