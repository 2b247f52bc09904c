import type { Catalog } from '../catalog.ts'

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`

/** Handovers between people, and of departments to the archive. */
export const handover = {
  summary: 'Handovers: list, check, sign and take over',
  description:
    'When somebody leaves or gets another post, or a department delivers to the archive: lists by itself what they answer for (archives, loans, requests, findings, reviews, places), item by item, to be checked and signed by three people before the receiver takes it over (S003-5.5-1, S003-15.4). Alone it lists the open ones.',
  handover: 'a handover, such as H1',
  reason: 'why it is entered late',
  keys: {
    handover: 'Handover',
    because: 'Because',
    from: 'From',
    to: 'To',
    department: 'Department',
    status: 'Status',
    openedOn: 'Opened',
    giveBy: 'To be given by',
    receiveBy: 'To be received by',
    dueOn: 'Due',
    lateDays: 'Days late',
    items: 'Items',
    unanswered: 'Unchecked',
    lacking: 'Lacking',
    signatures: 'Signatures',
    extensions: 'Extensions',
    endedOn: 'Ended',
    hidden: 'Not shown',
  },
  itemKeys: {
    item: 'No.',
    kind: 'Kind',
    number: 'Number',
    what: 'What',
    count: 'Count',
    pages: 'Pages',
    state: 'Checked',
    note: 'Note',
  },
  status: { open: 'open', closed: 'closed', withdrawn: 'withdrawn' },
  because: { leave: 'leaves', transfer: 'other post', department: 'department' },
  roles: { giver: 'giver', receiver: 'receiver', supervisor: 'supervisor' },
  kinds: {
    archive: 'archive',
    material: 'material kept apart',
    loan: 'loan',
    request: 'request',
    finding: 'finding',
    review: 'review',
    place: 'place',
  },
  answers: {
    found: 'as listed',
    incomplete: 'incomplete',
    missing: 'missing',
    takenOver: 'taken over',
  },
  settled: 'settled',
  open: {
    summary: 'Open a handover',
    description:
      'Lists all that the giver answers for: their archives with page counts, certificates kept apart, what is lent to them, requests, findings and reviews that are open, places that they keep. With numbers it is of those archives only. Deadlines are reckoned in the working days of the policy.',
    numbers: 'only these archives; all, if left out',
    from: 'who hands over: name or staff number',
    to: 'who takes over: name or staff number',
    because: 'why: leave, transfer, department (leave, if left out)',
    department:
      'the department that hands over: archives of its people go to the archive to be kept, their owners stay',
    allOf: 'of a department: only archives that this person owns; may be repeated',
    done: (it, from, to, items) =>
      `Opened handover ${it}: from ${from} to ${to}, ${items} ${items === 1 ? 'item' : 'items'}`,
    deadlines: (giveBy, receiveBy) =>
      `To be given by ${giveBy}, checked and received by ${receiveBy}.`,
    hidden: (count) =>
      `${count} more that you may not see ${count === 1 ? 'is' : 'are'} not on the list; somebody who may must hand ${count === 1 ? 'it' : 'them'} over (S001-22).`,
  },
  item: {
    summary: 'Check items off',
    description:
      'Says whether items of the list are there. What is missing or has fewer pages needs a note, and becomes a finding once the handover is closed. What is lent to somebody who leaves must come back or be taken over (--take-over). Once the receiver has signed nothing changes any more; what turns up later can still be entered.',
    items: 'numbers on the list',
    all: 'all that are unchecked are as listed',
    missing: 'it was not there',
    pages: 'pages that were there',
    takeOver: 'the receiver goes on with the loan',
    note: 'what there is to say',
    done: (it, items, word, left) =>
      `${it}, item ${items}: ${word}${left > 0 ? `; ${left} still to be checked` : '; all checked'}`,
    none: (it) => `Nothing of ${it} is unchecked.`,
  },
  sign: {
    summary: 'Enter a signature',
    description:
      'Giver, receiver and supervisor sign once each, and are three different people. Each signs from an account of their own, or on paper (--form with the number of the list). Receiver and supervisor sign once every item has been checked.',
    role: 'as giver, receiver or supervisor; told from the person, if left out',
    by: 'who signs: name or staff number; you, if left out',
    form: 'number of the paper list that was signed',
    done: (it, role, by, left) =>
      `${it} is signed by the ${role}, ${by}${left === '' ? '; all three have signed' : `; still to sign: ${left}`}`,
  },
  extend: {
    summary: 'Give more time',
    description:
      'For a reason, with the consent of a post that the policy names, there is more time (S003-15.4-9).',
    days: 'how many days, in the unit of the policy',
    reason: 'why',
    by: 'who consents: name or staff number; you, if left out',
    form: 'number of the paper form that they signed',
    done: (it, giveBy, receiveBy) =>
      `${it} has more time: to be given by ${giveBy}, received by ${receiveBy}`,
  },
  close: {
    summary: 'Close a handover',
    description:
      'Once all is checked and signed by three: the receiver becomes owner of the archives, keeper of the places and papers, and answers for findings and reviews; each change is in the journal. Of a department only the keeping passes, owners stay.',
    done: (it, count, to) =>
      `Closed ${it}: ${to} takes over ${count} ${count === 1 ? 'item' : 'items'}`,
    withdrawn: (requests) => `Open requests of whoever leaves are withdrawn: ${requests}.`,
    lacking: (count) =>
      `${count} ${count === 1 ? 'item is' : 'items are'} lacking and now a finding, for which the giver answers.`,
  },
  withdraw: {
    summary: 'Withdraw a handover',
    description: 'It does not take place, or was listed wrongly: all stays as it is.',
    reason: 'why',
    done: (it) => `Withdrew ${it}`,
  },
  list: {
    summary: 'List handovers',
    description: 'Newest first, all of them; with --open those that have not ended.',
    open: 'only those that have not ended',
    of: 'only those that this person gives or receives',
    none: 'There are no such handovers.',
  },
  show: {
    summary: 'Show a handover',
    description:
      'Shows the list, what was checked, signatures and extensions. Archives that you may not read are left out and counted.',
  },
  signed: (role, by, on, form) => `${role} ${by}, ${on}${form === null ? '' : `, paper ${form}`}`,
  unsigned: (role) => `${role}: not signed`,
  extended: (days, by, reason) =>
    `${days} ${days === 1 ? 'day' : 'days'}, with the consent of ${by}: ${reason}`,
  state: (answer, pages) =>
    pages === null ? answer : `${answer}, ${pages} ${pages === 1 ? 'page' : 'pages'} there`,
  told: (it, from, to) => `${it} ${from} → ${to}`,
  duties: (it) =>
    [
      counted(it.archives, 'archive', 'archives'),
      counted(it.materials, 'material kept apart', 'materials kept apart'),
      counted(it.loans, 'loan', 'loans'),
      counted(it.requests, 'open request', 'open requests'),
      counted(it.findings, 'finding', 'findings'),
      counted(it.reviews, 'round of reviews', 'rounds of reviews'),
      counted(it.places, 'place', 'places'),
    ]
      .filter((part) => part !== '')
      .join(', '),
  leaving: (name, duties, open) =>
    `${name} still answers for ${duties}. Hand that over (S003-5.5-1): ${open === null ? `dangan handover open --from ${name} --to <receiver>` : `dangan handover close ${open}`}.`,
  form: {
    summary: 'The list of a handover',
    description:
      'Prints the list: each item with its number, name, count and pages and room to tick it off, and boxes for the signatures of giver, receiver and supervisor (S003-15.4-2, S003-15.4-3, S003-15.5-3).',
    handovers: 'handovers, such as H1; - reads them from standard input',
    title: 'Handover list',
    copies: (count) => `In ${count} ${count === 1 ? 'copy' : 'copies, one for each party'}.`,
    facts: {
      because: 'Because',
      openedOn: 'Opened',
      from: 'From',
      to: 'To',
      department: 'Department',
      giveBy: 'To be given by',
      receiveBy: 'To be received by',
    },
    columns: {
      no: 'No.',
      kind: 'Kind',
      number: 'Number',
      what: 'Name, contents',
      count: 'Count',
      pages: 'Pages',
      checked: 'Checked',
      note: 'Note',
    },
    total: (items, pages) =>
      `${items} ${items === 1 ? 'item' : 'items'}, ${pages} ${pages === 1 ? 'page' : 'pages'} in all.`,
    hidden: (count) => `${count} more not shown.`,
    signs: {
      giver: 'Giver: all of the above was handed over',
      receiver: 'Receiver: checked item by item and received',
      supervisor: 'Supervisor: was present',
    },
  },
} satisfies Catalog['handover']
