import type { CommandEntry } from './command-entry.ts'

/** What opens, fills and finds archives. */
export const fileCommands: readonly CommandEntry[] = [
  {
    name: 'add',
    text: (catalog) => catalog.archive.add,
    group: 'files',
    load: async (desk) => (await import('./add.ts')).addCommand(desk),
  },
  {
    name: 'update',
    text: (catalog) => catalog.change.update,
    group: 'files',
    load: async (desk) => (await import('./update.ts')).updateCommand(desk),
  },
  {
    name: 'classify',
    text: (catalog) => catalog.classification,
    group: 'files',
    load: async (desk) => (await import('./classify.ts')).classifyCommand(desk),
  },
  {
    name: 'show',
    text: (catalog) => catalog.archive.show,
    group: 'files',
    load: async (desk) => (await import('./show.ts')).showCommand(desk),
  },
  {
    name: 'find',
    text: (catalog) => catalog.finding.find,
    group: 'files',
    load: async (desk) => (await import('./find.ts')).findCommand(desk),
  },
  {
    name: 'list',
    text: (catalog) => catalog.finding.list,
    group: 'files',
    load: async (desk) => (await import('./list.ts')).listCommand(desk),
  },
  {
    name: 'note',
    text: (catalog) => catalog.entry,
    group: 'files',
    load: async (desk) => (await import('./note.ts')).noteCommand(desk),
  },
  {
    name: 'attach',
    text: (catalog) => catalog.material,
    group: 'files',
    load: async (desk) => (await import('./attach.ts')).attachCommand(desk),
  },
  {
    name: 'verify',
    text: (catalog) => catalog.change.verify,
    group: 'files',
    load: async (desk) => (await import('./verify.ts')).verifyCommand(desk),
  },
  {
    name: 'merge',
    text: (catalog) => catalog.merging,
    group: 'files',
    load: async (desk) => (await import('./merge.ts')).mergeCommand(desk),
  },
  {
    name: 'import',
    text: (catalog) => catalog.import.run,
    group: 'files',
    load: async (desk) => (await import('./import.ts')).importCommand(desk),
  },
  {
    name: 'export',
    text: (catalog) => catalog.finding.export,
    group: 'files',
    load: async (desk) => (await import('./export.ts')).exportCommand(desk),
  },
]
