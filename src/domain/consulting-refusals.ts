import type { CopyOutcome } from './copy-words.ts'
import type { DisclosureBasis } from './disclosure-bases.ts'
import type { Label, Secrecy } from './words.ts'

/** Why something is not to be read on the spot, copied, collected or told (SPEC 8). */
export interface ConsultingRefusalFacts {
  /** It lies before a reader just now. */
  'archive.being-read': { number: string; consultation: string; reader: string }
  // --- consultations
  /** It is lent: not in the house. */
  'archive.out': { number: string; loan: string; borrower: string; dueOn: string }
  /** All of it was handed out to its customer. */
  'material.handed-out': { material: string }
  'consultation.missing': { consultation: string }
  'consultation.none-open': { number: string }
  'consultation.several': { number: string; consultations: readonly string[] }
  'consultation.closed': { consultation: string; closedOn: string }
  'consultation.already': { number: string; consultation: string; reader: string }
  'consultation.scope': {
    number: string
    secrecy: Secrecy
    from: Secrecy
    source: readonly string[]
  }
  'consultation.identity': { name: string; source: readonly string[] }
  'consultation.place': {
    place: string
    places: readonly string[]
    labels: Readonly<Record<string, Label>>
    source: readonly string[]
  }
  'consultation.signature': { consultation: string; reader: string; source: readonly string[] }
  // --- permits: copies, originals that are collected, disclosures
  'permit.missing': { permit: string }
  /** It lets somebody be told, and nothing copied. */
  'permit.no-copies': { permit: string }
  'copy.top-secret': { number: string; source: readonly string[] }
  'copy.too-many': { number: string; copies: number; most: number; source: readonly string[] }
  /** Originals are collected one by one. */
  'copy.whole': { number: string }
  'copy.electronic': { material: string }
  'copy.too-few': { material: string; copies: number; held: number }
  'copy.signature': { name: string; source: readonly string[] }
  'copy.accounted': { copy: string; outcome: CopyOutcome; accountedOn: string }
  'copy.before-issued': { permit: string; on: string; issuedOn: string }
  'disclosure.basis': {
    basis: DisclosureBasis
    bases: readonly DisclosureBasis[]
    source: readonly string[]
  }
  'disclosure.consent': { basis: DisclosureBasis; source: readonly string[] }
  'disclosure.unapproved': { source: readonly string[] }
}
