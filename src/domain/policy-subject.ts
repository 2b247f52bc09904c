import type { Sourced } from './sourced.ts'
import type { Secrecy } from './words.ts'

/**
 * The customer's own copy (个人信息副本; personal information law, art. 45): all that is kept on them,
 * but what is somebody else's and what the office keeps to itself.
 */
export interface SubjectCopyRule extends Sourced {
  /** Fields and standard keys that are the office's own judgement. */
  readonly withoutFields?: readonly string[]
  /** Kinds of entries that stay in the office: what it thinks of its customer's credit. */
  readonly withoutEntries?: readonly string[]
  /** Kinds of materials that stay in the office. */
  readonly withoutMaterials?: readonly string[]
  /** Materials with a level of their own above this stay, too; where nothing is said, all that have one. */
  readonly materialsUpTo?: Secrecy
  /** Are the archive's contacts told? They are other people; of an organisation they are its own. */
  readonly contacts: boolean
}
