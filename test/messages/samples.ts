/** Facts by name; a name that is not there is answered with anything. */
export type Facts = Readonly<Record<string, unknown>>

/**
 * Stands in for whatever a text is given: in a sentence it is a word, in a comparison a number,
 * beside that a list of two and a record of more such things. `named` are the facts that it knows.
 */
export function anything(named: Facts = {}): never {
  return new Proxy(['Sample', 'Sample'], {
    get(list, name) {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 2 : 'Sample')
      if (typeof name === 'symbol') return Reflect.get(list, name) as unknown
      if (Object.hasOwn(named, name)) return named[name]
      if (name === '0' || name === '1') return anything(named)
      if (name in list) return Reflect.get(list, name) as unknown
      return asWordOrNumber(name) ?? anything(named)
    },
  }) as never
}

/** `toUpperCase`, `toFixed` …: what only words and numbers can do. */
function asWordOrNumber(name: string): unknown {
  for (const one of ['Sample', 2]) {
    const method = (Object(one) as Record<string, unknown>)[name]
    if (typeof method === 'function') return method.bind(one) as unknown
  }
  return undefined
}

/** Facts that are words of a short list, wherever they turn up. */
const words: Facts = {
  ...{ secrecy: 'secret', clearance: 'confidential', own: 'secret', level: 'secret' },
  ...{ status: 'active', needs: ['active', 'closed'], use: 'borrow' },
}

/** Facts that are rarely there, or one of which is said otherwise than of many. */
export const occasions: readonly Facts[] = [
  words,
  {
    ...words,
    ...{ suggestion: undefined, minimum: undefined, at: '', expected: '' },
    ...{ choices: [], source: [], known: [], readings: [], digits: 0, missing: 0 },
  },
  { ...words, maximum: undefined, digits: 1, missing: 1, known: 1, length: 1, rejected: 1 },
]
