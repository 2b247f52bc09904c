/** The number of a credential as a form may show it: its last four signs; a short one not at all. */
export function lastFour(number: string): string {
  const signs = [...number.trim()]
  const hidden = signs.length > 4 ? signs.length - 4 : signs.length
  return '*'.repeat(hidden) + signs.slice(hidden).join('')
}
