import type { CommandEntry } from './command-entry.ts'

/** What archives are used for, how they are kept, and what becomes of them. */
export const useCommands: readonly CommandEntry[] = [
  {
    name: 'borrow',
    text: (catalog) => catalog.loan.borrow,
    group: 'use',
    load: async (desk) => (await import('./borrow.ts')).borrowCommand(desk),
  },
  {
    name: 'renew',
    text: (catalog) => catalog.loan.renew,
    group: 'use',
    load: async (desk) => (await import('./renew.ts')).renewCommand(desk),
  },
  {
    name: 'return',
    text: (catalog) => catalog.loan.return,
    group: 'use',
    load: async (desk) => (await import('./return.ts')).returnCommand(desk),
  },
  {
    name: 'loans',
    text: (catalog) => catalog.loan,
    group: 'use',
    load: async (desk) => (await import('./loans.ts')).loansCommand(desk),
  },
  {
    name: 'consult',
    text: (catalog) => catalog.consultation,
    group: 'use',
    load: async (desk) => (await import('./consult.ts')).consultCommand(desk),
  },
  {
    name: 'copy',
    text: (catalog) => catalog.permit.copy,
    group: 'use',
    load: async (desk) => (await import('./copy.ts')).copyCommand(desk),
  },
  {
    name: 'disclose',
    text: (catalog) => catalog.permit.disclosure,
    group: 'use',
    load: async (desk) => (await import('./disclose.ts')).discloseCommand(desk),
  },
  {
    name: 'request',
    text: (catalog) => catalog.request,
    group: 'use',
    load: async (desk) => (await import('./request.ts')).requestCommand(desk),
  },
  {
    name: 'approve',
    text: (catalog) => catalog.request.approve,
    group: 'use',
    load: async (desk) => (await import('./approve.ts')).approveCommand(desk),
  },
  {
    name: 'reject',
    text: (catalog) => catalog.request.reject,
    group: 'use',
    load: async (desk) => (await import('./reject.ts')).rejectCommand(desk),
  },
  {
    name: 'locate',
    text: (catalog) => catalog.place,
    group: 'custody',
    load: async (desk) => (await import('./locate.ts')).locateCommand(desk),
  },
  {
    name: 'inspect',
    text: (catalog) => catalog.inspection,
    group: 'custody',
    load: async (desk) => (await import('./inspect.ts')).inspectCommand(desk),
  },
  {
    name: 'stocktake',
    text: (catalog) => catalog.stocktake,
    group: 'custody',
    load: async (desk) => (await import('./stocktake.ts')).stocktakeCommand(desk),
  },
  {
    name: 'handover',
    text: (catalog) => catalog.handover,
    group: 'custody',
    load: async (desk) => (await import('./handover.ts')).handoverCommand(desk),
  },
  {
    name: 'incident',
    text: (catalog) => catalog.incident,
    group: 'custody',
    load: async (desk) => (await import('./incident.ts')).incidentCommand(desk),
  },
  {
    name: 'hold',
    text: (catalog) => catalog.hold.place,
    group: 'disposal',
    load: async (desk) => (await import('./hold.ts')).holdCommand(desk),
  },
  {
    name: 'release',
    text: (catalog) => catalog.hold.release,
    group: 'disposal',
    load: async (desk) => (await import('./release.ts')).releaseCommand(desk),
  },
  {
    name: 'purge',
    text: (catalog) => catalog.disposal,
    group: 'disposal',
    load: async (desk) => (await import('./purge.ts')).purgeCommand(desk),
  },
]
