import type { Draft } from './draft.ts'
import { readRow, type Taken } from './import-row.ts'
import { openArchive, problemsOf, type Opening } from './opening.ts'
import type { Policy } from './policy.ts'
import type { Problem } from './problem.ts'
import { unsound } from './row-shape.ts'
import type { Day } from './words.ts'

/** How the rows of a list are read: the same for all of them. */
export interface RowRules {
  readonly columns: readonly Taken[]
  /** Cells of the heading: a row may have no more that say something. */
  readonly width: number
  /** The type of every row that names none. */
  readonly type: string | undefined
  readonly policy: Policy
  readonly today: Day
}

/** What a row says, without a look into the register. */
export interface RowRead {
  readonly draft: Draft
  /** What stands against opening an archive with it. */
  readonly problems: readonly Problem[]
  /** What would be opened, where nothing stands against it. */
  readonly opening: Opening | undefined
}

/** Reads a row as far as the policy alone goes: the same cells always say the same. */
export function rowRead(cells: readonly string[], rules: RowRules): RowRead {
  const whole = unsound(cells, rules.width)
  if (whole) return unopened({ values: new Map(), problems: [whole] }, [whole])
  const { policy, today } = rules
  const draft = readRow(cells, rules.columns, rules.type)
  const problems = problemsOf(draft, policy, today)
  if (problems.length > 0) return unopened(draft, problems)
  return { draft, problems, opening: openArchive(draft, [], policy, today) }
}

const unopened = (draft: Draft, problems: readonly Problem[]): RowRead => ({
  draft,
  problems,
  opening: undefined,
})
