import { agreement } from './agreement.ts'
import { archive } from './archive.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { calendar } from './calendar.ts'
import { change } from './change.ts'
import { checklist } from './checklist.ts'
import { classification } from './classification.ts'
import { consultation } from './consultation.ts'
import { daily } from './daily.ts'
import { disposal } from './disposal.ts'
import { doctor } from './doctor.ts'
import { entry } from './entry.ts'
import { form } from './form.ts'
import { finding } from './finding.ts'
import { handover } from './handover.ts'
import { hold } from './hold.ts'
import { importing } from './import.ts'
import { incident } from './incident.ts'
import { inspection } from './inspection.ts'
import { keys } from './keys.ts'
import { material } from './material.ts'
import { merging } from './merging.ts'
import { loan } from './loan.ts'
import { log } from './log.ts'
import { office } from './office.ts'
import { packaging } from './package.ts'
import { permit } from './permit.ts'
import { place } from './place.ts'
import { policy } from './policy.ts'
import { program } from './program.ts'
import { refusals } from './refusals.ts'
import { report } from './report.ts'
import { request } from './request.ts'
import { restore } from './restore.ts'
import { signature } from './signature.ts'
import { secrecy } from './secrecy.ts'
import { sheet } from './sheet.ts'
import { supervision } from './supervision.ts'
import { staff } from './staff.ts'
import { stocktake } from './stocktake.ts'
import { terminal } from './terminal.ts'
import { values } from './values.ts'
import { why } from './why.ts'

/** 简体中文. */
export const zhHans = {
  archive,
  finding,
  keys,
  program,
  terminal,
  // read when they are first looked at: most commands need two or three of them
  get agreement() {
    return agreement
  },
  get audit() {
    return audit
  },
  get backup() {
    return backup
  },
  get calendar() {
    return calendar
  },
  get change() {
    return change
  },
  get checklist() {
    return checklist
  },
  get classification() {
    return classification
  },
  get consultation() {
    return consultation
  },
  get daily() {
    return daily
  },
  get disposal() {
    return disposal
  },
  get doctor() {
    return doctor
  },
  get entry() {
    return entry
  },
  get form() {
    return form
  },
  get handover() {
    return handover
  },
  get hold() {
    return hold
  },
  get import() {
    return importing
  },
  get incident() {
    return incident
  },
  get inspection() {
    return inspection
  },
  get material() {
    return material
  },
  get merging() {
    return merging
  },
  get loan() {
    return loan
  },
  get log() {
    return log
  },
  get office() {
    return office
  },
  get package() {
    return packaging
  },
  get permit() {
    return permit
  },
  get place() {
    return place
  },
  get policy() {
    return policy
  },
  get refusals() {
    return refusals
  },
  get report() {
    return report
  },
  get request() {
    return request
  },
  get restore() {
    return restore
  },
  get signature() {
    return signature
  },
  get secrecy() {
    return secrecy
  },
  get sheet() {
    return sheet
  },
  get staff() {
    return staff
  },
  get stocktake() {
    return stocktake
  },
  get supervision() {
    return supervision
  },
  get values() {
    return values
  },
  get why() {
    return why
  },
}
