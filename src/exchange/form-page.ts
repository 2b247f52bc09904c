import type { Language } from '../domain/words.ts'

/** Text as it may stand in a page, in an element as well as in quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(hidden, '')

/** What a browser would act on or hide: controls, bidi marks, half characters. */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uD800-\uDFFF]/gu

/** A page of its own: nothing is fetched, nothing runs; ready for A4. */
export interface FormPage {
  readonly language: Language
  readonly title: string
  /** CSS of the form, after that of all forms. */
  readonly styles: string
  /** Elements, escaped. */
  readonly sheets: readonly string[]
  /** Wider than high, as registers are. */
  readonly landscape?: true
  /** What stands in the lower margin of every sheet of paper; browsers that cannot leave it out. */
  readonly running?: {
    readonly name: string
    /** Which sheet it is of how many. */
    readonly of?: (page: string, pages: string) => string
  }
}

/** Fonts that the systems of each script bring along, printed ones first. */
const fonts: Readonly<Record<Language, string>> = {
  'zh-Hans':
    "'Songti SC', SimSun, 'Noto Serif CJK SC', 'Source Han Serif SC', 'WenQuanYi Micro Hei', serif",
  'zh-Hant':
    "'Songti TC', PMingLiU, MingLiU, 'Noto Serif CJK TC', 'Source Han Serif TC', 'WenQuanYi Micro Hei', serif",
  en: "Georgia, 'Times New Roman', 'Songti SC', SimSun, 'Noto Serif CJK SC', 'WenQuanYi Micro Hei', serif",
}

export const formPage = (page: FormPage): string =>
  `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(page.title)}</title>
<style>
${paper(page)}
* { box-sizing: border-box; }
html { font-family: ${fonts[page.language]}; font-size: 10.5pt; line-height: 1.4; color: #000; }
body { margin: 0; }
svg { display: block; width: 100%; height: 100%; }
@media screen { body { max-width: ${page.landscape ? 267 : 180}mm; margin: 10mm auto; } }
${page.styles}
</style>
</head>
<body>
${page.sheets.join('\n')}
</body>
</html>
`

/** A4, and what stands in its lower margin. */
function paper({ landscape, running }: FormPage): string {
  const size = landscape ? 'A4 landscape' : 'A4'
  if (!running) return `@page { size: ${size}; margin: 14mm 15mm; }`
  const [page, pages] = ['\uE000', '\uE001']
  const words = cssText(running.of?.(page, pages) ?? '')
    .replaceAll(page, '" counter(page) "')
    .replaceAll(pages, '" counter(pages) "')
  const font = 'font-size: 8pt; color: #000;'
  return `@page { size: ${size}; margin: 14mm 15mm;
  @bottom-left { content: ${cssText(running.name)}; ${font} }
  @bottom-right { content: ${words}; ${font} } }`
}

/** Text as CSS writes it; the two signs that stand for numbers stay. */
const cssText = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} ·\uE000\uE001-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)}"`
