import type { CheckCode } from './audit-finding.ts'
import type { ChecksOf } from './audit-rule.ts'
import type { Policy } from './policy.ts'

const inspecting = ({ inspection }: Policy) => inspection?.source ?? ['S001-14-1']
const counting = ({ stocktake }: Policy) => stocktake?.source ?? ['S002-5.3-2']

/** What inspections and stocktakes found, and what of them is overdue. */
export const keepingChecks = {
  'inspection.item': {
    severity: 'warning',
    items: [],
    source: inspecting,
    lasting: true,
    fix: (_, { inspection }) => `dangan inspect show I${inspection}`,
  },
  'inspection.overdue': {
    severity: 'warning',
    items: [],
    source: inspecting,
    fix: () => 'dangan inspect open',
  },
  'repair.overdue': {
    severity: 'warning',
    items: [],
    source: () => ['S001-15-1'],
    fix: (_, { repair }) => `dangan inspect repaired P${repair}`,
  },
  'stocktake.missing': {
    severity: 'error',
    items: [],
    source: counting,
    lasting: true,
    fix: (_, { stocktake }) => `dangan stocktake show C${stocktake} --result missing`,
  },
  'stocktake.misplaced': {
    severity: 'warning',
    items: [],
    source: counting,
    lasting: true,
    fix: (number, { at }) => `dangan locate ${number} --to ${at}`,
  },
  'stocktake.stray': {
    severity: 'warning',
    items: [],
    source: counting,
    lasting: true,
    fix: (_, { stocktake }) => `dangan stocktake show C${stocktake} --result unknown`,
  },
  'stocktake.purged': {
    severity: 'error',
    items: [],
    source: counting,
    lasting: true,
    fix: (_, { stocktake }) => `dangan stocktake show C${stocktake} --result purged`,
  },
  'stocktake.overdue': {
    severity: 'warning',
    items: [],
    source: counting,
    fix: () => 'dangan stocktake open',
  },
} satisfies Partial<ChecksOf<CheckCode>>
