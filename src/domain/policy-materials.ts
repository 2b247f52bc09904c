import type { Choice, Choices, Sourced } from './sourced.ts'
import type { Label, Secrecy } from './words.ts'

/** A kind of material (材料): a document that archives hold. */
export interface MaterialKindRule extends Choice {
  /** How its own number is derived: `{number}-HT{serial:2}`; `{number}` is the archive's own. */
  readonly number?: string
  /** The part of the archive in which it lies: a key of `parts`. */
  readonly part?: string
  /** Its level where nothing else is said; never below the archive's. */
  readonly secrecy?: Secrecy
  /** Where it must be sealed: pages of this edition of the document (S004-Q-2.2.1). */
  readonly seals?: Choices
  /** Who must have signed it. */
  readonly signatures?: Choices
}

/** A document that a checklist asks for, or another checklist whose documents all belong to it. */
export interface ChecklistItem extends Sourced {
  /** What it is called; otherwise as its kind, or its checklist, is. */
  readonly label?: Label
  /** A key of `materials.kinds`. */
  readonly kind?: string
  /** A key of `checklists` (S004-Q-2.1c). */
  readonly checklist?: string
  /** How many of which form are needed; one of any where nothing is said. */
  readonly copies?: Readonly<Partial<Record<CopyForm, number>>>
  /** Pages that each must have at least; 1: they must have been counted (S003-15.4-2). */
  readonly pages?: number
  /** Only where this formula holds: `origin != 'local'`. */
  readonly when?: string
}

/** Forms of a material; `any`: of whatever form. */
export const copyForms = ['any', 'original', 'copy', 'scan', 'duplicate'] as const
export type CopyForm = (typeof copyForms)[number]

/** What archives of some types and stages must hold; of all, where none are named. */
export interface ChecklistRule extends Sourced {
  readonly label: Label
  readonly types?: readonly string[]
  readonly stages?: readonly string[]
  readonly items: Readonly<Record<string, ChecklistItem>>
}

/** The in-volume list as it is printed: in how many copies, and who signs (S003-15.4-3). */
export interface VolumeListRule extends Sourced {
  readonly copies: number
  readonly signatures: Choices
}

/** In which order archives stand on the shelves. `type`: by type, then by number. */
export const shelfOrders = ['number', 'type', 'openedOn', 'name'] as const
export type ShelfOrder = (typeof shelfOrders)[number]

/** How holdings are kept (S001-7-1, S001-22-2, S002-4.1-3). */
export interface StorageRule extends Sourced {
  readonly order: ShelfOrder
  /** An archive's location must be a place that the office has entered. */
  readonly knownPlaces?: boolean
  /** What lies apart, under a keeper. */
  readonly apart?: {
    /** Archives and materials of these levels lie only in places marked for them. */
    readonly levels?: readonly Secrecy[]
    /** Materials of these kinds lie in a safe. */
    readonly kinds?: readonly string[]
  } & Sourced
  /** Who may go into the store-room: its keeper, and others with them; each visit is entered. */
  readonly admission?: Sourced
  /** Keys of what a box or bag says on its label, besides number and name. */
  readonly label?: readonly string[]
}
