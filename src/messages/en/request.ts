/** Applications and approvals. */
export const request = {
  summary: 'Applications: see them, withdraw them',
  description:
    'Whatever needs approval (consulting, borrowing, renewing, copying, disclosing, destroying) is an application first, approved step by step as the policy says. By itself, lists those that wait; dangan approve and dangan reject decide.',
  kinds: {
    consult: 'consult',
    borrow: 'borrow',
    renew: 'renew',
    copy: 'copy',
    disclose: 'disclose',
    purge: 'destroy',
    report: 'issue a report',
    change: 'change',
  },
  /** A change that was made. */
  accepted: 'accepted, and changed',
  statuses: {
    pending: 'waiting',
    approved: 'approved',
    refused: 'refused',
    withdrawn: 'withdrawn',
    used: 'used',
    expired: 'expired',
  },
  decisions: { approved: 'approved', refused: 'refused' },
  evidences: { inTool: 'in the program', paper: 'signed form', signature: 'signature' },
  heads: {
    applicant: "the head of the applicant's department",
    owner: 'the head of the department in charge of the archive',
  },
  /** Whoever of several may decide. */
  anyOf: (names: readonly string[]): string =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(', ')} or ${names.slice(-1).join('')}`,
  keys: {
    request: 'request',
    kind: 'what',
    numbers: 'archives',
    number: 'number',
    materials: 'materials',
    applicant: 'applicant',
    external: 'outsider',
    unit: 'unit',
    department: 'department',
    purpose: 'purpose',
    basis: 'ground',
    unitSeal: 'seal',
    dueOn: 'due',
    status: 'status',
    madeOn: 'made',
    expiresOn: 'expires',
    settledOn: 'settled',
    reason: 'reason',
    steps: 'waits for',
  },
  applicant: {
    to: 'for whom: a name or staff number; for an outsider give --unit as well',
    who: 'who: name or number of a staff member, or an outsider’s name',
    unit: "the outsider's unit",
    credential: 'what the outsider showed, such as a letter of introduction',
    credentialNumber: 'its number',
    unitSeal: "who signed the form as head of the applicant's unit, under its seal",
    purpose: 'what for',
    basis: 'the ground, such as consent or law',
  },
  line: (name: string, kind: string, what: string, who: string, status: string) =>
    `${name} ${kind} ${what} for ${who}: ${status}`,
  brief: (name: string, kind: string, who: string, status: string) =>
    `${name} to ${kind}, ${who}: ${status}`,
  outsider: (name: string, unit: string) => `${name} (${unit})`,
  purpose: (words: string) => `purpose: ${words}`,
  basis: (words: string) => `ground: ${words}`,
  unitSeal: (name: string) => `signed under seal by ${name}`,
  due: (day: string) => `until ${day}`,
  expires: (day: string) => `expires after ${day}`,
  because: (words: string) => `because: ${words}`,
  stepShort: (step: number) => `step ${step}`,
  step: {
    open: (step: number, who: string, source: readonly string[]) =>
      `step ${step}: waits for ${who}${source.length > 0 ? ` (${source.join(', ')})` : ''}`,
    decided: (
      step: number,
      it: {
        who: string
        by: string
        on: string
        decision: string
        evidence: string
        form: string | null
        note: string | null
      },
    ) =>
      `step ${step} (${it.who}): ${it.decision} by ${it.by} on ${it.on}, ${it.evidence}${it.form === null ? '' : ` ${it.form}`}${it.note === null ? '' : `, ${it.note}`}`,
  },
  next: {
    use: (command: string) => `Approved. Go on with: ${command}`,
    decide: (who: string, command: string) =>
      `To be approved by ${who}: ${command}; from a signed form: ${command} --by <name> --form <number>`,
  },
  scanTitle: (request: string) => `Approval form of ${request}`,
  decision: {
    scan: 'a scan of the signed form, kept in the archive',
    requests: 'requests such as R12; - reads them from stdin',
    by: 'who decides: a name or staff number, or whoever signed the form',
    post: 'their post, where they are not on the staff list',
    form: 'the number of the signed form that shows it',
    note: 'a remark',
    reason: 'why it is entered late',
  },
  approve: {
    summary: 'Approve a request',
    description:
      "Enters an approval of the next step. Whoever sits at the machine under their own account approves in the program; anybody else's approval is entered from a signed form (--by and --form), which the journal and audits say. Nobody approves their own request.",
  },
  reject: {
    summary: 'Refuse a request',
    description: 'Enters a refusal of the next step, with the reason; the request ends there.',
    reason: 'why it is refused',
  },
  list: {
    summary: 'List requests',
    description: 'Lists requests that wait, and for whom; --all lists every one.',
    all: 'also those that are settled',
    kind: 'only of this kind, such as borrow',
    number: 'only of this archive',
    applicant: 'only of this person',
    none: 'No request waits.',
  },
  show: {
    summary: 'Show a request',
    description: 'Says what was asked for, each step of its approval and what proves it.',
  },
  withdraw: {
    summary: 'Withdraw a request',
    description: 'When it is not needed any more; what has been used cannot be withdrawn.',
    reason: 'why',
  },
}
