import { highestOf } from '../domain/chain.ts'
import { conditions, loanName, type Loan, type LoanItem } from '../domain/loan.ts'
import { requestName, type Request } from '../domain/request.ts'
import {
  factTable,
  listTable,
  signBoxes,
  tickLine,
  type Fact,
  type ListColumn,
  type SignBox,
} from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import { applicantFacts } from './applicant-facts.ts'
import { checkCode, type Drawing } from './application-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { levelWord, lineNumber, lineTitle, type SheetLine } from './sheet-lines.ts'

/** A loan, its request, and what of it is out, in the order of its items. */
export interface Lending {
  readonly loan: Loan
  readonly request: Request
  readonly lines: readonly SheetLine[]
}

/** The slip that goes with what is lent, and comes back with it (F08; S003-15.6-2 to 15.6-5). */
export function slipSheet(
  desk: Desk,
  office: Office,
  lending: Lending,
  { foot, qrSvg }: Drawing,
): FormSheet {
  const { sheet } = desk.text
  const { loan, request, lines } = lending
  const name = loanName(loan.id)
  return {
    title: sheet.slip.title,
    subtitle: sheet.under(office.policy.title[desk.language]),
    mark: levelWord(desk, highestOf(lines.map(({ secrecy }) => secrecy))),
    number: sheet.number(name),
    code: qrSvg(name),
    blocks: [
      factTable(factsOf(desk, office, lending)),
      listTable(columnsOf(desk), rowsOf(desk, lending), sheet.slip.lines),
      signBoxes(outBoxes(desk), sheet.slip.out),
      ...returnPart(desk, lending),
    ],
    foot: [sheet.check(checkCode(request)), foot.printed, foot.code],
  }
}

function factsOf(desk: Desk, office: Office, { loan, request }: Lending): Fact[] {
  const { facts, slip } = desk.text.sheet
  const { items, inBrackets } = desk.text.program.marks
  const approved = request.steps
    .filter(({ decision }) => decision === 'approved')
    .map(({ decider, decidedOn }) => `${decider ?? ''}${inBrackets(decidedOn ?? '')}`)
  return [
    [facts.borrower, loan.borrower],
    [facts.request, requestName(request.id)],
    ...applicantFacts(desk, office, request.applicant, request.department),
    [facts.purpose, request.purpose, 'wide'],
    [facts.lentOn, loan.lentOn],
    [facts.dueOn, loan.dueOn],
    ...(loan.agreement === null ? [] : ([[facts.agreement, loan.agreement]] as const)),
    ...(loan.renewals === 0 ? [] : ([[facts.renewals, String(loan.renewals)]] as const)),
    [slip.approved, approved.join(items), 'wide'],
  ]
}

function columnsOf(desk: Desk): ListColumn[] {
  const { lines, slip } = desk.text.sheet
  const wide = desk.language === 'en' ? 3 : 0
  return [
    { heading: lines.no, width: 10 },
    { heading: lines.number, width: 30 },
    { heading: lines.what, width: 0 },
    { heading: lines.pages, width: 12 + wide },
    { heading: lines.copies, width: 12 + wide },
    { heading: slip.pagesBack, width: 17 },
    { heading: slip.condition, width: 23 },
    { heading: lines.remark, width: 22 },
  ]
}

const rowsOf = (desk: Desk, { loan, lines }: Lending) =>
  loan.items.map((item, at) => {
    const line = lines[at]
    return {
      cells: [
        String(at + 1),
        line ? lineNumber(line) : loan.number,
        line ? lineTitle(desk, line) : (item.title ?? ''),
        item.pages === null ? '' : String(item.pages),
        String(item.copies),
        ...cameBack(desk, item),
      ],
    }
  })

/** Filled in by hand, unless it has come back already. */
function cameBack(desk: Desk, { condition, pagesBack, remark, returnedOn }: LoanItem): string[] {
  if (condition === null) return ['', '', '']
  const word = `${desk.text.loan.conditions[condition]}\n${returnedOn ?? ''}`
  return [pagesBack === null ? '' : String(pagesBack), word, remark ?? '']
}

function outBoxes(desk: Desk): SignBox[] {
  const { slip, sign } = desk.text.sheet
  const box = { choices: [], lines: [], blanks: [sign.signature, sign.date] }
  return [
    { ...box, title: slip.borrowerSigns },
    { ...box, title: slip.lenderSigns },
  ]
}

/** The lower part: checked, complete, put back, cancelled (S003-15.6-5, S001-20-1). */
function returnPart(desk: Desk, { loan, lines }: Lending): string[] {
  const { slip, sign } = desk.text.sheet
  const isBack = loan.returnedOn !== null
  const isWhole = loan.items.every(({ condition }) => condition === conditions[0])
  const place = lines[0]?.archive.location ?? '＿＿＿＿＿＿'
  const box = { choices: [], lines: [], blanks: [sign.signature, sign.date] }
  return [
    signBoxes(
      [
        { ...box, title: slip.returnerSigns },
        { ...box, title: slip.keeperSigns },
      ],
      slip.back,
    ),
    tickLine(slip.whole, [
      [slip.choices.complete, isBack && isWhole],
      [slip.choices.not, isBack && !isWhole],
      [slip.putBack(place), isBack],
      [slip.cancelled, isBack],
    ]),
  ]
}
