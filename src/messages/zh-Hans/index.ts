import { agreement } from './agreement.ts'
import { archive } from './archive.ts'
import { backup } from './backup.ts'
import { calendar } from './calendar.ts'
import { change } from './change.ts'
import { checklist } from './checklist.ts'
import { classification } from './classification.ts'
import { entry } from './entry.ts'
import { form } from './form.ts'
import { finding } from './finding.ts'
import { hold } from './hold.ts'
import { importing } from './import.ts'
import { incident } from './incident.ts'
import { keys } from './keys.ts'
import { material } from './material.ts'
import { merging } from './merging.ts'
import { loan } from './loan.ts'
import { log } from './log.ts'
import { office } from './office.ts'
import { place } from './place.ts'
import { policy } from './policy.ts'
import { program } from './program.ts'
import { refusals } from './refusals.ts'
import { request } from './request.ts'
import { signature } from './signature.ts'
import { secrecy } from './secrecy.ts'
import { staff } from './staff.ts'
import { terminal } from './terminal.ts'
import { values } from './values.ts'
import { why } from './why.ts'

/** 简体中文. */
export const zhHans = {
  agreement,
  archive,
  backup,
  calendar,
  change,
  checklist,
  classification,
  entry,
  finding,
  form,
  hold,
  import: importing,
  incident,
  keys,
  material,
  merging,
  loan,
  log,
  office,
  place,
  policy,
  program,
  refusals,
  signature,
  request,
  secrecy,
  staff,
  terminal,
  values,
  why,
}
