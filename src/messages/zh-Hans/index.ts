import { archive } from './archive.ts'
import { backup } from './backup.ts'
import { calendar } from './calendar.ts'
import { change } from './change.ts'
import { checklist } from './checklist.ts'
import { classification } from './classification.ts'
import { entry } from './entry.ts'
import { form } from './form.ts'
import { finding } from './finding.ts'
import { importing } from './import.ts'
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
import { sheet } from './sheet.ts'
import { staff } from './staff.ts'
import { terminal } from './terminal.ts'
import { values } from './values.ts'
import { why } from './why.ts'

/** 简体中文. */
export const zhHans = {
  archive,
  backup,
  calendar,
  change,
  checklist,
  classification,
  entry,
  finding,
  form,
  import: importing,
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
  request,
  sheet,
  staff,
  terminal,
  values,
  why,
}
