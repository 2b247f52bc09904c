import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import type { Desk } from './desk.ts'

/** A command of the program: its group in the help, and where its body is. */
export interface CommandEntry {
  readonly name: string
  readonly group: keyof Catalog['program']['groups']
  /** What it is for: the list of commands says so without loading it. */
  readonly text: (catalog: Catalog) => { readonly summary: string }
  /** Loads and builds it; nothing else is loaded before it is needed. */
  readonly load: (desk: Desk) => Promise<CommandUnknownOpts>
}

/** All commands, in the order of the help (SPEC section 2). */
export const commandList: readonly CommandEntry[] = [
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
    name: 'incident',
    text: (catalog) => catalog.incident,
    group: 'custody',
    load: async (desk) => (await import('./incident.ts')).incidentCommand(desk),
  },
  {
    name: 'audit',
    text: (catalog) => catalog.audit,
    group: 'duties',
    load: async (desk) => (await import('./audit.ts')).auditCommand(desk),
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
