/** What a terminal would act on, or a reader would not see: C0, C1, bidi controls, zero-width, tags. */
const hostile =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu

/** A customer's text as it may go to a terminal: nothing raw that acts, nothing hidden (SPEC 13). */
export const safe = (text: string): string =>
  text.replaceAll(hostile, (character) =>
    character === '\t' || character === '\n' ? ' ' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )

/** `safe`, keeping the lines of what we composed ourselves. */
export const safeLines = (text: string): string => text.split('\n').map(safe).join('\n')
