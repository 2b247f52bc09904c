// FTS5 query expressions over single tokens that hold no quotation mark.

export const term = (token: string): string => `"${token}"`

export const prefix = (token: string): string => `"${token}" *`

/** At least one expression. */
export const all = (expressions: readonly string[]): string => joined(expressions, ' AND ')

/** At least one expression. */
export const any = (expressions: readonly string[]): string => joined(expressions, ' OR ')

function joined(expressions: readonly string[], by: string): string {
  const distinct = [...new Set(expressions)]
  return distinct.length === 1 ? distinct[0]! : `(${distinct.join(by)})`
}
