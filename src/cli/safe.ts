/**
 * What a terminal would act on, or a reader would not see: C0, C1, bidi controls, zero-width and
 * filling characters, annotations, tags, half surrogates.
 */
const hostile =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}\uD800-\uDFFF]/gu

/** A customer's text as it may go to a terminal: nothing raw that acts, nothing hidden (SPEC 13). */
export const safe = (text: string): string =>
  text.replaceAll(hostile, (character) =>
    character === '\t' || character === '\n'
      ? ' '
      : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )

/** `safe`, keeping the lines of what we composed ourselves. */
export const safeLines = (text: string): string => text.split('\n').map(safe).join('\n')

/** What of `hostile` JSON leaves as it is. */
const hostileInJson =
  /[\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** JSON of which a terminal acts on nothing: the same value, more of it escaped. */
export function safeJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent)
  return harmless.test(text) ? text : made(text)
}

/** Letters, digits and Chinese: nearly everything, and told faster than what is not. */
const harmless = /^[\n\x20-\x7e\u3001\u3002\u4e00-\u9fff\uff01-\uff5e]*$/

const made = (text: string): string =>
  text.replaceAll(hostileInJson, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
