import type { Catalog } from '../catalog.ts'
import { auditChecks } from './audit-checks.ts'
import { due } from './due.ts'

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
  checks: auditChecks,
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
  due,
} satisfies Catalog['audit']
