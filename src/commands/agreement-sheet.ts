import { highestOf } from '../domain/chain.ts'
import { applicantName, requestName, type Request } from '../domain/request.ts'
import { clauses, factTable, listTable, paragraph, signBoxes } from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import { applicantFacts } from './applicant-facts.ts'
import { checkCode, requestCode, type Asked, type Drawing } from './application-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { levelWord, lineTable } from './sheet-lines.ts'

/** The two copies of a loan agreement: one for each side (F06; S002-6.4-3, S002-6.4-4). */
export const agreementSheets = (
  desk: Desk,
  office: Office,
  asked: Asked,
  drawing: Drawing & { readonly number: string | undefined },
): FormSheet[] => [1, 2].map((which) => agreementSheet(desk, office, asked, drawing, which))

function agreementSheet(
  desk: Desk,
  office: Office,
  { request, lines }: Asked,
  { foot, qrSvg, number }: Drawing & { readonly number: string | undefined },
  which: number,
): FormSheet {
  const { agreement: text, number: numberWords, check, lines: words } = desk.text.sheet
  const name = requestName(request.id)
  const table = lineTable(desk, lines)
  const title = office.policy.title[desk.language]
  return {
    title: text.title,
    subtitle: number === undefined ? text.blankNumber : text.numbered(number),
    mark: levelWord(desk, highestOf(lines.map(({ secrecy }) => secrecy))),
    number: numberWords(name),
    code: qrSvg(requestCode(request)),
    blocks: [
      partyTable(desk, office, request),
      paragraph(text.preamble(title, name)),
      listTable(table.columns, table.rows, words.title),
      paragraph(termWords(desk, office, request)),
      ...[text.lender, text.borrower, text.liability, text.rest].map((it) =>
        clauses(it.title, it.clauses),
      ),
      signatures(desk),
    ],
    foot: [text.copy(which), check(checkCode(request)), foot.printed, foot.code],
  }
}

function partyTable(desk: Desk, office: Office, { applicant, department, purpose }: Request) {
  const { agreement: text, facts } = desk.text.sheet
  return factTable([
    [text.parties.lender, '', 'wide'],
    [text.parties.borrower, applicantName(applicant), 'wide'],
    ...applicantFacts(desk, office, applicant, department),
    [facts.purpose, purpose, 'wide'],
  ])
}

function termWords(desk: Desk, { policy }: Office, { wish }: Request): string {
  const { agreement: text, terms } = desk.text.sheet
  if (wish.dueOn !== undefined) return text.term(terms.until(wish.dueOn))
  const term = policy.loans?.term
  return term ? text.term(terms[term.unit](term.count)) : text.openTerm
}

function signatures(desk: Desk): string {
  const { agreement: text, sign } = desk.text.sheet
  const box = { choices: [], lines: [] }
  return signBoxes([
    {
      ...box,
      title: text.parties.lenderBox,
      blanks: [`${sign.signature}${sign.seal}`, sign.date],
    },
    { ...box, title: text.parties.borrowerBox, blanks: [sign.signature, sign.date] },
  ])
}
