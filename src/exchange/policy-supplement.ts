/**
 * A policy document with sections added at its end, each on a line (JSON is YAML, too). A section that
 * the document had emptied (`review: null`) is emptied no more. All else stays as it was written.
 */
export function supplemented(
  document: string,
  from: string,
  sections: readonly (readonly [key: string, value: unknown])[],
): string {
  const added = sections.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  const text = document.trimEnd()
  if (isBraced(text))
    return `${text.slice(0, -1).replace(/,?\s*$/, '')},\n${added.join(',\n')}\n}\n`
  const emptied = new Set(sections.map(([key]) => key))
  const kept = text
    .split(/\r?\n/)
    .filter((line) => !emptied.has(/^([A-Za-z]+):\s*(null|~)?\s*(#.*)?$/.exec(line)?.[1] ?? ''))
  return [...kept, '', `# ${from}`, ...added, ''].join('\n')
}

/** One map in braces, as JSON is written. */
const isBraced = (text: string): boolean => /^(\s*#.*\n)*\s*\{[^]*\}$/.test(text)
