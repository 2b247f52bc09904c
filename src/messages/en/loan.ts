/** Loans. */
export const loan = {
  summary: 'List what is out on loan',
  description:
    'Lists what is out, by due day. --overdue only what is late, --due-within what is due within some days (late ones included), --all also what came back. recall asks back what somebody waits for.',
  statuses: { out: 'out', returned: 'returned', lost: 'lost' },
  conditions: { intact: 'intact', damaged: 'damaged', incomplete: 'incomplete', lost: 'lost' },
  outTo: (borrower: string, dueOn: string, loan: string, late: number) =>
    `${borrower}, due ${dueOn} (${loan})${late > 0 ? `, ${late} ${late === 1 ? 'day' : 'days'} late` : ''}`,
  keys: {
    loan: 'loan',
    request: 'request',
    number: 'archive',
    borrower: 'borrower',
    unit: 'unit',
    status: 'status',
    lentOn: 'lent',
    dueOn: 'due',
    returnedOn: 'returned',
    renewals: 'renewals',
    overdueDays: 'days late',
    calendar: 'calendar',
    calendarVersion: 'calendar version',
    provisional: 'provisional',
    recalledOn: 'recalled',
    agreement: 'agreement',
    items: 'materials',
  },
  list: {
    overdue: 'only what is late',
    dueWithin: 'what is due within so many days (late ones included)',
    borrower: 'only what this person has',
    number: 'only of this archive',
    all: 'also what came back',
    none: 'Nothing is out.',
  },
  provisional: (day: string) =>
    `The due day ${day} is provisional: the working days of that year are not published yet. Once they are: dangan policy calendar import <file>.`,
  noAgreement: (who: string, kind: string, source: readonly string[], command: string) =>
    `${who} has no ${kind} that holds${source.length > 0 ? ` (${source.join(', ')})` : ''}. Once signed: ${command}`,
  borrow: {
    summary: 'Lend an archive or some of its materials',
    description:
      'Lends a whole archive, or with number/material some of its materials. Where the policy wants approval, makes the request and says who approves; once approved, the same line, or borrow R12, lends it. Due after the term of the policy; --due may be sooner.',
    numbers: 'archives, number/material, or approved requests; - reads them from stdin',
    due: 'due day; without it the term of the policy',
    agreement: 'number of the loan agreement that was signed',
    queue: 'wait in line for what is out',
    reason: 'why it is entered late',
    done: (names: string, who: string, due: string, loan: string) =>
      `Lent ${names} to ${who}, due ${due} (${loan})`,
    next: (back: string, slip: string) => `Back: ${back}; slip: ${slip}`,
    applied: 'This needs approval first; the request is made:',
    queued: 'Waiting in line:',
  },
  renew: {
    summary: 'Renew a loan',
    description:
      'Prolongs a loan before it is due, as often and as long as the policy says; not while somebody waits for it. Where the policy wants approval, makes the request; once approved, the same line or renew R15 renews.',
    numbers: 'archives, loans (L12) or approved requests to renew',
    due: 'new due day; without it the term of the policy',
    reason: 'why',
    done: (names: string, due: string, times: number) =>
      `Renewed ${names} until ${due} (renewal ${times})`,
  },
  return: {
    summary: 'Take back and inspect what is out',
    description:
      'Takes back an archive or some of its materials, cancels it from the register and says where it goes. At a terminal it asks how each thing came back; elsewhere intact, unless said otherwise.',
    numbers: 'archives, number/material, or loans (L12)',
    condition: 'how it came back: intact, damaged, incomplete, lost',
    pages: 'pages counted; fewer than were lent make it incomplete',
    remark: 'what was seen',
    liable: 'who is liable',
    reason: 'why it is entered late',
    ask: (name: string, title: string | null, pages: number | null) =>
      `How did ${name}${title === null ? '' : ` ${title}`}${pages === null ? '' : ` (${pages} pages)`} come back?`,
    done: (names: string, who: string, loan: string) => `${who} returned ${names} (${loan})`,
    lost: (names: string, who: string, loan: string) =>
      `${names} lost by ${who}; the loan is closed (${loan})`,
    counted: (condition: string, pages: number, counted: number) =>
      `${condition} (${pages} pages lent, ${counted} counted)`,
    late: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
    harmed: (name: string, condition: string, remark: string | null) =>
      `  ${name}: ${condition}${remark === null ? '' : `, ${remark}`}`,
    incident: (incident: string, command: string) => `  Incident ${incident} opened: ${command}`,
    stillOut: (names: string, count: number) => `  ${names}: ${count} still out`,
    place: (number: string, location: string | null) =>
      location === null
        ? `${number} has no place yet: dangan locate ${number} --next`
        : `Put it back to ${location}`,
    waits: (who: string, request: string, status: string, command: string) =>
      `${who} is next in line (${request}, ${status}): ${command}`,
  },
  recall: {
    summary: 'Ask a loan back sooner',
    description:
      'When somebody waits: due sooner, but never before the time that the policy guarantees.',
    done: (names: string, who: string, due: string, loan: string) =>
      `Recalled ${names} from ${who}, due ${due} (${loan})`,
  },
}
