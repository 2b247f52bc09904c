const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const unitOf = (count: number, unit: 'days' | 'workingDays'): string =>
  `${unit === 'days' ? 'day' : 'working day'}${count === 1 ? '' : 's'}`

/** Why something may or may not be done with an archive. */
export const why = {
  questions: { lend: 'lend', declassify: 'declassify', purge: 'purge' },
  verdicts: {
    lend: (number: string, yes: boolean) => `${number} ${yes ? 'can' : 'cannot'} be lent now`,
    declassify: (number: string, yes: boolean) =>
      yes ? `${number} can be declassified` : `${number} needs no declassifying`,
    purge: (number: string, yes: boolean) =>
      yes ? `${number} can be proposed for destruction` : `${number} cannot be destroyed now`,
  },
  lend: {
    people: { internal: 'our own staff', external: 'outsiders' },
    never: (who: string, source: readonly string[]) => `never to ${who}${clauses(source)}`,
    free: (who: string) => `${who}: no approval needed`,
    steps: (
      who: string,
      steps: readonly string[],
      source: readonly string[],
      exempt: readonly string[],
    ) =>
      `${who}: approved by ${steps.join(', then by ')}${clauses(source)}${exempt.length > 0 ? `; not needed by ${exempt.join(', ')}` : ''}`,
    term: (count: number, unit: 'days' | 'workingDays', due: string, source: readonly string[]) =>
      `for at most ${count} ${unitOf(count, unit)}${clauses(source)}; lent today, due ${due}`,
    bySlip: (source: readonly string[]) => `until the day that the slip says${clauses(source)}`,
    agreement: (who: readonly string[], source: readonly string[]) =>
      `${who.join(' and ')} sign a loan agreement first${clauses(source)}`,
    limit: (most: number, source: readonly string[]) =>
      `at most ${most} at a time, and none while one is overdue${clauses(source)}`,
    next: (number: string) => `dangan borrow ${number} --to <name> --purpose <purpose>`,
  },
  declassify: {
    none: 'it has no level',
    noTerm: (level: string, source: readonly string[]) =>
      `it is ${level}, for which the policy has no term: it never lapses by itself${clauses(source)}`,
    term: (level: string, years: number, source: readonly string[]) =>
      `it is ${level}, which lapses ${years} years after it was set${clauses(source)}`,
    next: (number: string) => `dangan classify ${number} --secrecy none --reason <reason>`,
  },
  purge: {
    permanent: (label: string, source: readonly string[]) =>
      `retention "${label}": kept for ever${clauses(source)}`,
    notBegun: (label: string, source: readonly string[]) =>
      `retention "${label}": has not begun yet${clauses(source)}`,
    over: (label: string, day: string, source: readonly string[]) =>
      `retention "${label}": over since ${day}${clauses(source)}`,
    until: (label: string, day: string, source: readonly string[]) =>
      `retention "${label}": kept until ${day}${clauses(source)}`,
    held: (hold: string) => `it is under the hold ${hold}`,
    copies: (count: number) =>
      count === 1 ? '1 copy is not accounted for' : `${count} copies are not accounted for`,
    matters: {
      loan: 'it is out on loan',
      request: 'a request waits',
      consultation: 'somebody reads it just now',
      material: 'it has materials',
      merged: 'it was merged',
      hold: 'it is under a hold',
      incident: 'an incident is recorded',
    },
  },
}
