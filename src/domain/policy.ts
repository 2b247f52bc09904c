import type { AssessmentRule } from './policy-assessment.ts'
import type { AuditRule } from './policy-audit.ts'
import type { AgreementRule, IncidentsRule } from './policy-custody.ts'
import type { DisposalRule } from './policy-disposal.ts'
import type { InspectionRule, StocktakeRule } from './policy-inspection.ts'
import type { DutiesRule } from './policy-duties.ts'
import type { HandoverRule } from './policy-handover.ts'
import type {
  ChecklistRule,
  MaterialKindRule,
  StorageRule,
  VolumeListRule,
} from './policy-materials.ts'
import type { ReadersRule, SecrecySection } from './policy-secrecy.ts'
import type { ConsultationRule, CopiesRule, DisclosureRule } from './policy-giving.ts'
import type { TrainingRule, ViolationsRule } from './policy-supervision.ts'
import type { LoansRule, PostRule, RequestsRule } from './policy-use.ts'
import type { SubjectCopyRule } from './policy-subject.ts'
import type { Choice, Choices, Sourced } from './sourced.ts'
import type { Day, Label, Language, Secrecy } from './words.ts'

export type { Choice, Choices, Sourced } from './sourced.ts'

/** How a field's value is read, checked and kept. Every kind is stored as text. */
export const fieldKinds = [
  'text',
  'date',
  'integer',
  'number',
  'amount',
  'phone',
  'email',
  'idCard',
  'uscc',
  'choice',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** A choice of a field of archives. */
export interface FieldChoice extends Choice {
  /** Who may read archives that have it and a level; absent: as their level says (S003-10.4). */
  readonly readers?: ReadersRule
}

/** A degree of importance; `strict`: its archives are reviewed by the cycle of important ones. */
export interface ImportanceRule extends Choice {
  readonly strict?: boolean
  /** Contacts that such an archive has at least (S003-5.7-3). */
  readonly contacts?: number
}

/** A field of an archive or of an entry, beyond the standard ones. */
export interface FieldRule extends Sourced {
  readonly label: Label
  readonly kind: FieldKind
  /** For kind `choice`. */
  readonly choices?: Readonly<Record<string, FieldChoice>>
  /** Health, belief, identity …: shown only on `--reveal`. */
  readonly sensitive?: boolean
  /** Headings under which imports know it, besides its labels and key. */
  readonly aliases?: readonly string[]
  /** Of an entry: a product, a batch … by which its buyers are found (S004-A-1). */
  readonly traced?: boolean
}

/** A customer type: how its archives are numbered and what they must hold. */
export interface TypeRule extends Sourced {
  readonly label: Label
  readonly aliases?: readonly string[]
  /** `RG{year}-{serial:4}`, `YG{year}{org}-{serial:4}`. */
  readonly pattern: string
  /** A person's name is read with its surname; an organisation's loses 有限公司 in comparison. */
  readonly naming: 'person' | 'organisation'
  /** Keys of `fields`. */
  readonly fields: readonly string[]
  /** Standard keys (`phone`, `address` …) or keys of `fields` without which the archive is incomplete. */
  readonly required: readonly string[]
  /** The key of `fields` by which another system knows this customer. */
  readonly businessKey?: string
  readonly secrecy?: Secrecy
  readonly retentionClass?: string
}

/** A kind of entry (记录): a dated fact and its own fields. */
export interface EntryRule extends Sourced {
  readonly label: Label
  /** Other words under which it is known. */
  readonly aliases?: readonly string[]
  readonly fields?: Readonly<Record<string, FieldRule>>
  readonly required?: readonly string[]
  /** Keys of the fields that are reckoned with and summed up. */
  readonly reckoned?: Reckoned
  /** Goods that come back: quantity and amount are kept below zero, however they were said. */
  readonly returns?: boolean
  /** The last one stands with what is said of the archive itself: a credit grade (S000-2-4). */
  readonly latest?: boolean
  /** Entered within so many days of the day itself, or of that in the field `since`. */
  readonly enterWithin?: { readonly days: number; readonly since?: string } & Sourced
}

/** Quantity × unit price = amount, by the keys of a kind's fields. */
export interface Reckoned {
  readonly quantity?: string
  readonly unitPrice?: string
  readonly amount?: string
}

/** What is kept how long. Years count from `start`. */
export interface RetentionRule extends Sourced {
  readonly label: Label
  readonly start: 'formed' | 'closed' | 'opened' | 'lastTransaction'
  /** For `lastTransaction`: the kinds of entries that count as one. */
  readonly entries?: readonly string[]
  readonly years: number | 'permanent'
  /** Not shorter, and not longer, than so many years from formation (S004-E-5.4, S004-M-6.3). */
  readonly floorYears?: number
  readonly capYears?: number
  /** Counted to the 31 December of the last year. */
  readonly yearEnd?: boolean
}

/** Which days count as working days, and what follows where they run out (S002-6.3-2, K01). */
export interface CalendarRule extends Sourced {
  /** `mainland`, `taiwan`, `weekends`, or an office's own that was imported. */
  readonly name: string
  /** A term in days that ends on a closed day: on to the next working day, or as it is. */
  readonly closedDays: 'next' | 'keep'
  /** Years that the calendar does not know: refused, or reckoned by weekends and marked so. */
  readonly beyondCoverage: 'refuse' | 'provisional'
}

/** The office's rules, whole and merged. Every section but the first five may be silent. */
export interface Policy {
  readonly policy: string
  readonly title: Label
  readonly language: Language
  /** IANA name; today is this zone's date. */
  readonly timeZone: string
  readonly extends?: string
  readonly source?: readonly string[]
  readonly types: Readonly<Record<string, TypeRule>>
  readonly fields?: Readonly<Record<string, FieldRule>>
  readonly stages?: Choices
  readonly industries?: Choices
  readonly regions?: Choices
  readonly importances?: Readonly<Record<string, ImportanceRule>>
  readonly entries?: Readonly<Record<string, EntryRule>>
  readonly materials?: {
    readonly kinds: Readonly<Record<string, MaterialKindRule>>
    /** The parts of an archive, in the order in which they lie (S003-15.4-6). */
    readonly parts?: Choices
    readonly list?: VolumeListRule
  } & Sourced
  /** What archives must hold, by type and stage. */
  readonly checklists?: Readonly<Record<string, ChecklistRule>>
  readonly storage?: StorageRule
  readonly secrecy?: SecrecySection
  /** An archive is opened within so many days of first contact. */
  readonly opening?: { readonly withinDays: number } & Sourced
  /** Acts may be dated so many days back without a reason. */
  readonly backdating?: { readonly days: number } & Sourced
  /** Working days; without it terms are in days of the calendar only. */
  readonly calendar?: CalendarRule
  /** What must be checked by a second person before it is active. */
  readonly verification?: {
    /** `indirect`: only what did not come from the customer; `all`: everything; `none`. */
    readonly needed: 'none' | 'indirect' | 'all'
    /** Values of `--channel` that count as indirect, and all others. */
    readonly channels: Readonly<Record<string, Choice & { readonly direct: boolean }>>
  } & Sourced
  /** Classes of review: months between two reviews; the strictest that applies wins. */
  readonly review?: {
    readonly everyMonths: number
    readonly importantMonths?: number
    readonly incompleteMonths?: number
  } & Sourced
  readonly retention?: {
    readonly classes: Readonly<Record<string, RetentionRule>>
    readonly default: string
  } & Sourced
  /** Posts by which people decide and are exempt. */
  readonly posts?: Readonly<Record<string, PostRule>>
  /** Applications and who approves them (SPEC section 7). */
  readonly requests?: RequestsRule
  readonly loans?: LoansRule
  /** Agreements that people sign before they touch archives. */
  readonly agreements?: Readonly<Record<string, AgreementRule>>
  readonly incidents?: IncidentsRule
  readonly consultation?: ConsultationRule
  readonly copies?: CopiesRule
  readonly disclosure?: DisclosureRule
  /** What a customer is given who asks for what is kept on them. */
  readonly subjectCopy?: SubjectCopyRule
  /** How what has served its time is destroyed (SPEC section 10). */
  readonly disposal?: DisposalRule
  /** Audits, and how findings are put right. */
  readonly audit?: AuditRule
  /** How archives and store-rooms are inspected, and what is repaired. */
  readonly inspection?: InspectionRule
  /** How shelves are compared with the register. */
  readonly stocktake?: StocktakeRule
  /** What is done unattended. */
  readonly duties?: DutiesRule
  /** How the work on archives is assessed. */
  readonly assessment?: AssessmentRule
  /** How people and departments hand over what they answer for. */
  readonly handover?: HandoverRule
  /** What people are trained in, and when again. */
  readonly training?: TrainingRule
  /** Rules that people can break, what it costs, and appeals. */
  readonly violations?: ViolationsRule
  /** Rules that `classify --by-rules` applies, first match wins. */
  readonly classification?: readonly ClassificationRule[]
}

/** When every condition holds, the archive gets these values. */
export interface ClassificationRule extends Sourced {
  readonly when: Readonly<Record<string, string | readonly string[]>>
  readonly set: Readonly<Record<string, string>>
}

/** One adopted version of the policy. */
export interface PolicyVersion {
  readonly version: number
  /** Null: from the beginning of time. */
  readonly effectiveFrom: Day | null
  readonly policy: Policy
}

/** The version in force on `day`: the latest whose time had come (SPEC section 4). */
export function policyOn(versions: readonly PolicyVersion[], day: Day): PolicyVersion | undefined {
  return versions
    .filter((version) => version.effectiveFrom === null || version.effectiveFrom <= day)
    .toSorted((a, b) => later(startOf(a), startOf(b)) || b.version - a.version)[0]
}

/** The later first. Not by locale: to load its rules takes as long as half a cold start. */
const later = (one: string, other: string): number => Number(one < other) - Number(one > other)

const startOf = (version: PolicyVersion): string => version.effectiveFrom ?? ''
