import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { permit } from './permit.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

/** Why something is not to be read, copied, collected or told, and what would help. */
export const consultingRefusals = {
  'archive.being-read': ({ number, consultation, reader }) =>
    `${reader} reads ${number} just now (${consultation}); it is lent when they are done. To apply and wait in line: add --queue; when they are done: dangan consult close ${consultation}.`,
  'archive.out': ({ number, loan, borrower, dueOn }) =>
    `${number} is out to ${borrower} (${loan}), due ${dueOn}: it is not in the house. To ask it back: dangan loans recall ${loan}; when it comes back: dangan return ${loan}.`,
  'material.handed-out': ({ material }) =>
    `Every original of ${material} was collected by the customer; none is left. The register: dangan copy list --collected.`,
  'consultation.missing': ({ consultation }) =>
    `There is no consultation ${consultation}. List them: dangan consult list --all.`,
  'consultation.none-open': ({ number }) =>
    `Nobody reads ${number} just now. List what is open: dangan consult list --open.`,
  'consultation.several': ({ number, consultations }) =>
    `${consultations.length} people read ${number}: ${consultations.join(', ')}. Say which.`,
  'consultation.closed': ({ consultation, closedOn }) =>
    `Consultation ${consultation} was closed on ${closedOn}.`,
  'consultation.already': ({ number, consultation, reader }) =>
    `${reader} reads ${number} already (${consultation}). When they are done: dangan consult close ${consultation}.`,
  'consultation.scope': ({ number, secrecy, from, source }) =>
    `${number} is ${keys.secrecy[secrecy]}; from ${keys.secrecy[from]} on only what is needed is read${clauses(source)}. Name the materials (${number}/material), or say what: --scope <what>.`,
  'consultation.identity': ({ name, source }) =>
    `It must be seen who ${name} is before anything is laid before them${clauses(source)}. Then say by which document: --identity <document>.`,
  'consultation.place': ({ place, places, labels, source }) =>
    `"${place}" is no place where archives are read${clauses(source)}; it is: ${places.map((key) => labels[key]?.en ?? key).join(', ')}.`,
  'consultation.signature': ({ consultation, reader, source }) =>
    `${reader} signs the register when they are done${clauses(source)}. Then: dangan consult close ${consultation} --signed ${reader}.`,
  'permit.missing': ({ permit: name }) =>
    `There is no permit ${name}. List them: dangan copy list.`,
  'permit.no-copies': ({ permit: name }) =>
    `${name} lets somebody be told; no copies belong to it. See: dangan disclose list.`,
  'copy.top-secret': ({ number, source }) =>
    `${number} is top secret, and is neither copied nor excerpted${clauses(source)}. It can be read on the spot: dangan consult ${number}; where the policy makes exceptions, say so in copies.topSecret, and in requests.chains who approves.`,
  'copy.too-many': ({ number, copies, most, source }) =>
    `At most ${most} copies of ${number} are made at a time${clauses(source)}, not ${copies}.`,
  'copy.whole': ({ number }) =>
    `Originals are collected by material: say ${number}/material. See: dangan show ${number}.`,
  'copy.electronic': ({ material }) =>
    `${material} is an electronic file: there is no original to collect. The customer can have copies: dangan copy ${material} --customer.`,
  'copy.too-few': ({ material, copies, held }) =>
    `There ${held === 1 ? 'is 1' : `are ${held}`} of ${material}; ${copies} cannot be collected.`,
  'copy.signature': ({ name, source }) =>
    `${name} signs the collection register${clauses(source)}. Then add: --signed ${name}.`,
  'copy.accounted': ({ copy, outcome, accountedOn }) =>
    `${copy} was accounted for on ${accountedOn}: ${permit.outcomes[outcome]}.`,
  'copy.before-issued': ({ permit: name, on, issuedOn }) =>
    `${name} was issued on ${issuedOn}; nothing of it came back on ${on}. Mend --on.`,
  'disclosure.basis': ({ basis, bases, source }) =>
    `The policy takes no ${permit.disclosure.bases[basis]} for a ground${clauses(source)}, only: ${bases.map((it) => permit.disclosure.bases[it]).join(', ')}.`,
  'disclosure.consent': ({ basis, source }) =>
    `On the ground of a ${permit.disclosure.bases[basis]} the customer's consent is needed as well${clauses(source)}. Say where it stands: --consent <document>.`,
  'disclosure.unapproved': ({ source }) =>
    `Nobody is told anything without prior approval${clauses(source)}, and the policy does not say by whom. Say in requests.chains of the policy who approves disclose.`,
} satisfies {
  readonly [
    Code in Extract<
      keyof RefusalFacts,
      | 'archive.being-read'
      | 'archive.out'
      | 'material.handed-out'
      | `consultation.${string}`
      | `permit.${string}`
      | `copy.${string}`
      | `disclosure.${string}`
    >
  ]: (facts: RefusalFacts[Code]) => string
}
