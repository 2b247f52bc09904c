/** Who may read, and how long. */
export const secrecy = {
  options: {
    addReader: 'names a reader (name or staff number), may be repeated',
    removeReader: 'takes a reader off the list, may be repeated',
  },
  readers: (number: string, names: string) =>
    names === '' ? `${number} has no named readers` : `Named readers of ${number}: ${names}`,
  beyond: (number: string) =>
    `${number} is opened; you are not among its readers and cannot read it any more. To name a reader: dangan update ${number} --add-reader <name>.`,
  uncleared: (staff: string, clearance: string, number: string) =>
    `${staff} is cleared for ${clearance} only and still cannot read ${number}.`,
  lapsed: (count: number) =>
    `The secrecy of ${count === 1 ? 'one archive' : `${count} archives`} has lapsed: lowered as the policy says.`,
}
