import type { Catalog } from '../catalog.ts'

/** The office's rules and their versions. */
export const policy = {
  summary: 'The policy: show, check, adopt',
  description:
    'The policy rules types, numbers, secrecy, retention and so on. Every version starts on a day; an act is judged by the version in force on its date.',
  options: {
    section: 'a section, such as types or retention.classes',
    version: 'number of a version (see policy list)',
    ready: 'the ready policies that come with the program',
    readyName: 'name of a ready policy',
    output: 'write to this file; an existing one is not overwritten',
    file: 'policy file (YAML); - reads standard input',
    effective: 'in force from this day on',
    reason: 'why',
    a: 'a version number, a ready policy, or a file',
    b: 'a version number, a ready policy, or a file',
  },
  keys: {
    version: 'Version',
    title: 'Title',
    policy: 'Policy',
    effectiveFrom: 'In force from',
    adoptedOn: 'Adopted',
    reason: 'Reason',
    status: 'Status',
    source: 'Clauses',
    gap: 'Gap',
    moves: 'What moves',
    at: 'Where',
    before: 'Before',
    after: 'After',
    section: 'Section',
    items: 'Items',
    assumed: 'Assumed',
  },
  status: {
    inForce: 'in force',
    coming: 'to come',
    past: 'past',
    replaced: 'replaced before it began',
  },
  always: 'the beginning',
  sections: {
    policy: 'name',
    title: 'title',
    language: 'language',
    timeZone: 'time zone',
    source: 'clauses',
    types: 'customer types',
    fields: 'fields',
    stages: 'stages',
    industries: 'industries',
    regions: 'regions',
    importances: 'importance',
    entries: 'kinds of entry',
    materials: 'kinds of material',
    checklists: 'checklists',
    storage: 'storage',
    secrecy: 'secrecy',
    opening: 'opening',
    backdating: 'back-dating',
    calendar: 'working days',
    verification: 'verification',
    review: 'review',
    retention: 'retention',
    posts: 'posts',
    requests: 'requests and approvals',
    loans: 'loans',
    agreements: 'agreements',
    incidents: 'incidents',
    consultation: 'consultation',
    copies: 'copies',
    disclosure: 'disclosure',
    subjectCopy: "the customer's own copy",
    disposal: 'disposal',
    audit: 'audits',
    inspection: 'inspections',
    stocktake: 'stocktakes',
    duties: 'unattended duties',
    assessment: 'assessment',
    handover: 'handovers',
    training: 'training',
    violations: 'violations',
    classification: 'classification rules',
  },
  show: {
    summary: 'Show the policy in force',
    description:
      'Lists the sections of the policy, or shows one whole. --json gives the merged policy; --date the one in force on that day.',
    heading: (title, version, from, adoptedOn) =>
      `${title}: version ${version}, in force from ${from}, adopted ${adoptedOn}`,
    from: (day) => `from ${day}`,
    more: 'dangan policy show types',
  },
  list: {
    summary: 'List the versions of the policy',
    description: 'Lists the versions that were adopted; --ready the ready policies.',
  },
  check: {
    summary: 'Check a policy',
    description:
      'Checks whether a policy file can be adopted, and lists what its sources left blank and the program assumed. Without a file: the policy in force. Assumptions leave the status at 0; a file that cannot be used gives 8.',
    good: (title) => `${title}: good, and nothing in it is assumed.`,
    assumed: (title, count) =>
      `${title}: good. The sources left ${count} places blank; confirm each, and then write assumed: false in the file:`,
  },
  set: {
    summary: 'Adopt a policy',
    description:
      'Adopts a policy from a day on. Shows what changes, then writes once it is confirmed. The day may be to come; in the past it needs a reason where acts were judged by the old policy. One version starts on a day; one still to come can be replaced.',
    ask: { file: 'Policy file', effective: 'In force from', reason: 'Reason (may be empty)' },
    changes: (title, day, count, version) =>
      `"${title}", in force from ${day}: ${count} ${count === 1 ? 'change' : 'changes'} from version ${version}:`,
    more: (count) => `  and ${count} more; all of them: dangan policy diff`,
    replaces: (version) => `It replaces version ${version}, which is still to come.`,
    dropped: 'In use, but no longer in the policy (kept, and shown as they are):',
    use: (at, count) => `  ${at}: ${count}`,
    confirm: (day) => `Adopt this policy from ${day} on?`,
    done: (version, title, day) => `Adopted version ${version}: ${title}, in force from ${day}.`,
    moved: (count) =>
      `${count} ${count === 1 ? 'archive has' : 'archives have'} another retention or next review now.`,
    rekeyed: (count) =>
      `Customers are compared in another way now: ${count} ${count === 1 ? 'archive was' : 'archives were'} keyed anew.`,
  },
  diff: {
    summary: 'Compare two policies',
    description:
      'Compares two policies. One file or name: with the policy in force; one version number: that version with the one in force; none: the last two versions.',
    same: 'They say the same.',
    only: 'There is only one version. Compare it with a file or a ready policy: dangan policy diff general',
  },
  upgrade: {
    summary: 'Add the sections that the policy lacks',
    description:
      'Lists the sections that a ready policy has and the policy of the office lacks, rule by rule. At a terminal it asks from when on to adopt them; elsewhere --effective (with --yes) adopts them, as policy set does, as a new version.',
    nothing: (name) => `Nothing is lacking beside the ready policy ${name}.`,
    lacking: (name, sections) =>
      `Sections that the ready policy ${name} has and yours lacks: ${sections.join(', ')}.`,
    adopt: (name) =>
      `Nothing of this is adopted yet. To adopt it: dangan policy upgrade ${name} --effective <day> --reason <reason>`,
  },
  simulate: {
    summary: 'See what a policy would move',
    description:
      'Says which archives would have another retention, next review or secrecy under a policy (a file, a ready policy or a version), and by which rule. Nothing is written. Retention and reviews move as the policy comes into force; secrecy is for classify.',
    nothing: 'No archive would move.',
    count: (count) =>
      `${count} ${count === 1 ? 'thing' : 'things'} would move. Secrecy is a hint only: dangan classify.`,
  },
  coverage: {
    summary: 'Compare clauses and rules',
    description:
      'Lists clauses that no rule cites, and rules that cite no clause, within the documents that the policy cites. The policy in force, where no other is named.',
    gaps: { clauseWithoutRule: 'clause without rule', ruleWithoutClause: 'rule without clause' },
    count: (title, clauses, cited) =>
      `${title}: ${clauses} clauses in the documents cited, ${cited} with a rule, ${clauses - cited} without.`,
  },
  export: {
    summary: 'Give out a policy as it was written',
    description:
      'Gives out the policy file as it was written, comments and all. Adopt it again, changed, with dangan policy set.',
    done: (path) => `Wrote ${path}.`,
  },
} satisfies Catalog['policy']
