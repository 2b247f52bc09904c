import type { Catalog } from '../catalog.ts'

/** What checks of how the office does its duties are called, and what they say. */
export const auditDuties = {
  'number.spelling': {
    title: 'Spelling of numbers',
    says: () => 'the number is not as its series and serial make it',
  },
  'approval.own': {
    title: 'Own approval',
    says: ({ request, step }) => `step ${step} of R${request} was approved by whoever applied`,
  },
  'approval.missing': {
    title: 'Chain of approval',
    says: ({ request, step }) =>
      `R${request} counts as approved or was used, and nobody approved step ${step}`,
  },
  'consultation.open': {
    title: 'Open consultations',
    says: ({ consultation, openedOn }) =>
      `C${consultation} was opened on ${openedOn} and never given back and signed`,
  },
  'copy.outstanding': {
    title: 'Copies',
    says: ({ permit, expiresOn }) =>
      `P${permit} expired on ${expiresOn}, and its copies are not accounted for`,
  },
  'entry.late': {
    title: 'Entered in time',
    says: ({ entry, since, recordedOn }) => `E${entry} of ${since} was entered on ${recordedOn}`,
  },
  'rectification.overdue': {
    title: 'Overdue rectification',
    says: ({ finding, dueOn }) => `F${finding} was to be put right by ${dueOn}`,
  },
  'backup.overdue': { title: 'Backups', says: ({ dueOn }) => `a backup was due on ${dueOn}` },
  'file.exposed': {
    title: 'Who can open the file',
    says: () => 'everybody on this machine can open the archive file',
  },
  'manual.package': {
    title: 'Packages handed over',
    says: () =>
      'of what was handed over or received, compare list, counts, bytes and formats, and note what came of it',
  },
} satisfies Pick<Catalog['audit']['checks'], DutyCode>

type DutyCode = keyof typeof import('../zh-Hans/audit-duties.ts').auditDuties
