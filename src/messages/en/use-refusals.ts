import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { request } from './request.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const people = { internal: 'our own staff', external: 'outsiders' }
const unitOf = (count: number, unit: 'days' | 'workingDays'): string =>
  `${unit === 'days' ? 'day' : 'working day'}${count === 1 ? '' : 's'}`
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `
const statuses = (needs: readonly (keyof typeof request.statuses)[]): string =>
  needs.map((status) => request.statuses[status]).join(' or ')

type Unfit = RefusalFacts['approval.unfit']

const whoever = ({ posts, labels, head, person }: Unfit): string =>
  request.anyOf([
    ...(head === null ? [] : [request.heads[head]]),
    ...posts.map((key) => labels[key]?.en ?? key),
    ...(person === null ? [] : [person]),
  ])

/** Why a request, an approval or a loan is not to be had, and what would help. */
export const useRefusals = {
  'request.missing': ({ request: name }) =>
    `There is no request ${name}. List them: dangan request list --all.`,
  'request.never': ({ kind, borrower, secrecy, mayRead, source }) =>
    `Under the policy ${people[borrower]} may not ${request.kinds[kind]} ${secrecy === 'none' ? 'archives' : `archives of the level ${keys.secrecy[secrecy]}`}${clauses(source)}; no approval changes that.${mayRead ? ' It may be read on the spot: dangan consult.' : ''}`,
  'request.basis': ({ kind, value, bases, labels, source }) =>
    `To ${request.kinds[kind]}, say on what ground${clauses(source)}${value === null ? '' : `; "${value}" is none`}: --basis ${bases.map((key) => labels[key]?.en ?? key).join('|')}.`,
  'request.status': ({ request: name, status, needs }) =>
    `Request ${name} is ${request.statuses[status]}; it must be ${statuses(needs)}. See it: dangan request show ${name}.`,
  'request.kind': ({ request: name, kind, needs }) =>
    `${name} is a request to ${request.kinds[kind]}, not to ${request.kinds[needs]}.`,
  'request.other-due': ({ request: name, dueOn, asked }) =>
    `${name} waits for approval ${asked === null ? 'for the term of the policy' : `until ${asked}`}, not until ${dueOn}. To change that, withdraw it and apply anew: dangan request withdraw ${name}.`,
  'request.raised': ({ request: name, number, before, after }) =>
    `${number} went from ${keys.secrecy[before]} to ${keys.secrecy[after]} after ${name} was made, so its approval no longer holds. Withdraw it and apply anew: dangan request withdraw ${name}.`,
  'approval.own': ({ request: name, staff }) =>
    `${name} is ${staff}'s own request, and nobody approves their own. Let somebody else decide.`,
  'approval.twice': ({ request: name, staff, step }) =>
    `${staff} has decided step ${step} of ${name} already; one person decides one step. Let somebody else decide.`,
  'approval.unfit': (facts) =>
    `${facts.staff} (${facts.post ?? 'no post entered'}) cannot decide step ${facts.step} of ${facts.request}; it takes ${whoever(facts)}${clauses(facts.source)}. If the post is wrong: dangan staff update ${facts.staff} --post <post>; for somebody not on the list: --by <name> --post <post> --form <number>.`,
  'approval.unproven': ({ request: name, staff }) =>
    `Nobody nods for ${staff} in the program. Give the signed form: dangan approve ${name} --by ${staff} --form <number>; or let ${staff} approve under their own account.`,
  'approval.evidence': ({ request: name, step, evidence, accepted, source }) =>
    `Step ${step} of ${name} does not take "${request.evidences[evidence]}"${clauses(source)}; it takes: ${accepted.map((it) => request.evidences[it]).join(', ')}.${accepted.includes('paper') ? ' With a signed form: add --form <number>.' : ''}`,
  'applicant.stranger': ({ name, suggestion, options }) =>
    `Nobody on the staff is called "${name}". ${orElse(suggestion)}For an outsider give ${options.join(', ')} as well; one of your own is entered first: dangan staff add ${name}.`,
  'applicant.credential': ({ name, credentials, labels, source }) =>
    `${name}, an outsider, must show a credential, and its number is entered${clauses(source)}: --credential ${credentials.map((key) => labels[key]?.en ?? key).join('|')} --credential-number <number>.`,
  'applicant.not-cleared': ({ name, number, secrecy, clearance }) =>
    `${number} is ${keys.secrecy[secrecy]}, ${name} is cleared for ${keys.secrecy[clearance]}, and the policy names nobody who could approve it (S001-22-4). Say in requests.chains of the policy who approves.`,
  'applicant.seal': ({ name, source }) =>
    `The form of ${name} needs the seal and the head's signature of their unit${clauses(source)}: --unit-seal <who signed>.`,
  'loan.missing': ({ loan: name }) => `There is no loan ${name}. List them: dangan loans --all.`,
  'loan.borrower': ({ borrower, kinds, source }) =>
    `The policy does not lend to ${people[borrower]}${clauses(source)}, only to ${kinds.map((kind) => people[kind]).join(' and ')}. They can read on the spot: dangan consult.`,
  'loan.lost': ({ number, incident }) =>
    `${number} was lost when it was due back, and incident ${incident} is open: it cannot be lent. See: dangan incident show ${incident}; if it was found or settled otherwise: dangan incident close ${incident} --result ….`,
  'loan.held': ({ number, hold }) =>
    `${number} is under the hold ${hold} and may not leave the house. It can be read on the spot: dangan consult ${number}; to lift the hold: dangan release ${hold}.`,
  'loan.electronic': ({ material }) =>
    `${material} is an electronic file: there is nothing to lend. It can be copied: dangan copy ${material}.`,
  'loan.out': ({ number, loan: name, borrower, dueOn }) =>
    `${number} is out to ${borrower} (${name}), due ${dueOn}. To wait in line: add --queue; to ask it back: dangan loans recall ${name}.`,
  'loan.reserved': ({ number, request: name, applicant }) =>
    `${number} is kept for ${applicant}, who waits in line (${name}). First: dangan borrow ${name}; or they withdraw: dangan request withdraw ${name}.`,
  'loan.overdue': ({ borrower, loan: name, number, dueOn, source }) =>
    `${borrower} has ${number} overdue (${name}, due ${dueOn})${clauses(source)} and borrows nothing until it is back. First: dangan return ${name}.`,
  'loan.limit': ({ borrower, open, most, source }) =>
    `${borrower} has ${open} archive${open === 1 ? '' : 's'} out, and may have ${most} at a time${clauses(source)}. One must come back first.`,
  'loan.agreement': ({ source }) =>
    `A loan agreement is signed before anything is handed over${clauses(source)}. Once it is: --agreement <number>; to print one: dangan form agreement <request>.`,
  'loan.due-needed': ({ source }) =>
    `The slip says until when${clauses(source)}; give the day: --due <day>.`,
  'loan.due-past': ({ dueOn, from }) =>
    `The due day ${dueOn} must not be before ${from}. Mend --due.`,
  'loan.due-beyond': ({ dueOn, latest, count, unit, mayRenew, source }) =>
    `A loan lasts at most ${count} ${unitOf(count, unit)}${clauses(source)}: until ${latest}, not ${dueOn}.${mayRenew ? ' It can be renewed before it is due: dangan renew.' : ''}`,
  'loan.due-approved': ({ dueOn, approved, request: name }) =>
    `${name} was approved until ${approved}, not ${dueOn}. Mend --due, or apply anew.`,
  'loan.not-out': ({ number, returnedOn }) =>
    returnedOn === null
      ? `${number} was never lent. List what is out: dangan loans.`
      : `${number} is not out; it came back on ${returnedOn}.`,
  'loan.returned': ({ loan: name, returnedOn }) => `Loan ${name} came back on ${returnedOn}.`,
  'renewal.late': ({ loan: name, dueOn, source }) =>
    `${name} was due ${dueOn}, and is renewed only before that${clauses(source)}. Take it back first: dangan return ${name}.`,
  'renewal.most': ({ loan: name, most, source }) =>
    most === 0
      ? `The policy renews no loan${clauses(source)}. Return it when due, and borrow it anew.`
      : `${name} was renewed ${most === 1 ? 'once' : `${most} times`} and cannot be again${clauses(source)}. Take it back first: dangan return ${name}.`,
} satisfies {
  readonly [
    Code in Extract<
      keyof RefusalFacts,
      | `request.${string}`
      | `approval.${string}`
      | `applicant.${string}`
      | `loan.${string}`
      | `renewal.${string}`
    >
  ]: (facts: RefusalFacts[Code]) => string
}
