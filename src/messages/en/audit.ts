import type { Because } from '../../domain/duplicates.ts'
import type { Catalog } from '../catalog.ts'
import { auditDuties } from './audit-duties.ts'

const because: Readonly<Record<Because, string>> = {
  identity: 'same identity number',
  businessKey: 'same business key',
  phoneAndName: 'same phone and name',
  name: 'same name',
}
const list = (keys: readonly string[]) => keys.join(', ')

/** Audits, findings and reviews. */
export const audit = {
  summary: 'Audit the archives; list findings and how they are put right',
  description:
    'Goes through the archives that you may read, and the office as a whole, check by check, and compares with the last time: new, standing, fixed. What came of it is kept as an audit (A3). Exits with 10 where an error or a warning stands.',
  check: 'only these checks, such as loan.overdue number.gap',
  severity: 'only this severity and graver ones: error, warning, info, manual',
  sample: 'only so many per cent of the archives, such as 5%',
  seed: 'seed of the sample: the same seed draws the same archives',
  sinceLast: 'only what differs from the last audit: new and fixed',
  period: 'only archives opened in this period: 2025Q1, 2025H1, 2025-03, 2025',
  checks: {
    'archive.required': { title: 'Required values', says: ({ fields }) => `lacks ${list(fields)}` },
    'archive.checklist': {
      title: 'Required documents',
      says: ({ items }) => `lacks documents: ${list(items)}`,
    },
    'value.checksum': {
      title: 'Check digits',
      says: ({ fields }) => `check digit is wrong: ${list(fields)}`,
    },
    'value.shape': {
      title: 'Form of values',
      says: ({ fields }) => `badly written: ${list(fields)}`,
    },
    'value.choice': {
      title: 'Listed values',
      says: ({ fields }) => `not among those that the policy lists: ${list(fields)}`,
    },
    'text.control': {
      title: 'Strange characters',
      says: ({ fields }) => `invisible or unreadable characters in ${list(fields)}`,
    },
    'date.order': {
      title: 'Order of dates',
      says: ({ fields }) => `at odds with other dates, the year or today: ${list(fields)}`,
    },
    'duplicate.likely': {
      title: 'Duplicates',
      says: ({ because: why, other }) => `looks like the customer of ${other} (${because[why]})`,
    },
    'number.gap': {
      title: 'Gaps in numbers',
      says: ({ stem, from, to }) =>
        `${stem} has no ${from === to ? from : `${from} to ${to}`}, and nothing says why`,
    },
    'number.before': {
      title: 'Numbers before this register',
      says: ({ stem, to }) => `1 to ${to} of ${stem} were given out before this register was`,
    },
    'number.width': {
      title: 'Room for numbers',
      says: ({ stem, last, percent }) => `${stem} has come to ${last}: ${percent}% of its width`,
    },
    'loan.overdue': {
      title: 'Overdue loans',
      says: ({ loan, dueOn }) => `L${loan} was due on ${dueOn}`,
    },
    'loan.agreement': {
      title: 'Agreements of borrowers',
      says: ({ loan }) => `the borrower of L${loan} has no agreement that holds`,
    },
    'review.overdue': {
      title: 'Overdue reviews',
      says: ({ dueOn }) => `review was due on ${dueOn}`,
    },
    'opening.late': {
      title: 'Opened late',
      says: ({ firstOn, openedOn }) => `first contact on ${firstOn}, opened on ${openedOn}`,
    },
    'contacts.few': {
      title: 'Contacts',
      says: () => 'an important customer with too few contacts',
    },
    'secret.apart': { title: 'Kept apart', says: () => 'must lie apart, and does not' },
    'secret.keeper': { title: 'Keepers', says: () => 'where it lies there is no keeper' },
    'secrecy.over': {
      title: 'Secrecy over',
      says: ({ until }) => `its level lasted until ${until}`,
    },
    'retention.over': {
      title: 'Retention over',
      says: ({ until }) => `was to be kept until ${until}, and nothing was decided since`,
    },
    'approval.paper': {
      title: 'Approved on paper',
      says: ({ request, step }) =>
        `step ${step} of R${request} was entered from a paper form, not by whoever decided`,
    },
    'verify.self': { title: 'Verified by oneself', says: () => 'verified by whoever collected it' },
    backdated: {
      title: 'Entered late',
      says: ({ seq, effectiveOn, enteredOn }) =>
        `entry ${seq} of the journal is dated ${effectiveOn} and was made on ${enteredOn}`,
    },
    'journal.intact': {
      title: 'Journal',
      says: ({ seq }) => `entry ${seq} of the journal is not as it was entered`,
    },
    'file.fixity': {
      title: 'Fixity of files',
      says: ({ material }) => `the file of material ${material} is not as it was registered`,
    },
    'file.intact': { title: 'Archive file', says: () => 'the archive file is damaged' },
    'row.damaged': { title: 'Records', says: () => 'the record is damaged and cannot be read' },
    'row.orphan': {
      title: 'Orphans',
      says: ({ table, count }) => `${count} rows of ${table} belong to no archive`,
    },
    'incident.report': {
      title: 'Reports of incidents',
      says: ({ incident, dueOn }) => `I${incident} was to be reported by ${dueOn}`,
    },
    'handover.missing': {
      title: 'lacking at a handover',
      says: ({ handover, item, missing }) =>
        `item ${item} of handover H${handover} was ${missing ? 'missing' : 'incomplete'}`,
    },
    'request.expired': {
      title: 'Expired requests',
      says: ({ request, expiresOn }) => `R${request} expired on ${expiresOn} and is not settled`,
    },
    'card.behind': { title: 'Cards', says: () => 'the card on paper is behind the archive' },
    'place.wrong': {
      title: 'Places',
      says: () => 'lies where it should not, or nobody knows where',
    },
    'inspection.item': {
      title: 'inspection of the store-room',
      says: ({ inspection: id, item, place }) =>
        `${item}: bad${place === null ? '' : ` at ${place}`} (I${id})`,
    },
    'inspection.overdue': { title: 'overdue inspection', says: ({ dueOn }) => `due by ${dueOn}` },
    'repair.overdue': {
      title: 'overdue repair',
      says: ({ repair, dueOn }) => `P${repair} was due by ${dueOn}`,
    },
    'stocktake.missing': {
      title: 'missing in a stocktake',
      says: ({ stocktake: id }) => `missing from its shelf (C${id})`,
    },
    'stocktake.misplaced': {
      title: 'misplaced in a stocktake',
      says: ({ stocktake: id, at }) => `seen at ${at}, not where the register has it (C${id})`,
    },
    'stocktake.stray': {
      title: 'unknown numbers in a stocktake',
      says: ({ stocktake: id, count }) =>
        `${count} unknown or void numbers on the shelves (C${id})`,
    },
    'stocktake.purged': {
      title: 'destroyed, and yet there',
      says: ({ stocktake: id, count }) =>
        `${count} on the shelves that ought to be destroyed (C${id})`,
    },
    'stocktake.overdue': { title: 'overdue stocktake', says: ({ dueOn }) => `due by ${dueOn}` },
    ...auditDuties,
    'manual.readable': {
      title: 'Files can be read',
      says: () => 'open some of the files and note what came of it',
    },
    'manual.virus': {
      title: 'Viruses',
      says: () => 'scan this machine and its media for viruses and note what came of it',
    },
    'manual.media': {
      title: 'Media of backups',
      says: () => 'look at the media of backups, read them, and note what came of it',
    },
  },
  severities: { error: 'error', warning: 'warning', info: 'info', manual: 'manual' },
  status: { new: 'new', standing: 'standing', resolved: 'resolved', fixed: 'fixed' },
  keys: {
    finding: 'Finding',
    check: 'Check',
    severity: 'Severity',
    number: 'Number',
    message: 'What',
    clause: 'Clause',
    items: 'DA/T 70',
    dueOn: 'Due',
    status: 'Status',
    foundOn: 'Found',
    owner: 'Who',
    resolvedOn: 'Resolved',
    resolvedBy: 'Resolved by',
    note: 'Note',
    fix: 'Remedy',
    audit: 'Audit',
    runOn: 'Date',
    runBy: 'By',
    archives: 'Archives',
    hidden: 'Not readable',
    new: 'New',
    standing: 'Standing',
    fixed: 'Fixed',
    signedOn: 'Signed',
    signedBy: 'Signed by',
    title: 'Title',
  },
  office: 'the office',
  running: (archives) => `${archives} archives`,
  ran: (name, archives, found) =>
    found === 0
      ? `${name}: ${archives} archives, nothing found.`
      : `${name}: ${archives} archives, ${found} findings.`,
  compared: (fresh, standing, fixed) => `${fresh} new, ${standing} standing, ${fixed} fixed.`,
  hidden: (count) => `${count} more archives you may not read; they were not audited.`,
  unkept:
    'The archive file cannot be written to: the audit is not kept, nor compared with the last.',
  next: (finding) =>
    `Next: dangan audit findings --open; once put right: dangan audit resolve ${finding} --note …`,
  list: {
    summary: 'List audits',
    description: 'The newest first: what each went through, how much it found, and who signed it.',
    none: 'There has been no audit yet.',
  },
  checksList: {
    summary: 'List the checks and their clauses',
    description:
      'The code of each check, its severity, the items of DA/T 70-2018 that it answers, and its clauses.',
  },
  show: {
    summary: 'Show what an audit found',
    description: 'What that audit found or saw to be fixed, as it stands now.',
    audit: 'an audit, such as A3',
  },
  sign: {
    summary: 'Sign an audit',
    description:
      'Somebody other than the auditor answers for it; whoever is alone signs for themselves. An audit is signed once.',
    note: 'a remark',
    done: (name, by) => `${by} signed ${name}`,
  },
  findings: {
    summary: 'List findings and how they stand',
    description:
      'What all audits found, the gravest first. A finding is fixed once an audit does not find it any more.',
    open: 'only those that are not put right',
    owner: 'only those of this person',
    none: 'Nothing was found.',
    count: (count) => `${count} in all.`,
  },
  finding: 'findings, such as F3',
  resolve: {
    summary: 'Say that a finding has been put right',
    description:
      'Says how it was put right. The next audit looks again, and opens it anew where it still finds it.',
    note: 'how it was put right',
    done: (finding) => `${finding} is resolved; the next audit will look again`,
  },
  reopen: {
    summary: 'Open a resolved finding again',
    description: 'Opens it at once where it was not put right, without waiting for the next audit.',
    note: 'why',
    done: (finding) => `${finding} is open again`,
  },
  assign: {
    summary: 'Say who puts a finding right, and until when',
    description: 'Where no day is given, the term of the policy stands.',
    to: 'who puts it right',
    due: 'until when',
    done: (finding, to, due) => `${to} puts ${finding} right${due === null ? '' : ` by ${due}`}`,
  },
  review: {
    summary: 'Open a round of reviews, listed by who is responsible',
    description:
      'A round is opened once for a period, with every archive that is to be reviewed by its end, in the order of those responsible. Called again, it lists what has not been reviewed yet.',
    period: 'the period, such as 2025Q3',
    all: 'also those that have been reviewed',
    opened: (period, count) => `Opened the reviews of ${period}: ${count} archives.`,
    count: (left, all) => `${left} of ${all} are still to be reviewed.`,
    hidden: (count) => `${count} more you may not read.`,
  },
  confirm: {
    summary: 'Enter that archives were reviewed; reckon the next review',
    description:
      'What it says was looked through again. The next review is reckoned from today by the cycles of the policy; the strictest wins.',
    numbers: 'numbers of archives; - reads them from standard input',
    withCustomer: 'the customer confirmed what it says',
    reason: 'why it is entered late',
    done: (number, next) => `${number} is reviewed${next === null ? '' : `; next on ${next}`}`,
  },
  reviewKeys: {
    round: 'Period',
    number: 'Number',
    name: 'Name',
    owner: 'Responsible',
    dueOn: 'Due',
    confirmedOn: 'Reviewed',
    confirmedBy: 'By',
    withCustomer: 'With customer',
    lateDays: 'Late (days)',
  },
  yes: 'yes',
  due: {
    summary: 'List everything that is due, by date',
    description:
      'One list, by date, of everything that wants doing: returns, reviews, requests, reports of incidents, rectifications, handovers, trainings, appeals, agreements, secrecy and retention that end, verification, open consultations, copies, backups, audits, calendars. Exits with 10 where something is due.',
    within: 'also what falls due within so many days (0 if left out)',
    none: 'Nothing is due.',
    count: (count) => `${count} in all.`,
    keys: {
      due: 'Due',
      kind: 'Kind',
      number: 'Number',
      what: 'What',
      who: 'Who',
      count: 'Count',
      next: 'Next',
    },
    kinds: {
      loan: 'return',
      review: 'review',
      request: 'request',
      incident: 'incident',
      rectification: 'rectification',
      handover: 'handover',
      training: 'training',
      violation: 'appeal',
      agreement: 'agreement',
      inspection: 'inspection',
      stocktake: 'stocktake',
      repair: 'repair',
      secrecy: 'secrecy',
      retention: 'retention',
      verification: 'verification',
      hold: 'hold ends',
      consultation: 'open consultation',
      permit: 'copies out',
      disposal: 'unfinished disposal',
      backup: 'backup',
      audit: 'audit',
      calendar: 'calendar',
    },
    what: {
      loan: (id) => `${id} comes back`,
      review: (count) => (count === 1 ? 'review' : `${count} reviews`),
      request: (id) => `${id} waits`,
      incident: (id) => `${id} is to be reported`,
      rectification: (title, count) => (count === 1 ? title : `${title}: ${count}`),
      handover: (id) => `${id} to be handed over`,
      training: (id) => `${id} to be repeated`,
      violation: (id) => `appeal against ${id} to be decided`,
      agreement: (id) => `${id} ends; to be signed anew`,
      inspection: (id) => (id === null ? 'inspection, not opened yet' : `inspection ${id}`),
      stocktake: (id) => (id === null ? 'stocktake, not opened yet' : `stocktake ${id}`),
      repair: (id) => `repair ${id}`,
      secrecy: (count) => (count === 1 ? 'secrecy ends' : `secrecy of ${count} ends`),
      retention: (count) => (count === 1 ? 'retention ends' : `retention of ${count} ends`),
      many: (count: number) => `${count} of them`,
      verification: (count: number) => (count === 1 ? 'to be verified' : `${count} to be verified`),
      hold: (id: string) => `${id} ends; the archive may be destroyed from then on`,
      consultation: (id: string) => `${id} is still open: give back and sign`,
      permit: (id: string) => `copies of ${id} are not accounted for`,
      disposal: (id: string) => `${id} was interrupted and must be finished`,
      backup: 'a backup is due',
      audit: 'an audit of everything is due',
      calendar: (year: number) => `the working days of ${year} are not known`,
    },
  },
} satisfies Catalog['audit']
