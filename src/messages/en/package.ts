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
}
