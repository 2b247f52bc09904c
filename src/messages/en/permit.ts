const each = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`

/** Leave to copy, to collect, to tell others. */
export const permit = {
  kinds: { copy: 'copy', excerpt: 'excerpt', original: 'original', disclosure: 'disclosure' },
  outcomes: {
    out: 'out',
    returned: 'returned',
    destroyed: 'destroyed',
    lost: 'lost',
    given: "the customer's",
  },
  late: 'late',
  keys: {
    permit: 'permit',
    permitNumber: 'permit number',
    copy: 'copy',
    kind: 'kind',
    request: 'request',
    number: 'archive',
    materials: 'materials',
    material: 'material',
    holder: 'holder',
    applicant: 'applicant',
    unit: 'unit',
    customer: 'customer',
    purpose: 'purpose',
    issuedOn: 'issued',
    expiresOn: 'until',
    late: 'late',
    signedBy: 'signed',
    accountedOn: 'accounted for on',
    outcome: 'outcome',
    remark: 'remark',
    recipient: 'recipient',
    person: 'person',
    what: 'what',
    basis: 'basis',
    reference: 'reference',
    consent: 'consent',
    status: 'status',
  },
  applied: 'This needs approval first; the request is made:',
  done: {
    copy: (names: string, who: string, count: number, permit: string) =>
      `${who} may have ${each(count, 'copy', 'copies')} of ${names}: permit ${permit}`,
    excerpt: (names: string, who: string, count: number, permit: string) =>
      `${who} may have ${each(count, 'excerpt')} of ${names}: permit ${permit}`,
    original: (names: string, who: string, count: number, permit: string) =>
      `${who} collected ${each(count, 'original')} of ${names}: ${permit}`,
  },
  registered: (copies: readonly string[], day: string | null) =>
    `Registered like originals: ${copies.length > 4 ? `${copies[0]} to ${copies.at(-1)}` : copies.join(', ')}${day === null ? '' : `; back or destroyed by ${day}`}`,
  next: (command: string) => `When they are back or destroyed: ${command}|--destroyed`,
  copy: {
    summary: 'Copy or excerpt materials; hand originals to their customer',
    description:
      'Leave to copy or excerpt materials. Where the policy wants approval, makes the request; once approved, the same line or copy R12 issues the permit, and each copy is registered like an original until it is back or destroyed. --original enters what a customer collects: the archive holds as many fewer. --customer enters copies that are for the customer to keep.',
    to: 'for whom: name or number of a staff member; for outsiders also --unit; for the customer --customer or --original',
    numbers: 'archives, number/material, or approved requests; - reads them from stdin',
    copies: 'how many of each; 1 where nothing is said',
    excerpt: 'an excerpt, not a copy',
    original: 'the customer collects originals',
    customer: 'the customer (or their agent) collects copies and keeps them',
    signed: 'who signed the collection register',
    reason: 'why it is entered late',
    collector: 'who collects: the customer, or their agent',
    collect: 'collected by the customer',
  },
  account: {
    summary: 'Say what became of copies: returned, destroyed, lost',
    description:
      'Enters that copies are back, destroyed or lost. P4 is every copy of a permit that is still out, P4/2 one of them.',
    permits: 'permits, such as P4, or one copy P4/2; - reads them from stdin',
    returned: 'they are back',
    destroyed: 'they were destroyed',
    lost: 'they are lost',
    on: 'day on which it came back, was destroyed or found lost; today where nothing is said',
    remark: 'what is to be said of it',
    ask: 'What became of the copies?',
    done: (names: string, outcome: string) => `${names}: ${outcome}`,
    left: (count: number) => `${count} still out`,
    incident:
      'A lost copy counts as a lost original: report it at once (S003-7.4.2-3, S003-7.4.2-6).',
  },
  list: {
    summary: 'The register of copies, and of what customers collected',
    description:
      'Lists every copy that was registered and what became of it. --outstanding only what is out; --collected only what customers collected.',
    outstanding: 'only what is out',
    collected: 'only what customers collected',
    number: 'only of this archive',
    none: 'No copies are registered.',
  },
  shown: 'copies out',
  out: (copy: string, material: string | null, holder: string, day: string | null) =>
    `${copy}${material === null ? '' : ` ${material}`} ${holder}${day === null ? '' : `, by ${day}`}`,
  disclosure: {
    summary: 'Tell somebody outside of a customer',
    description:
      "Leave to give a customer's data to another unit or person: with consent or by law, and with prior approval. Makes the request; once approved, disclose R15 issues the permit and registers recipient, contents and ground.",
    to: 'unit or person that is told',
    recipient: 'who receives it there',
    what: 'what exactly is given',
    basis: 'on what ground: consent, law, contract',
    reference: 'where that stands written: number of the consent, order or contract',
    consent: "the customer's consent, where a contract is the ground and the policy wants it too",
    applicant: 'who of the staff applies; without it whoever acts',
    bases: { consent: 'consent', law: 'law', contract: 'contract' },
    statuses: { valid: 'valid', expired: 'expired' },
    done: (names: string, to: string, person: string, permit: string) =>
      `${to} (${person}) may be told of ${names}: permit ${permit}`,
    limits: (what: string, day: string | null) =>
      `Only this: ${what}${day === null ? '' : `; valid until ${day}`}`,
    list: {
      summary: 'The register of disclosures',
      description: 'Lists what others were told, who, and on what ground.',
      valid: 'only permits that are still valid',
      number: 'only of this archive',
      none: 'Nothing was disclosed.',
    },
  },
  wishes: {
    scope: (words: string) => `scope: ${words}`,
    copies: (count: number) => each(count, 'copy', 'copies'),
    to: (recipient: string, person: string) => `to ${recipient}, ${person}`,
    what: (words: string) => `what: ${words}`,
    basis: (basis: string, reference: string) => `ground: ${basis}, ${reference}`,
    consent: (words: string) => `consent: ${words}`,
  },
}
