import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Desk } from './desk.ts'
import { agreementFormCommand } from './form-agreement.ts'
import { applicationFormCommand } from './form-application.ts'
import { cardFormCommand } from './form-card.ts'
import { collectionFormCommand } from './form-collection.ts'
import { consultationRegisterFormCommand } from './form-consultation-register.ts'
import { inspectionFormCommand } from './form-inspection.ts'
import { handoverFormCommand } from './form-handover.ts'
import { labelFormCommand } from './form-label.ts'
import { ndaFormCommand } from './form-nda.ts'
import { registerFormCommand } from './form-register.ts'
import { secretRegisterFormCommand } from './form-secret-register.ts'
import { slipFormCommand } from './form-slip.ts'
import { stocktakeFormCommand } from './form-stocktake.ts'

/**
 * Every form that the office prints (SPEC 8), in the order of the help. A new one is a line here, a
 * command that gathers what it says and hands it to `printForm`, and a sheet in exchange/.
 */
export const forms: readonly ((desk: Desk) => CommandUnknownOpts)[] = [
  cardFormCommand,
  labelFormCommand,
  applicationFormCommand,
  agreementFormCommand,
  slipFormCommand,
  registerFormCommand,
  consultationRegisterFormCommand,
  collectionFormCommand,
  secretRegisterFormCommand,
  ndaFormCommand,
  inspectionFormCommand,
  stocktakeFormCommand,
  handoverFormCommand,
]
