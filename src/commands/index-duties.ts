import type { CommandEntry } from './command-entry.ts'

/** Supervision: audits, reviews, and what is due. */
export const dutyCommands: readonly CommandEntry[] = [
  {
    name: 'audit',
    text: (catalog) => catalog.audit,
    group: 'duties',
    load: async (desk) => (await import('./audit.ts')).auditCommand(desk),
  },
  {
    name: 'due',
    text: (catalog) => catalog.audit.due,
    group: 'duties',
    load: async (desk) => (await import('./due.ts')).dueCommand(desk),
  },
  {
    name: 'daily',
    text: (catalog) => catalog.daily,
    group: 'duties',
    load: async (desk) => (await import('./daily.ts')).dailyCommand(desk),
  },
  {
    name: 'report',
    text: (catalog) => catalog.report,
    group: 'duties',
    load: async (desk) => (await import('./report.ts')).reportCommand(desk),
  },
]
