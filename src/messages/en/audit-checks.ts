import type { Because } from '../../domain/duplicates.ts'
import type { Catalog } from '../catalog.ts'
import { auditDuties } from './audit-duties.ts'

const because: Readonly<Record<Because, string>> = {
  identity: 'same identity number',
  businessKey: 'same business key',
  phoneAndName: 'same phone and name',
  name: 'same name',
}
const list = (keys: readonly string[]) => keys.join(', ')

/** What each check is called, and what it says of what it found. */
export const auditChecks = {
  'archive.required': { title: 'Required values', says: ({ fields }) => `lacks ${list(fields)}` },
  'archive.checklist': {
    title: 'Required documents',
    says: ({ items }) => `lacks documents: ${list(items)}`,
  },
  'value.checksum': {
    title: 'Check digits',
    says: ({ fields }) => `check digit is wrong: ${list(fields)}`,
  },
  'value.shape': {
    title: 'Form of values',
    says: ({ fields }) => `badly written: ${list(fields)}`,
  },
  'value.choice': {
    title: 'Listed values',
    says: ({ fields }) => `not among those that the policy lists: ${list(fields)}`,
  },
  'text.control': {
    title: 'Strange characters',
    says: ({ fields }) => `invisible or unreadable characters in ${list(fields)}`,
  },
  'date.order': {
    title: 'Order of dates',
    says: ({ fields }) => `at odds with other dates, the year or today: ${list(fields)}`,
  },
  'duplicate.likely': {
    title: 'Duplicates',
    says: ({ because: why, other }) => `looks like the customer of ${other} (${because[why]})`,
  },
  'number.gap': {
    title: 'Gaps in numbers',
    says: ({ stem, from, to }) =>
      `${stem} has no ${from === to ? from : `${from} to ${to}`}, and nothing says why`,
  },
  'number.before': {
    title: 'Numbers before this register',
    says: ({ stem, to }) => `1 to ${to} of ${stem} were given out before this register was`,
  },
  'number.width': {
    title: 'Room for numbers',
    says: ({ stem, last, percent }) => `${stem} has come to ${last}: ${percent}% of its width`,
  },
  'loan.overdue': {
    title: 'Overdue loans',
    says: ({ loan, dueOn }) => `L${loan} was due on ${dueOn}`,
  },
  'loan.agreement': {
    title: 'Agreements of borrowers',
    says: ({ loan }) => `the borrower of L${loan} has no agreement that holds`,
  },
  'review.overdue': {
    title: 'Overdue reviews',
    says: ({ dueOn }) => `review was due on ${dueOn}`,
  },
  'opening.late': {
    title: 'Opened late',
    says: ({ firstOn, openedOn }) => `first contact on ${firstOn}, opened on ${openedOn}`,
  },
  'contacts.few': {
    title: 'Contacts',
    says: () => 'an important customer with too few contacts',
  },
  'secret.apart': { title: 'Kept apart', says: () => 'must lie apart, and does not' },
  'secret.keeper': { title: 'Keepers', says: () => 'where it lies there is no keeper' },
  'secrecy.over': {
    title: 'Secrecy over',
    says: ({ until }) => `its level lasted until ${until}`,
  },
  'retention.over': {
    title: 'Retention over',
    says: ({ until }) => `was to be kept until ${until}, and nothing was decided since`,
  },
  'approval.paper': {
    title: 'Approved on paper',
    says: ({ request, step }) =>
      `step ${step} of R${request} was entered from a paper form, not by whoever decided`,
  },
  'verify.self': { title: 'Verified by oneself', says: () => 'verified by whoever collected it' },
  backdated: {
    title: 'Entered late',
    says: ({ seq, effectiveOn, enteredOn }) =>
      `entry ${seq} of the journal is dated ${effectiveOn} and was made on ${enteredOn}`,
  },
  'journal.intact': {
    title: 'Journal',
    says: ({ seq }) => `entry ${seq} of the journal is not as it was entered`,
  },
  'file.fixity': {
    title: 'Fixity of files',
    says: ({ material }) => `the file of material ${material} is not as it was registered`,
  },
  'file.intact': { title: 'Archive file', says: () => 'the archive file is damaged' },
  'row.damaged': { title: 'Records', says: () => 'the record is damaged and cannot be read' },
  'row.orphan': {
    title: 'Orphans',
    says: ({ table, count }) => `${count} rows of ${table} belong to no archive`,
  },
  'incident.report': {
    title: 'Reports of incidents',
    says: ({ incident, dueOn }) => `I${incident} was to be reported by ${dueOn}`,
  },
  'handover.missing': {
    title: 'lacking at a handover',
    says: ({ handover, item, missing }) =>
      `item ${item} of handover H${handover} was ${missing ? 'missing' : 'incomplete'}`,
  },
  'request.expired': {
    title: 'Expired requests',
    says: ({ request, expiresOn }) => `R${request} expired on ${expiresOn} and is not settled`,
  },
  'card.behind': { title: 'Cards', says: () => 'the card on paper is behind the archive' },
  'place.wrong': {
    title: 'Places',
    says: () => 'lies where it should not, or nobody knows where',
  },
  'inspection.item': {
    title: 'inspection of the store-room',
    says: ({ inspection: id, item, place }) =>
      `${item}: bad${place === null ? '' : ` at ${place}`} (I${id})`,
  },
  'inspection.overdue': { title: 'overdue inspection', says: ({ dueOn }) => `due by ${dueOn}` },
  'repair.overdue': {
    title: 'overdue repair',
    says: ({ repair, dueOn }) => `P${repair} was due by ${dueOn}`,
  },
  'stocktake.missing': {
    title: 'missing in a stocktake',
    says: ({ stocktake: id }) => `missing from its shelf (C${id})`,
  },
  'stocktake.misplaced': {
    title: 'misplaced in a stocktake',
    says: ({ stocktake: id, at }) => `seen at ${at}, not where the register has it (C${id})`,
  },
  'stocktake.stray': {
    title: 'unknown numbers in a stocktake',
    says: ({ stocktake: id, count }) => `${count} unknown or void numbers on the shelves (C${id})`,
  },
  'stocktake.purged': {
    title: 'destroyed, and yet there',
    says: ({ stocktake: id, count }) =>
      `${count} on the shelves that ought to be destroyed (C${id})`,
  },
  'stocktake.overdue': { title: 'overdue stocktake', says: ({ dueOn }) => `due by ${dueOn}` },
  ...auditDuties,
  'manual.readable': {
    title: 'Files can be read',
    says: () => 'open some of the files and note what came of it',
  },
  'manual.virus': {
    title: 'Viruses',
    says: () => 'scan this machine and its media for viruses and note what came of it',
  },
  'manual.media': {
    title: 'Media of backups',
    says: () => 'look at the media of backups, read them, and note what came of it',
  },
} satisfies Catalog['audit']['checks']
