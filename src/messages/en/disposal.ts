import type { Because } from '../../domain/disposal-reasons.ts'
import type { Catalog } from '../catalog.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const term = (label: { readonly en: string } | null): string =>
  label === null ? 'retention' : `retention "${label.en}"`

const reasons = {
  over: (it) => `${term(it.label)} over since ${it.until}${clauses(it.source)}`,
  until: (it) => `${term(it.label)} until ${it.until}${clauses(it.source)}`,
  permanent: (it) => `${term(it.label)}: kept for ever${clauses(it.source)}`,
  notBegun: (it) => `${term(it.label)} has not begun${clauses(it.source)}`,
  noClass: () => 'no retention class',
  destroyed: () => 'already destroyed',
  hold: (it) => `held by ${it.hold}${it.until === null ? '' : ` until ${it.until}`}`,
  loan: (it) => `out on loan ${it.loan}, due ${it.dueOn}`,
  request: (it) => `request ${it.request} is open`,
  incident: (it) => `incident ${it.incident} is open`,
  consultation: (it) => `it is being read, ${it.consultation}`,
  copies: (it) =>
    `${it.count === 1 ? '1 copy is' : `${it.count} copies are`} not accounted for${clauses(it.source)}`,
} satisfies { readonly [Code in Because['code']]: (it: Extract<Because, { code: Code }>) => string }

/** Destroying what has served its time. */
export const disposal = {
  summary: 'Destroy archives: plan, propose, execute, certificate',
  description:
    'Archives whose retention is over are destroyed in steps: plan, proposal, approval, execution, certificate. The number, type, dates and approvals stay; what was known of the customer goes from the file, its journal and its index. Alone it lists the disposals that are not finished.',
  because: (it) => (reasons[it.code] as (it: Because) => string)(it),
  statuses: {
    proposed: 'proposed',
    approved: 'approved',
    refused: 'refused',
    executing: 'being executed',
    executed: 'executed',
  },
  plan: {
    summary: 'What may go and what is kept',
    description:
      'Says of each archive whether it may be destroyed or is kept, and why: retention, holds, loans, requests, incidents. Give numbers or filters; with neither, all archives are looked at.',
    numbers: 'numbers of archives; - reads them from standard input',
    kept: 'also list what is kept',
    count: (may, kept) => `${may} may go, ${kept} are kept.`,
    hidden: 'What is kept, and why: --kept.',
    next: (numbers) => `Propose it: dangan purge propose ${numbers} --reason <reason>`,
    mayGo: 'may go',
    isKept: 'kept',
  },
  propose: {
    summary: 'Propose a disposal',
    description:
      'Applies for the destruction of archives whose retention is over; the policy says who approves. If one of them must stay, nothing is proposed.',
    reason: 'why (without names or phones of customers: it is kept for ever)',
    appraisal: 'what the archives are still worth',
    by: 'who applies; the operator if left out',
    late: 'why it is entered late',
    done: (disposal, count, request) =>
      `Proposed ${disposal}: ${count} archive${count === 1 ? '' : 's'}, request ${request}`,
  },
  list: {
    summary: 'List disposals',
    description: 'Lists the disposals that are not finished; --all lists every one.',
    all: 'also those executed or refused',
    none: 'No disposal is open.',
    count: (count) => `${count} in all.`,
  },
  show: {
    summary: 'Show a disposal',
    description:
      'Shows the archives of a disposal, its approvals, who destroyed and who witnessed.',
    disposal: 'a disposal (D1) or its request (R12)',
    line: (disposal, count, status) =>
      `${disposal} ${count} archive${count === 1 ? '' : 's'}: ${status}`,
    request: 'Request',
    older: 'Older backups may still hold these archives: restoring one erases them again.',
  },
  execute: {
    summary: 'Destroy what was approved',
    description:
      'Checks every archive again, then erases it: rows, entries, materials and their files, index terms, loans and requests, details of the journal. In the end the whole file is rewritten and its raw bytes are searched. After an interruption the same command goes on. Executor and witness are two people, and the number of the disposal is typed to confirm.',
    by: 'who destroys: name or number of staff; an outsider with --by-unit',
    byUnit: 'unit of an outsider who destroys',
    witness: 'who witnesses: name or number of staff; an outsider with --witness-unit',
    witnessUnit: 'unit of an outsider who witnesses',
    method: 'what is done with paper: shredding, burning …',
    place: 'where it is done',
    form: 'number of the paper that executor and witness signed',
    confirm: 'number of the disposal, to confirm',
    late: 'why it is entered late',
    ask: (disposal, count) =>
      `${count} archive${count === 1 ? '' : 's'} will be gone for ever. Type ${disposal} to confirm`,
    resuming: (disposal) => `${disposal} was interrupted; going on.`,
    done: (disposal, count) => `${disposal}: ${count} archive${count === 1 ? '' : 's'} destroyed`,
    searched: (values, archives) =>
      `Searched the raw bytes for ${values} value${values === 1 ? '' : 's'} of ${archives} archive${archives === 1 ? '' : 's'}: none is left.`,
    unsearched: (count) =>
      `Of ${count} archive${count === 1 ? '' : 's'} the values were gone before the interruption and could not be searched for; the whole file was rewritten.`,
    sealed:
      'The file is encrypted, so raw bytes could not be searched; the index was checked and the whole file rewritten.',
    shared: (values) =>
      `${values} value${values === 1 ? ' is' : 's are'} still there because other archives have ${values === 1 ? 'it' : 'them'}, too.`,
    sharedWith: (position, holders) => `value ${position}: also held by ${holders}`,
    next: (disposal) => `Certificate: dangan purge certificate ${disposal}`,
    backups:
      'Backups made before still hold these archives: see to them; restoring one erases them again.',
    unreached: (folders) =>
      `These folders of backups are out of reach now, and their registers of purged numbers not up to date: ${folders.join(', ')}. The next backup there makes up for it.`,
    pending: (disposal) =>
      `Disposal ${disposal} is not finished. Go on: dangan purge execute ${disposal}`,
  },
  certificate: {
    summary: 'Certificate of destruction',
    description:
      'Prints the certificate of a disposal, to be kept for ever; --json and --format csv give what it says instead.',
    title: 'Certificate of destruction',
    holding: 'customer archive',
    electronic: 'electronic records erased',
    headings: {
      type: 'Class',
      position: 'No.',
      title: 'Title',
      number: 'Number',
      materials: 'Items',
      reason: 'Reason',
      executedOn: 'Date',
      place: 'Place',
      secrecy: 'Secrecy',
      copies: 'Copies',
      pages: 'Pages',
      approvedBy: 'Approved by',
      executor: 'Executed by',
      witness: 'Witness',
    },
    facts: {
      disposal: 'Disposal',
      request: 'Request',
      method: 'Method',
      appraisal: 'Appraisal',
      count: 'Archives',
      form: 'Signed paper',
      journal: 'Journal',
    },
    signs: ['Executed by:', 'Witness:', 'Date:'],
    count: (archives, materials, pages) =>
      `${archives} archive${archives === 1 ? '' : 's'}, ${materials} material${materials === 1 ? '' : 's'}, ${pages} page${pages === 1 ? '' : 's'}`,
    done: (path) => `Printed ${path}`,
  },
  keys: {
    disposal: 'Disposal',
    number: 'Number',
    retainUntil: 'Kept until',
    because: 'Because',
    verdict: 'Verdict',
    status: 'Status',
    count: 'Archives',
    reason: 'Reason',
    appraisal: 'Appraisal',
    proposedOn: 'Proposed',
    request: 'Request',
    executor: 'Executed by',
    witness: 'Witness',
    method: 'Method',
    place: 'Place',
    executedOn: 'Destroyed',
  },
} satisfies Catalog['disposal']
