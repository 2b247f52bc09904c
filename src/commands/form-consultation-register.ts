import { consultationRegister } from './consultation-register.ts'
import type { Desk } from './desk.ts'
import { registerCommand } from './register-printing.ts'

/** `form consultation-register`: 查阅登记表 of a period, or of what is being read now (F02; S002-6.2-2). */
export const consultationRegisterFormCommand = (desk: Desk) =>
  registerCommand(desk, {
    form: 'consultation-register',
    text: desk.text.sheet.consultationRegister,
    open: desk.text.sheet.consultationRegister.open,
    examples: [
      'dangan form consultation-register --since 2025-03-01',
      'dangan form consultation-register --open -o reading.html',
    ],
    draw: (office, period) => consultationRegister(desk, office, period),
  })
