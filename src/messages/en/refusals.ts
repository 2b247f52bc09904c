import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { auditRefusals } from './audit-refusals.ts'
import { calendarRefusals } from './calendar-refusals.ts'
import { custodyRefusals } from './custody-refusals.ts'
import { inspectionRefusals } from './inspection-refusals.ts'
import { disposalRefusals } from './disposal-refusals.ts'
import { fileRefusals } from './file-refusals.ts'
import { handoverRefusals } from './handover-refusals.ts'
import { importRefusals } from './import-refusals.ts'
import { hiddenArchive, keyLabel, keys } from './keys.ts'
import { materialRefusals } from './material-refusals.ts'
import { officeRefusals } from './office-refusals.ts'
import { placeRefusals } from './place-refusals.ts'
import { reportRefusals } from './report-refusals.ts'
import { secrecyRefusals } from './secrecy-refusals.ts'
import { policyProblem } from './policy-problems.ts'
import { changeRefusals } from './change-refusals.ts'
import { consultingRefusals } from './consulting-refusals.ts'
import { trustRefusals } from './trust-refusals.ts'
import { supervisionRefusals } from './supervision-refusals.ts'
import { useRefusals } from './use-refusals.ts'
import { signatureRefusals } from './signature-refusals.ts'
import { valueText } from './values.ts'
import { workbookRefusals } from './workbook-refusals.ts'

const because = {
  identity: 'same identity number',
  businessKey: 'same business number',
  phoneAndName: 'same phone and name',
  name: 'same name',
}
const matters = {
  loan: 'loans',
  request: 'pending requests',
  consultation: 'a consultation',
  material: 'materials',
  merged: 'a merge on record',
  hold: 'holds',
  incident: 'incidents',
  handover: 'a handover',
}
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${suggestion}?`
const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const statuses = (needs: readonly (keyof typeof keys.status)[]): string =>
  needs.map((status) => keys.status[status]).join(' or ')

type Candidate = RefusalFacts['person.ambiguous']['candidates'][number]

/** `3 王强 (客服部)` */
const person = ({ staff, name, department }: Candidate): string =>
  `${staff} ${name} (${department ?? '—'})`

/** What happened, why, and what to do. */
export const refusals = {
  ...fileRefusals,
  ...officeRefusals,
  ...materialRefusals,
  ...placeRefusals,
  ...reportRefusals,
  ...secrecyRefusals,
  ...useRefusals,
  ...consultingRefusals,
  ...calendarRefusals,
  ...custodyRefusals,
  ...disposalRefusals,
  ...handoverRefusals,
  ...supervisionRefusals,
  ...changeRefusals,
  ...signatureRefusals,
  ...workbookRefusals,
  ...trustRefusals,

  'usage.missing': ({ options }) =>
    `Missing: ${options.join(', ')}. At a terminal you are asked; elsewhere give them on the command line.`,
  'usage.bad-option': ({ option, value, choices, suggestion }) =>
    `${option} cannot be "${value}".${orElse(suggestion)} Choices: ${choices.join(', ')}.`,
  'usage.unknown-field': ({ field, suggestion, fields }) =>
    `There is no field ${field}.${orElse(suggestion)} Fields: ${fields.join(', ')}.`,
  'usage.confirm': ({ command }) =>
    `${command} needs confirmation. Away from a terminal add --yes.`,
  'usage.dry-reading': ({ count }) =>
    `The policy wants the reading of ${count} of these entered in the journal before they are shown, and --dry-run writes nothing: nothing is shown. Leave out --dry-run.`,
  'usage.together': ({ options }) => `${options.join(' and ')} cannot be used together.`,

  'archive.missing': ({ number, suggestion }) =>
    `No archive has the number ${number}.${orElse(suggestion)} Look it up: dangan find <words>.`,
  'archive.ambiguous': ({ number, candidates }) =>
    `${number} may mean several archives: ${candidates.join(', ')}. Write more of the number.`,
  'number.taken': ({ number }) =>
    `The number ${number} belongs to another archive; numbers are never used twice (S002-2.3-2).`,
  'number.void': ({ number, reason }) =>
    `The number ${number} is void${reason === null ? '' : ` (${reason})`}; void numbers are never used again.`,
  'number.foreign': ({ number, pattern }) =>
    `The number ${number} does not fit the pattern ${pattern} (S002-3.2-1). Correct it, or keep it as it is: --foreign-number.`,
  'number.disagrees': ({ number, key, said, expected }) =>
    `The number ${number} says ${keyLabel(key)} ${said}, but the archive says ${expected || 'nothing'}. They must agree (S002-3.2-1).`,
  'number.unchanged': ({ number }) =>
    `Type, year and organisation code of ${number} are unchanged: it needs no new number.`,

  'value.bad': ({ problems }) =>
    problems
      .map(({ key, label, value, invalid }) =>
        value === ''
          ? `${label?.en ?? keyLabel(key)}: ${valueText(invalid)}`
          : `${label?.en ?? keyLabel(key)} "${value}": ${valueText(invalid)}`,
      )
      .join('\n'),
  'version.stale': ({ number, expected, actual }) =>
    `${number} is at version ${actual}, not ${expected}: somebody changed it first. Look: dangan show ${number} --history.`,
  'version.missing': ({ number, version, versions }) =>
    `${number} has no version ${version}, only 1 to ${versions}.`,
  'version.erased': ({ number, version }) =>
    `The details of ${number} version ${version} were destroyed and cannot be brought back.`,
  'version.merged': ({ number, version, merged }) =>
    `Version ${version} of ${number} is older than the merge of ${merged}; going back to it would lose what came in. Undo the merge first: dangan merge --undo ${merged}.`,
  'identity.taken': ({ number, holder, because: key }) =>
    holder === null
      ? `${number} cannot be changed so: ${because[key]} as an archive above your clearance, and a customer has only one archive (S002-2.3-2). Ask somebody who is cleared.`
      : `${number} cannot be changed so: ${because[key]} as ${holder}, and a customer has only one archive (S002-2.3-2). The same customer: dangan merge ${number} --into ${holder}.`,
  'duplicate.likely': ({ name, candidates }) =>
    [
      `"${name}" may have an archive already, and a customer has only one (S002-2.3-2):`,
      ...candidates.map(
        (it) =>
          `  ${it.number === null ? hiddenArchive : `${it.number} ${it.name}`} (${because[it.because]})`,
      ),
      'Another customer: add --duplicate add. The same one: dangan update <number>.',
    ].join('\n'),
  'status.wrong': ({ number, status, needs }) =>
    `${number} is ${keys.status[status]}; this can be done only while it is ${statuses(needs)}.`,
  'verify.own': ({ number, staff }) =>
    `${staff} collected ${number}, so another person must verify it (S000-4.2-1): --as <name>.`,
  'void.used': ({ number, because: uses }) =>
    `${number} cannot be made void; it has ${uses.map((it) => matters[it]).join(', ')} (S002-2.3-2). It can be closed: dangan update ${number} --close.`,
  'merge.self': ({ number }) => `${number} cannot be merged with itself.`,
  'merge.other-type': ({ number, into, types }) =>
    `${number} and ${into} are of different types (${types.join(', ')}) and cannot be merged. Make them one type first: dangan classify.`,
  'merge.open': ({ number, because: open }) =>
    `${number} still has ${open.map((it) => matters[it]).join(', ')} and cannot be merged. Settle them first.`,
  'merge.undo-blocked': ({ number, because: cause }) =>
    ({
      destroyed: `The merge cannot be undone: the archive that ${number} went into was destroyed.`,
      changed: `The merge cannot be undone: its contents have changed since, and ${number} cannot be taken out as it was.`,
      held: `The merge cannot be undone: a hold placed since stands on both, and one of them would lose it. Release it first (dangan release <hold>), undo the merge, then hold each.`,
      'merged-again': `The archive that ${number} went into was itself merged later. Undo the later merge first.`,
      'not-merged': `${number} is not a former number that came from a merge.`,
    })[cause],

  'entry.missing': ({ entry }) =>
    `There is no entry ${entry}, or you are not cleared for it. See: dangan note list <number>.`,
  'entry.stale': ({ entry, expected, actual }) =>
    `Entry ${entry} is at version ${actual}, not ${expected}: somebody corrected it first. See: dangan note show ${entry} --history.`,

  'date.future': ({ date, today }) =>
    `${date} has not come yet (today is ${today}); nothing is recorded before it happens.`,
  'date.before-last-act': ({ number, date, lastAct }) =>
    `The last act on ${number} was on ${lastAct}; nothing can be dated ${date} any more.`,
  'date.before-formed': ({ number, date, formedOn }) =>
    `${number} was formed on ${formedOn} and cannot have ended before that, on ${date}. Correct --on; if the date of forming is wrong: --formed-on.`,
  'date.back-too-far': ({ date, today, days, source }) =>
    `${date} is more than ${days} days before today (${today}). Say why: --reason <reason>${clauses(source)}.`,

  'person.unbound': ({ account }) =>
    `The system account ${account} belongs to no staff member: it may read unclassified archives and write nothing. Ask the archivist: dangan staff add <name> --account ${account}.`,
  'person.missing': ({ staff, suggestion }) =>
    `There is no staff member "${staff}".${orElse(suggestion)} List them: dangan staff list.`,
  'person.ambiguous': ({ staff, candidates }) =>
    `"${staff}" may mean several people: ${candidates.map(person).join(', ')}. Give the staff number.`,
  'person.left': ({ staff, leftOn }) => `${staff} left on ${leftOn} and cannot act.`,
  'person.account-taken': ({ account, staff }) =>
    `The account ${account} already belongs to ${staff}; an account belongs to one person.`,
  'person.not-cleared': ({ number, secrecy, clearance }) =>
    `${number} is ${keys.secrecy[secrecy]}, and you are cleared up to ${keys.secrecy[clearance]} (S001-22). Ask somebody who is cleared.`,
  'policy.silent': ({ section, source }) =>
    `The policy in force has no section "${section}"${clauses(source)}. Add it: dangan policy upgrade.`,
  'policy.bad': ({ path, problems }) =>
    [
      `The policy file ${path} cannot be used:`,
      ...problems.map((problem) => `  ${policyProblem(problem)}`),
    ].join('\n'),

  ...importRefusals,
  ...auditRefusals,
  ...inspectionRefusals,
} satisfies { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string }
