import type { Catalog } from '../catalog.ts'

const results = {
  missing: 'missing',
  misplaced: 'misplaced',
  onLoan: 'on loan',
  moved: 'moved away',
  merged: 'merged',
  present: 'present',
  purged: 'destroyed',
  void: 'void number',
  unknown: 'unknown',
}

/** Stocktakes: shelves against register. */
export const stocktake = {
  summary: 'Stocktakes: shelves against register',
  description:
    'Opening one settles what ought to be there; numbers are scanned or typed; closing it tells what is present, missing, misplaced, on loan, unknown. What is missing or misplaced becomes a finding. Without a subcommand it lists the stocktakes that are open.',
  stocktake: 'a stocktake, such as C2; may be left out while only one is open',
  reason: 'why it is entered late',
  everywhere: 'everything',
  status: { open: 'open', closed: 'closed', dropped: 'dropped' },
  results,
  keys: {
    stocktake: 'Stocktake',
    place: 'Of',
    type: 'Type',
    sample: 'Sample',
    status: 'Status',
    openedOn: 'Opened',
    openedBy: 'Opened by',
    expected: 'Expected',
    counts: 'Result',
    closedOn: 'Closed',
    counters: 'Counted by',
    witness: 'Witness',
    droppedBecause: 'Dropped because',
    audit: 'Findings in',
  },
  resultKeys: {
    number: 'Number',
    result: 'Result',
    expected: 'List',
    place: 'Registered at',
    seenPlace: 'Seen at',
    seenOn: 'Seen',
    times: 'Times',
    lent: 'Loan',
  },
  remarks: {
    unexpected: 'not listed',
    lent: 'lent',
    lentButHere: 'lent by the register, yet here',
  },
  open: {
    summary: 'Open a stocktake and settle its list',
    description:
      'The list is of what ought to be on the shelves now: archives not destroyed, but those that are files only and lie nowhere. Opening, moving, lending and returning do not change it afterwards. A sample takes at least the share that the policy sets for a level; the same seed draws the same archives.',
    place: 'only this place and what is in it',
    type: 'only this type of customers',
    sample: 'only so many per cent, such as 5%',
    seed: 'seed of the sample; 1 by default',
    done: (stocktake, expected) => `Stocktake ${stocktake} opened, ${expected} expected`,
  },
  scan: {
    summary: 'Enter the numbers that are there',
    description:
      'Enters what stands on the shelf, in as many goes and by as many people as you like. A number may be the bar code of a label, a former number, in lower case, without its dash, or an unambiguous tail; what is unknown, destroyed or void is kept, too. At a terminal, without numbers, they are asked for one after another; an empty line ends it.',
    numbers: 'archive numbers; - reads them from standard input, one a line',
    from: 'a list of numbers: text or CSV, the number first on each line',
    place: 'the place where you are counting; by default that of the stocktake',
    ask: 'scan or type a number (empty line: done)',
    done: (it) =>
      `${it.stocktake}: ${it.read} read, ${it.counted} seen for the first time, ${it.repeated} repeated`,
    line: (it) => {
      if (it.kind === 'misplaced') return `${it.number}  misplaced: registered at ${it.place}`
      if (it.kind === 'unexpected') return `${it.number}  not on the list, kept`
      if (it.kind === 'purged') return `${it.number}  was destroyed, and yet is here!`
      return `${it.number}  ${it.kind === 'void' ? 'void number, kept' : 'unknown, kept'}`
    },
    more: (count) => `… and ${count} more`,
    left: (count) => `${count} not seen yet.`,
  },
  show: {
    summary: 'Show how each archive comes out',
    description:
      'One line an archive: of an open stocktake as things are now, of a closed one as they were then. What was returned meanwhile is present; what the register moved meanwhile is not misplaced. Archives that you may not read are left out.',
    result: 'only these results, such as missing,misplaced',
    tally: (stocktake, expected, results) =>
      `${stocktake}: ${expected} expected; ${results === '' ? 'nothing counted yet' : results}.`,
    destroyed: (count) =>
      `${count} of the list ${count === 1 ? 'has' : 'have'} been destroyed since.`,
    hidden: (count) => `${count} more that you may not read.`,
    none: 'There is no such archive.',
    dropped: (reason) => `This stocktake was dropped: ${reason}`,
  },
  list: {
    summary: 'List stocktakes',
    description: 'Newest first; of those that are open the results are as things are now.',
    open: 'only those that are open',
    none: 'There has been no stocktake.',
    noneOpen: 'No stocktake is open.',
  },
  close: {
    summary: 'Close and sign a stocktake',
    description:
      'Settles how each archive comes out as things are now; nothing more can be scanned. What is missing or misplaced, and numbers that are unknown or of destroyed archives, become findings with a deadline; what a later stocktake sees is fixed.',
    by: 'who counted, several if need be: staff by name or number, or an outsider’s name; by default whoever acts',
    witness: 'who looked on: not one of those who counted',
    drop: 'drop a stocktake that was opened by mistake, and why: nothing comes of it',
    done: (stocktake, by, it) =>
      `${stocktake} closed, signed by ${by}: ${(Object.keys(results) as (keyof typeof results)[])
        .filter((key) => it[key] > 0)
        .map((key) => `${it[key]} ${results[key]}`)
        .join(', ')}`,
    missing:
      'Look once more for what is missing; enter what is lost: dangan incident open loss <number> --text …',
    dropped: (stocktake) => `${stocktake} dropped`,
  },
  form: {
    summary: 'Result of a stocktake',
    description:
      'Prints the result of a stocktake for those who counted and the witness to sign: how many came out how, and each archive that is missing, misplaced, on loan … (S002-5.3-2). --all lists those present, too.',
    all: 'also what is present',
    title: 'Stocktake',
    file: 'stocktake',
    columns: {
      no: 'No.',
      number: 'Number',
      result: 'Result',
      place: 'Registered at',
      seenPlace: 'Seen at',
      seenOn: 'Seen',
      remark: 'What was done',
    },
    facts: {
      scope: 'Of',
      openedOn: 'Opened',
      closedOn: 'Closed',
      expected: 'Expected',
      unfinished: 'Not closed yet',
    },
    none: 'There is nothing to list.',
    signs: { counter: 'Counted by', witness: 'Witness' },
    resultLine: (results) => `Result: ${results}`,
  },
} satisfies Catalog['stocktake']
