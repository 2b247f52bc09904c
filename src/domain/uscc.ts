import { invalid, type Invalid } from './invalid.ts'
import { coded, isNothing, spoilt, withoutPointZero } from './plain.ts'

/** GB 32100-2015: 18 signs of this alphabet, the last one a checksum modulo 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = Uint8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)

/** The value of a sign by its character code; -1: not in the alphabet. */
const values = new Int8Array(128).fill(-1)
for (const [value, sign] of [...alphabet].entries()) values[sign.charCodeAt(0)] = value

/** A unified social credit code; '' when the cell says that there is none. */
export const readUscc = (raw: string): string | Invalid =>
  raw.length === 18 && isSound(raw) ? raw : readRoughUscc(raw)

function isSound(text: string): boolean {
  let sum = 0
  for (let index = 0; index < 17; index++) {
    const value = values[text.charCodeAt(index)] ?? -1
    if (value < 0) return false
    sum += value * (weights[index] as number)
  }
  return values[text.charCodeAt(17)] === (31 - (sum % 31)) % 31
}

function readRoughUscc(raw: string): string | Invalid {
  const said = coded(raw)
  if (typeof said !== 'string') return said
  if (isNothing(said)) return ''
  const lost = spoilt(said)
  if (lost && lost.whole === undefined) return invalid('uscc.rounded', { missing: lost.missing })
  const text = (lost?.whole ?? withoutPointZero(said)).replace(/[\s-]/g, '').toUpperCase()
  return flawOf(text) ?? text
}

function flawOf(text: string): Invalid | undefined {
  if (text.includes('*')) return invalid('value.masked', {})
  if (text.length !== 18) return invalid('uscc.length', { length: [...text].length })
  if (isSound(text)) return undefined
  const strange = [...text].findIndex((sign) => !alphabet.includes(sign))
  if (strange >= 0) return strangeSign(text, strange)
  return /^\d{15}000$/.test(text)
    ? invalid('uscc.rounded', { missing: 3 })
    : invalid('uscc.checksum', {})
}

/** The alphabet has no I, O, S, V, Z, lest they be read as 1, 0, 5, U, 2. */
function strangeSign(text: string, index: number): Invalid {
  const facts = { at: index + 1, character: [...text][index] ?? '' }
  const suggestion = text.replace(/[IOSVZ]/g, (sign) => '105U2'['IOSVZ'.indexOf(sign)] ?? sign)
  return invalid('uscc.character', isSound(suggestion) ? { ...facts, suggestion } : facts)
}
