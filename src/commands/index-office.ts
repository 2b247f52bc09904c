import type { CommandEntry } from './command-entry.ts'

/** The office itself: its rules, people, forms, journal and backups. */
export const officeCommands: readonly CommandEntry[] = [
  {
    name: 'form',
    text: (catalog) => catalog.form,
    group: 'office',
    load: async (desk) => (await import('./form.ts')).formCommand(desk),
  },
  {
    name: 'init',
    text: (catalog) => catalog.office.init,
    group: 'office',
    load: async (desk) => (await import('./init.ts')).initCommand(desk),
  },
  {
    name: 'policy',
    text: (catalog) => catalog.policy,
    group: 'office',
    load: async (desk) => (await import('./policy.ts')).policyCommand(desk),
  },
  {
    name: 'staff',
    text: (catalog) => catalog.staff,
    group: 'office',
    load: async (desk) => (await import('./staff.ts')).staffCommand(desk),
  },
  {
    name: 'log',
    text: (catalog) => catalog.log,
    group: 'office',
    load: async (desk) => (await import('./log.ts')).logCommand(desk),
  },
  {
    name: 'backup',
    text: (catalog) => catalog.backup,
    group: 'office',
    load: async (desk) => (await import('./backup.ts')).backupCommand(desk),
  },
  {
    name: 'restore',
    text: (catalog) => catalog.restore,
    group: 'office',
    load: async (desk) => (await import('./restore.ts')).restoreCommand(desk),
  },
  {
    name: 'doctor',
    text: (catalog) => catalog.doctor,
    group: 'office',
    load: async (desk) => (await import('./doctor.ts')).doctorCommand(desk),
  },
  {
    name: 'completion',
    text: (catalog) => catalog.terminal.completion,
    group: 'office',
    load: async (desk) => (await import('./completion.ts')).completionCommand(desk),
  },
  {
    name: 'man',
    text: (catalog) => catalog.terminal.man,
    group: 'office',
    load: async (desk) => (await import('./man.ts')).manCommand(desk),
  },
]
