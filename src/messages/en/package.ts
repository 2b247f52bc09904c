/** Packages of archives, and the customer's own copy. */
export const packaging = {
  bag: {
    option:
      'make a BagIt package: a new folder, in it one for each type and number, with metadata, electronic materials and checksums',
    description: (count: number) =>
      `${count} customer ${count === 1 ? 'archive' : 'archives'}, in folders by type and number`,
    written: (path: string, count: number, files: number, size: string) =>
      `Made the package ${path}: ${count} ${count === 1 ? 'archive' : 'archives'}, ${files} files, ${size}`,
    would: (count: number) => `Would make a package of ${count}.`,
  },
  subject: {
    option: "a customer's own copy of what is kept on them (end -o in .html, .json or .zip)",
    toOption: 'who is given the copy (entered in the journal)',
    to: 'Who is given the copy',
    title: 'What is kept on you',
    lead: (to: string, number: string) =>
      `At the request of ${to}, under article 45 of the Personal Information Protection Law: what is kept in the archive ${number}.`,
    contacts: 'Contacts',
    contactColumns: ['Name', 'Role', 'Phone', 'Email'],
    entries: 'Entries',
    entryColumns: ['Date', 'Kind', 'What'],
    materials: 'Materials',
    materialColumns: ['No.', 'Title', 'Kind', 'Date', 'Electronic file'],
    disclosures: 'Told to others',
    disclosureColumns: ['Date', 'To', 'What', 'Ground'],
    none: 'None.',
    onPaper: 'on paper',
    file: (path: string, size: string) => `${path} (${size})`,
    withheld: (contacts: number, entries: number, materials: number) =>
      contacts + entries + materials === 0
        ? 'This is all that is kept.'
        : `Left out under the rules of the office: what is other people's (contacts: ${contacts}), entries of its own (${entries}) and materials of its own (${materials}).`,
    prepared: (day: string, by: string) => `Prepared on ${day} by ${by}`,
    written: (path: string, number: string, to: string) =>
      `Wrote the customer's own copy of ${number} to ${path}, for ${to}.`,
    would: (number: string, to: string) =>
      `Would write the customer's own copy of ${number}, for ${to}.`,
    unread: (count: number) =>
      `${count} ${count === 1 ? 'material' : 'materials'} that the customer might have are not in it, since you may not read them. Somebody who may should make the copy.`,
    lookThrough: 'Read it through before it leaves: cover what the texts say of other people.',
    withoutFiles: (count: number) =>
      `${count} electronic ${count === 1 ? 'material is' : 'materials are'} not in it; to have them in, end -o in .zip.`,
  },
}
