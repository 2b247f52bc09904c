import { collectionRegister } from './collection-register.ts'
import type { Desk } from './desk.ts'
import { registerCommand } from './register-printing.ts'

/** `form collection`: 合同领取登记表 of a period (F36; S004-Q-3.1). */
export const collectionFormCommand = (desk: Desk) =>
  registerCommand(desk, {
    form: 'collection',
    text: desk.text.sheet.collectionRegister,
    examples: [
      'dangan form collection',
      'dangan form collection --since 2025-01-01 --until 2025-12-31 -o collected.html',
    ],
    draw: (office, period) => collectionRegister(desk, office, period),
  })
