import type { Desk } from './desk.ts'
import { loanRegister } from './loan-register.ts'
import { registerCommand } from './register-printing.ts'

/** `form register`: 客户资料外借登记册 of a period, or of what is out now (F07, F04; S001-19-4). */
export const registerFormCommand = (desk: Desk) =>
  registerCommand(desk, {
    form: 'register',
    text: desk.text.sheet.register,
    open: desk.text.sheet.register.open,
    examples: [
      'dangan form register --open',
      'dangan form register --since 2025-01-01 --until 2025-03-31 -o register.html',
    ],
    draw: (office, period) => loanRegister(desk, office, period),
  })
