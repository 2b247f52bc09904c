import type { Catalog } from '../catalog.ts'

/** Incidents: leaks, losses, damage, disasters. */
export const incident = {
  summary: 'Incidents: enter, report, remedy and close them',
  description:
    'Enters leaks, losses, damage, fire, flood, attacks; says who must be told, and keeps what was done, who is liable, the compensation and who deserves credit. Alone it lists the open ones.',
  incident: 'an incident, such as I3',
  reason: 'why it is entered late',
  keys: {
    incident: 'Incident',
    kind: 'Kind',
    number: 'Number',
    loan: 'Loan',
    status: 'Status',
    suspected: 'Certainty',
    foundOn: 'Found',
    foundBy: 'Found by',
    openedOn: 'Entered',
    openedBy: 'Entered by',
    liable: 'Liable',
    text: 'What happened',
    reports: 'Reports',
    remedies: 'Remedies',
    closedOn: 'Closed',
    result: 'Result',
    liability: 'Liability',
    compensation: 'Compensation (yuan)',
    fromNumber: 'Number before a merge',
    merit: 'Credit',
  },
  status: { open: 'open', closed: 'closed' },
  suspected: 'suspected',
  outside: '(no archive in particular)',
  open: {
    summary: 'Enter an incident',
    description:
      'Enters an incident and says which posts must be told, and by when. It may name an archive or a material; what is only suspected counts, too (S001-27-1).',
    kind: 'kind, such as leak, loss, damage',
    number: 'number of the archive, or number/material; leave it out where none is concerned',
    foundOn: 'day on which it was found; the date of the act if left out',
    by: 'who found it: name or staff number, or the name of an outsider; you, if left out',
    text: 'what happened',
    liable: 'who is liable: name or staff number, or the name of an outsider',
    suspected: 'it is not certain yet',
    done: (incident, kind, what) =>
      `Entered incident ${incident}: ${kind}${what === null ? '' : `, ${what}`}`,
    owed: (posts, dueOn) => `To be told, on ${dueOn} at the latest: ${posts}.`,
  },
  report: {
    summary: 'Enter who was told',
    description:
      'Enters to whom an incident was reported, and when. Whoever tells the holder of a post has told the post.',
    to: 'who was told: a post, or a name or staff number; may be repeated',
    on: 'day of the report; the date of the act if left out',
    done: (incident, to, on) => `${incident} was reported to ${to} on ${on}`,
  },
  remedy: {
    summary: 'Enter what was done about it',
    description: 'Enters what was done about an incident, as often as needed.',
    text: 'what was done',
    on: 'the day of it; the date of the act if left out',
    done: (incident, count) => `Entered remedy ${count} of ${incident}`,
  },
  close: {
    summary: 'Close an incident',
    description:
      'Says what came of it, who is liable, the compensation and who deserves credit. First everybody must have been told whom the policy names.',
    result: 'what came of it',
    liability: 'what was found about liability',
    compensation: 'compensation in yuan',
    merit: 'who deserves credit, and for what (S003-7.5-1)',
    done: (incident) => `Closed ${incident}`,
  },
  list: {
    summary: 'List incidents',
    description:
      'Newest first; those of archives that you may not read are left out. Posts that should have been told already are named.',
    numbers: 'only of these archives',
    open: 'only those that are open',
    kind: 'only of this kind',
    overdue: 'only where a report is overdue',
    none: 'There are no such incidents.',
    count: (count, open) => `${count} in all, ${open} open.`,
  },
  show: {
    summary: 'Show an incident',
    description: 'Shows what happened, who was told, what was done and what came of it.',
  },
  told: (to, on, late) =>
    `${to}: told on ${on}${late > 0 ? ` (${late} ${late === 1 ? 'day' : 'days'} late)` : ''}`,
  owes: (to, dueOn, late) =>
    late > 0
      ? `${to}: not told, ${late} ${late === 1 ? 'day' : 'days'} overdue`
      : `${to}: not told, to be told by ${dueOn}`,
} satisfies Catalog['incident']
