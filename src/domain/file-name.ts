/** Names of files as others gave them: how they are kept, and how they are written out again. */

import { once } from './once.ts'

/** What acts on a terminal or hides: control, format and half characters. */
const hidden = once(() => /[\p{Cc}\p{Cf}\p{Cs}]/gu)

/** The name as it is kept and shown: composed (NFC), nothing in it acts on a terminal. */
export const keptName = (name: string): string =>
  name.normalize('NFC').replaceAll(hidden(), '\uFFFD')

/** What a file system, here or on another machine, would not take in a name or take for something else. */
const unwritable = /[/\\:*?"<>|\uFFFD]/gu
const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const mostBytes = 220

/**
 * A name under which a file can be written in a folder, whatever it was called: it never leads out
 * of the folder, is no device of Windows, and is at most 220 bytes long with its ending.
 */
export function writableName(name: string): string {
  const plain = keptName(name)
    .replaceAll(unwritable, '_')
    .replace(/[. ]+$/, '')
    .trimStart()
  const named = plain === '' || /^\.+$/.test(plain) ? '_' : plain
  return shortened(devices.test(named) ? `_${named}` : named)
}

/** The name, and its ending with the dot; '' where there is none. */
export function nameAndEnding(name: string): readonly [name: string, ending: string] {
  const at = name.lastIndexOf('.')
  return at <= 0 || name.length - at > 12 || /\s/.test(name.slice(at))
    ? [name, '']
    : [name.slice(0, at), name.slice(at)]
}

function shortened(name: string): string {
  const [whole, ending] = nameAndEnding(name)
  let kept = ''
  let bytes = bytesOf(ending)
  for (const character of whole) {
    bytes += bytesOf(character)
    if (bytes > mostBytes) break
    kept += character
  }
  return kept + ending
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** `合同.pdf`, then `合同 (2).pdf`: the same name once more beside files that are there already. */
export function anotherName(name: string, count: number): string {
  const [whole, ending] = nameAndEnding(name)
  return count < 2 ? name : shortened(`${shortened(whole).slice(0, 100)} (${count})${ending}`)
}

/** A title for a file of which only the name is known: without its ending, one line, 200 characters. */
export const titleFrom = (name: string): string => {
  const [whole] = nameAndEnding(keptName(name))
  const plain = whole.replaceAll(/[\uFFFD\s]+/g, ' ').trim()
  return [...(plain === '' ? name.replaceAll('\uFFFD', '_') : plain)].slice(0, 200).join('')
}

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  xml: 'application/xml',
  json: 'application/json',
  rtf: 'application/rtf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  wps: 'application/vnd.ms-works',
  eml: 'message/rfc822',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  stl: 'model/stl',
}

/** The media type that a name's ending tells; scans of teeth (STL) among them. */
export const typeFrom = (name: string): string => {
  const ending = nameAndEnding(name)[1].slice(1).toLowerCase()
  return Object.hasOwn(types, ending) ? (types[ending] as string) : 'application/octet-stream'
}
