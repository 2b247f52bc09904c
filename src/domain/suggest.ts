/**
 * The candidate that `word` was probably meant to be: at most two slips away (one in words of up to
 * three letters or five characters of Chinese; then of one of two characters the first must be right).
 * Letter case, width, spaces, hyphens and underscores do not count. Of equals the one that begins
 * alike, then the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = lettersOf(word)
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const slips = slipsIfNear(meant, lettersOf(candidate))
    if (slips < least) [best, least] = [candidate, slips]
  }
  return best
}

const lettersOf = (word: string): readonly string[] => [
  ...word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, ''),
]

/** Slips, half a one more when the first letters differ; infinite when too many. */
function slipsIfNear(meant: readonly string[], letters: readonly string[]): number {
  const longer = Math.max(meant.length, letters.length)
  const allowed = longer <= (isChinese(letters) ? 5 : 3) ? 1 : 2
  if (longer > 64 || Math.abs(meant.length - letters.length) > allowed) return Infinity
  const slips = slipsBetween(meant, letters)
  const weighed = letters[0] === meant[0] ? slips : slips + 0.5
  return slips > allowed || (longer <= 2 && weighed > 1) ? Infinity : weighed
}

const isChinese = (letters: readonly string[]): boolean =>
  letters.every((letter) => letter >= '\u3400')

/** Damerau-Levenshtein distance (optimal alignment): letters added, left out, changed, swapped. */
function slipsBetween(from: readonly string[], to: readonly string[]): number {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1
      let least = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + changed,
      )
      if (isSwap(from, to, row, column)) least = Math.min(least, at(before, column - 2) + 1)
      current.push(least)
    }
    before = above
    above = current
  }
  return at(above, to.length)
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity

const isSwap = (a: readonly string[], b: readonly string[], row: number, column: number): boolean =>
  row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
