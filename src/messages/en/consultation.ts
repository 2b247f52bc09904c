/** Reading on the spot. */
export const consultation = {
  summary: 'Let somebody read an archive, or some of it, on the spot',
  description:
    'Lays a whole archive, or with number/material some of its materials, before a reader at the designated place. Where the policy wants approval, makes the request and says who approves; once approved, the same line, or consult open R12, opens it. When they are done: consult close. Nothing is carried out, copied or excerpted.',
  to: 'who reads: name or number of a staff member; for outsiders also --unit',
  numbers: 'archives, number/material, or approved requests; - reads them from stdin',
  scope: 'what exactly is read',
  place: 'where it is read; without it the place that the policy names',
  identity: 'by which document it was seen who they are',
  reason: 'why it is entered late',
  statuses: { open: 'open', closed: 'closed' },
  late: 'left open',
  keys: {
    consultation: 'consultation',
    request: 'request',
    number: 'archive',
    materials: 'materials',
    reader: 'reader',
    unit: 'unit',
    purpose: 'purpose',
    scope: 'scope',
    place: 'place',
    identity: 'identified by',
    status: 'status',
    late: 'left open',
    openedOn: 'opened',
    openedAt: 'opened at',
    closedOn: 'closed',
    closedAt: 'closed at',
    signedBy: 'signed',
    effect: 'effect',
    condition: 'condition',
    remark: 'remark',
  },
  applied: 'This needs approval first; the request is made:',
  opened: (names: string, who: string, place: string, name: string) =>
    `${who} reads ${names} ${place === '' ? 'on the spot' : `at: ${place}`} (${name})`,
  scopeOnly: (scope: string) => `Only this: ${scope}`,
  rules: (source: readonly string[]) =>
    `No copying, no photographs, no carrying out${source.length > 0 ? ` (${source.join(', ')})` : ''}`,
  next: (command: string) => `When they are done: ${command} --signed <reader>`,
  open: {
    summary: 'Open an approved consultation',
    description:
      'Lays before its reader what was approved; level and whereabouts are looked at once more.',
  },
  close: {
    summary: 'Close a consultation: given back and signed',
    description:
      'Enters that the reader gave it back and signed the register, what came of it, and how it was found. Takes a consultation, or an archive that one reader has.',
    consultations: 'consultations, such as C3, or archives; - reads them from stdin',
    signed: 'who signed the register',
    effect: 'what came of it',
    condition: 'how it was found: intact, damaged, incomplete, lost; intact where nothing is said',
    remark: 'what was seen',
    done: (names: string, who: string, name: string, signed: string | null) =>
      `${who} is done with ${names} (${name})${signed === null ? '' : `, signed by ${signed}`}`,
    harmed: (names: string, condition: string, remark: string | null) =>
      `  ${names}: ${condition}${remark === null ? '' : `, ${remark}`}`,
  },
  list: {
    summary: 'The register of consultations',
    description:
      "Lists today's consultations and those still open; one left open over the day, or for longer than the policy lets, is marked so. --open only what is open, --all the whole register.",
    open: 'only what is open',
    number: 'only of this archive',
    all: 'the whole register',
    none: 'No consultations.',
  },
}
