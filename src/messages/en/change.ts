import type { Catalog } from '../catalog.ts'

/** Changing and verifying archives. */
export const change = {
  update: {
    summary: 'Update archives',
    description:
      'Changes one or more archives. Every change is a new version that can be looked at and gone back to. An empty value (--phone "") takes a value away. Closing, reopening, going back to a version and making void are done here, too. Where the policy has changes approved, what other departments change waits as a request, and is made when it is accepted (S000-4.4-4).',
    options: {
      extra: 'a field outside the policy: name=value; may be repeated',
      addContact:
        'add a contact, or update the one of that name: name[,post[,phone[,email]]]; may be repeated',
      removeContact: 'remove a contact; may be repeated',
      knownOn: 'day on which the change became known',
      source: 'where the change comes from',
      reason: 'why it is changed',
      expectVersion: 'the version that it must be at, else nothing is changed',
      close: 'close it: cooperation has ended',
      on: 'day on which it ended (with --close)',
      reopen: 'reopen a closed archive',
      revert: 'go back to the contents of a version, as a new version',
      void: 'make void an archive opened by mistake: its contents go, its number is never used again',
    },
    ask: {
      key: 'What is to be changed',
      value: (label) => `${label} (empty takes it away)`,
      reason: 'Reason',
      version: 'Which version',
      void: (numbers) =>
        `Everything in ${numbers} will be destroyed for good, and the number never used again. Make it void?`,
    },
    done: (number, version) => `Updated ${number} (version ${version})`,
    handedIn: 'The archive office must accept it first; applied for:',
    closed: (number, on) => `Closed ${number}, ended ${on}`,
    reopened: (number) => `Reopened ${number}`,
    reverted: (number, to, version) =>
      `${number} is back to the contents of version ${to} (now version ${version})`,
    voided: (number) => `Made ${number} void; the number will not be used again`,
    unchanged: (number, version) => `Nothing to change: ${number} is still at version ${version}`,
    late: (days) =>
      `The change has been known for ${days} days, longer than the policy allows; this is on record.`,
    disagrees: (number) =>
      `The number ${number} no longer agrees with the contents, and stays. For a new one: dangan classify ${number} --renumber.`,
  },
  verify: {
    summary: 'Verify archives',
    description:
      'Somebody other than the collector verifies the information: a pending archive becomes active, an active one gets a new date of verification.',
    options: { method: 'how it was verified', reason: 'why it is entered late' },
    done: (number, on) => `Verified ${number} on ${on}`,
    self: 'There is nobody else in the office: verified by its collector, and marked so.',
    attested: (name: string) =>
      `Entered for ${name} by the collector: the journal says that it rests on their word, and audits will list it.`,
  },
} satisfies Catalog['change']
