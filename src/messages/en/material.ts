import type { Catalog } from '../catalog.ts'

/** Materials: documents of an archive, on paper or as files. */
export const material = {
  summary: 'Attach documents and files',
  description:
    'Enters a document in an archive: on paper, with a title; or a file, which is kept as it is inside the archive file (of the same content an archive keeps one). A folder goes in whole; without an archive number, each of its files goes to the archive whose number is in its name, or in that of its folder. A link named on the line is followed, links in a folder are not.',
  number:
    'archive number; with --get, --update, --remove and --seal number/material, as in RG2025-0001/3',
  files: 'files to attach, or one folder',
  options: {
    title: "title (the file's name if left out); needed for paper",
    kind: 'kind of material, from the materials section of the policy',
    documentNumber:
      "its own number (if left out, derived from the archive's where its kind says so)",
    part: 'part of the archive to which it belongs',
    order: 'its place within that part',
    pages: 'pages, covers counted',
    copies: 'number of copies (1)',
    form: 'original, copy, scan or duplicate',
    counterpart: 'the material of which it is a copy or scan, by its sequence number',
    medium: 'medium: paper, electronic, photograph, recording, object',
    on: 'date on the document',
    secrecy: "secrecy of its own (never below the archive's)",
    place: 'where it lies, if apart: the safe',
    keeper: 'who keeps it',
    from: 'from whom it was received',
    annex: "the customer's own, not yet collected: its pages are not counted",
    noAnnex: 'it is no annex any more',
    match: "what names look like, as '{number}-*': {number} is the archive number, * anything",
    list: 'the in-volume list; with --kind only of these kinds, of all archives where none is named',
    safe: 'with --list: only what belongs in a safe, of all archives where none is named',
    get: 'write a file out',
    output: 'file or folder to write to (this folder, under the original name); - for stdout',
    update: 'change what is said of a material, or add the scan of a paper',
    remove: 'remove a material that was attached by mistake, with its file',
    verify: 'check that files are what was registered (all of them, if no number is given)',
    reason: 'why it is removed, or entered late',
  },
  ask: {
    title: 'Title',
    kind: 'Kind of material (may be left out)',
    material: 'Material (number/sequence, as RG2025-0001/3)',
    reason: 'Why is it removed?',
    remove: (materials) => `Remove ${materials}? Files go with them and cannot be brought back.`,
  },
  done: (material) => `Attached ${material}`,
  already: (material) => `Attached before: ${material}; not attached twice`,
  updated: (material) => `Updated ${material}`,
  same: (material) => `Nothing changes in ${material}`,
  removed: (material) => `Removed ${material}`,
  got: (material, path, size) => `${material} written to ${path} (${size})`,
  toTerminal:
    'A file is not shown on a terminal as it is. Give it to a pipe, or write it: -o <file>.',
  noFiles: 'There are no files.',
  none: 'There are no materials.',
  count: (count, pages) =>
    pages > 0 ? `${count} in all, ${pages} pages (annexes not counted).` : `${count} in all.`,
  folder: {
    file: 'file',
    plan: (files) => `Files to attach: ${files}.`,
    done: (files, archives, size) =>
      files === 0
        ? 'No new files were attached.'
        : `Files attached: ${files} (${size}), in archives: ${archives}.`,
    unchanged: (files) => `Attached before, and not attached twice: ${files}.`,
    notTaken: (files) => `Not attached: ${files}`,
    unfinished: (files) =>
      `Files attached before it ended: ${files}. The same command again attaches the others.`,
    because: {
      link: 'a link; links in folders are not followed',
      special: 'a pipe or a device, not a regular file',
      name: 'its name is not UTF-8 and cannot be opened; rename it first',
      unreadable: 'the folder cannot be read; check its permissions',
      unknown: 'no archive has a number that its name says',
    },
  },
  verify: {
    done: (files, size, damaged) =>
      damaged === 0
        ? `Files checked: ${files} (${size}). All are what was registered.`
        : `Files checked: ${files} (${size}). Damaged: ${damaged}. Take them from a backup:`,
    because: (damage) =>
      damage === 'length' ? ' (wrong length)' : ' (not the SHA-256 registered)',
  },
  history: (seq, title) => `no. ${seq} ${title}`,
  hidden: (seq) => `no. ${seq} (above your clearance)`,
  damaged: 'damaged',
  shown: 'Materials',
  keys: {
    material: 'no.',
    title: 'title',
    kind: 'kind',
    documentNumber: 'document number',
    part: 'part',
    order: 'place in part',
    position: 'place in part',
    pages: 'pages',
    copies: 'copies',
    form: 'form',
    counterpart: 'counterpart',
    medium: 'medium',
    on: 'date',
    datedOn: 'date',
    secrecy: 'secrecy',
    place: 'place',
    keeper: 'keeper',
    from: 'received from',
    receivedFrom: 'received from',
    annex: 'annex',
    digitised: 'digitised',
    file: 'file',
    seals: 'seals',
    fromNumber: 'from archive',
    recordedOn: 'entered on',
  },
} satisfies Catalog['material']
