import type { Wanted } from './formula.ts'

/** What can be wrong with a policy file, and the facts that a message needs. Values are quoted as written. */
export interface PolicyFaults {
  // --- the file
  'file.too-long': { characters: number; limit: number }
  'file.too-deep': Record<never, never>
  /** Anchors that refer to themselves, or so often that the whole would not fit. */
  'file.aliases': Record<never, never>
  /** `reason` is the YAML reader's own code, `detail` its English sentence. */
  'yaml.syntax': { reason: string; detail: string }
  /** `label：` with a full-width colon. */
  'yaml.full-width-colon': { found: string }
  'extends.unknown': { name: string }
  'extends.loop': { names: readonly string[] }
  // --- its shape
  'key.unknown': { key: string; suggestion: string | undefined; known: readonly string[] }
  /** A key that is no identifier: English letters and digits, first letter small. */
  'key.form': { key: string }
  'key.missing': { key: string }
  'value.kind': { wanted: readonly ValueKind[]; found: string }
  'value.choice': { found: string; suggestion: string | undefined; choices: readonly string[] }
  'value.range': { found: string; minimum: number | undefined; maximum: number | undefined }
  'value.blank': Record<never, never>
  'value.twice': { found: string }
  'value.form': { found: string }
  'clause.form': { found: string }
  // --- its sense
  'pattern.no-serial': { pattern: string }
  'pattern.serial-twice': { pattern: string }
  'pattern.place-twice': { pattern: string; place: string }
  'pattern.unknown-place': { place: string; suggestion: string | undefined }
  'pattern.character': { pattern: string; character: string }
  /** Nothing parts the org code from the serial: A1 + 0001 and A + 10001 would be one number. */
  'pattern.org-meets-serial': { pattern: string }
  'pattern.same-numbers': { pattern: string; type: string; other: string; otherPattern: string }
  'name.unknown': { list: NamedList; name: string; suggestion: string | undefined }
  /** A field may not be called what every archive already has. */
  'field.standard': { key: string }
  /** The type requires a field that it does not list. */
  'field.not-listed': { key: string }
  'field.no-choices': { key: string }
  'field.idle-choices': { key: string; kind: string }
  /** Two things of one list answer to the same spelling. */
  'alias.twice': { alias: string; other: string }
  /** A formula that cannot be read; `character` is counted from 1. */
  'formula.form': { formula: string; character: number; wanted: Wanted }
  /** What is withheld from readers would be told by what is missing. */
  'formula.sensitive': { key: string }
  /** Ordered or compared with a number, though its values are none. */
  'formula.number': { key: string }
  /** An item names a kind, or another checklist: one of them. */
  'item.kind': Record<never, never>
  /** A step must say who decides it. */
  'step.nobody': Record<never, never>
  /** A level lapses to a lower one. */
  'secrecy.not-lower': { level: string; found: string }
  /** An archive cannot be kept at least longer than at most. */
  'retention.floor-above-cap': { floor: number; cap: number }
  /** Counting from the last transaction wants to know which entries are one. */
  'retention.no-entries': Record<never, never>
  'checklist.loop': { names: readonly string[] }
  /** A reading cannot be at least more than at most. */
  'reading.limits': { from: number; to: number }
  'time-zone.unknown': { found: string }
}
export type PolicyFault = keyof PolicyFaults

export type ValueKind = 'text' | 'number' | 'integer' | 'yesNo' | 'list' | 'map'

/** The lists in which a name that the policy mentions must stand. */
export type NamedList =
  | 'types'
  | 'fields'
  | 'keys'
  | 'stages'
  | 'industries'
  | 'regions'
  | 'importances'
  | 'secrecyLevels'
  | 'calendars'
  | 'retentionClasses'
  | 'parts'
  | 'materialKinds'
  | 'checklists'
  | 'channels'
  | 'entryKinds'
  | 'posts'
  | 'choices'

/** One thing wrong, and where: `types.individual.pattern`, `classification.0.set`; empty: the whole. */
export type PolicyProblem = {
  [Fault in PolicyFault]: {
    readonly at: string
    readonly code: Fault
    readonly facts: Readonly<PolicyFaults[Fault]>
  }
}[PolicyFault]

/** A problem and its place in the text, both counted from 1; where a base brought it, the nearest place. */
export type PlacedProblem = PolicyProblem & { readonly line: number; readonly column: number }

export const problem = <Fault extends PolicyFault>(
  at: string,
  code: Fault,
  facts: PolicyFaults[Fault],
): PolicyProblem => ({ at, code, facts }) as PolicyProblem
