import type { Catalog } from '../catalog.ts'

/** The archive file, its policy and people. */
export const office = {
  init: {
    summary: 'Make a new archive file',
    description:
      'Makes an empty archive file, adopts a ready policy, and enters you as the first staff member.',
    options: {
      policy: 'name of a ready policy',
      encrypt: 'encrypt the whole file (SQLCipher 4 format)',
      newKeyFile: 'make a random key and write it to this file (with --encrypt)',
      name: 'your name',
      post: 'your post',
      department: 'your department',
    },
    ask: { name: 'Your name', post: 'Your post (may be empty)', policy: 'Which policy' },
    defaultPost: 'archivist',
    done: (path, policy, staff) =>
      `Made ${path} under the policy "${policy}". Staff member 1: ${staff}.`,
    plainWarning:
      'The file is not encrypted: whoever can open it can read it. To encrypt: --encrypt.',
    sealedWarning: (keyFile) =>
      `The file is encrypted${keyFile === undefined ? '' : ` with the key in ${keyFile}`}. Whoever loses the key loses the archive: nobody can recover it, nor any backup of it. Keep a copy of the key apart from the file.`,
    offer: (path) => `There is no archive file ${path}. Make one now?`,
  },
} satisfies Catalog['office']
