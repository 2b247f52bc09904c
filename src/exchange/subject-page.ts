import { blockStyles, factTable, listTable, paragraph, type Fact } from './form-blocks.ts'
import { escapeHtml as text, formPage, type FormPage } from './form-page.ts'

/** A customer's own copy as a page; every word is somebody else's, or the reader's language. */
export interface SubjectPage {
  readonly language: FormPage['language']
  readonly title: string
  readonly lead: readonly string[]
  readonly facts: readonly Fact[]
  readonly sections: readonly SubjectSection[]
  readonly foot: readonly string[]
}

/** A list under its heading; of an empty one `none` is said. */
export interface SubjectSection {
  readonly title: string
  readonly none: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

const styles = `${blockStyles}
.sheet h1 { font-size: 18pt; text-align: center; margin: 0 0 2mm; }
.sheet .list td { height: auto; padding: 1mm 1.5mm; vertical-align: top; }
.sheet footer { margin-top: 6mm; font-size: 8.5pt; }
.sheet footer p { margin: .5mm 0; }
`

export function subjectPage(page: SubjectPage): string {
  const { language, title } = page
  const sheet = `<section class="sheet"><h1>${text(title)}</h1>
${page.lead.map(paragraph).join('\n')}
${factTable(page.facts)}
${page.sections.map(sectionOf).join('\n')}
<footer>${page.foot.map((line) => `<p>${text(line)}</p>`).join('')}</footer></section>`
  return formPage({ language, title, styles, sheets: [sheet], running: { name: title } })
}

const sectionOf = ({ title, none, columns, rows }: SubjectSection): string =>
  rows.length === 0
    ? `<h2>${text(title)}</h2>${paragraph(none)}`
    : listTable(
        columns,
        rows.map((cells) => ({ cells })),
        title,
      )
