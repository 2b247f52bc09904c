import { highestOf } from '../domain/chain.ts'
import { basisOf } from '../domain/disclosure.ts'
import { loanName } from '../domain/loan.ts'
import { applicantName, requestName, type Request } from '../domain/request.ts'
import {
  factTable,
  listTable,
  signBoxes,
  type Fact,
  type SignBox,
} from '../exchange/form-blocks.ts'
import type { FormSheet } from '../exchange/form-sheet.ts'
import { loanById } from '../store/loans.ts'
import { applicantFacts } from './applicant-facts.ts'
import type { Desk, Office } from './desk.ts'
import type { Foot } from './printing.ts'
import { basisWords } from './request-view.ts'
import { levelWord, lineTable, type SheetLine } from './sheet-lines.ts'
import { stepBoxes, unitBox } from './step-boxes.ts'

/** A request, and what it asks for. */
export interface Asked {
  readonly request: Request
  readonly lines: readonly SheetLine[]
}

/** What a form is drawn with. */
export interface Drawing {
  readonly foot: Foot
  readonly qrSvg: (text: string) => string
}

/** The nonce of a request as people compare it: `3f0a 91c2 …`. */
export const checkCode = ({ nonce }: Pick<Request, 'nonce'>): string =>
  (nonce.match(/.{1,4}/g) ?? []).join(' ')

/** What a code for scanners says: name and nonce, so that a form and its request belong together. */
export const requestCode = (request: Pick<Request, 'id' | 'nonce'>): string =>
  `${requestName(request.id)} ${request.nonce}`

/** The application form of a request (F01, F05), whatever became of it. */
export function applicationSheet(
  desk: Desk,
  office: Office,
  { request, lines }: Asked,
  { foot, qrSvg }: Drawing,
): FormSheet {
  const { sheet } = desk.text
  const table = lineTable(desk, lines)
  return {
    title: sheet.application.titles[request.kind],
    subtitle: sheet.under(office.policy.title[desk.language]),
    mark: levelWord(desk, highestOf(lines.map(({ secrecy }) => secrecy))),
    number: sheet.number(requestName(request.id)),
    code: qrSvg(requestCode(request)),
    blocks: [
      factTable(factsOf(desk, office, request)),
      listTable(table.columns, table.rows, sheet.lines.title),
      signBoxes(boxesOf(desk, office, request)),
    ],
    foot: [sheet.check(checkCode(request)), foot.printed, foot.code],
  }
}

function factsOf(desk: Desk, office: Office, request: Request): Fact[] {
  const { facts } = desk.text.sheet
  const { applicant, purpose } = request
  return [
    [facts.applicant, applicantName(applicant)],
    [facts.madeOn, request.madeOn],
    ...applicantFacts(desk, office, applicant, request.department),
    [facts.purpose, purpose, 'wide'],
    ...basisFacts(desk, office, request),
    ...scopeFacts(desk, request),
    ...givingFacts(desk, request),
    ...termFacts(desk, office, request),
    ...(request.expiresOn === null ? [] : ([[facts.expiresOn, request.expiresOn]] as const)),
  ]
}

/** The ground that the policy wants of such requests (S004-M-7.1); a disclosure has its own. */
const basisFacts = (desk: Desk, { policy }: Office, { kind, wish }: Request): Fact[] =>
  wish.basis === undefined || kind === 'disclose'
    ? []
    : [[desk.text.sheet.facts.basis, basisWords(desk, policy, wish.basis)]]

/** Who reads says what exactly (S002-6.1-2), if need be by hand. */
const scopeFacts = ({ text }: Desk, { kind, wish }: Request): Fact[] =>
  wish.scope !== undefined || kind === 'consult'
    ? [[text.sheet.facts.scope, wish.scope ?? '', 'wide']]
    : []

function givingFacts(desk: Desk, { kind, wish }: Request): Fact[] {
  const { facts } = desk.text.sheet
  if (kind !== 'copy' && kind !== 'disclose') return []
  const copies: Fact = [facts.copies, wish.copies === undefined ? '' : String(wish.copies)]
  if (kind === 'copy') return [copies]
  return [
    [facts.recipient, wish.recipient ?? ''],
    [facts.person, wish.person ?? ''],
    [facts.what, wish.what ?? '', 'wide'],
    [facts.basis, wish.basis === undefined ? '' : desk.text.permit.disclosure.bases[basisOf(wish)]],
    [facts.reference, wish.reference ?? ''],
    ...(wish.consent === undefined ? [] : ([[facts.consent, wish.consent]] as const)),
  ]
}

/** Until when: as was asked for, else as the policy lends. */
function termFacts(desk: Desk, { store, policy }: Office, { kind, wish }: Request): Fact[] {
  const { facts, terms } = desk.text.sheet
  const { dueOn } = wish
  if (kind === 'renew') {
    const loan = wish.loan === undefined ? undefined : loanById(store, wish.loan)
    return [
      [facts.loan, loan ? loanName(loan.id) : ''],
      [facts.dueBefore, loan?.dueOn ?? ''],
      [facts.renewTo, dueOn ?? ''],
    ]
  }
  if (dueOn !== undefined) return [[facts.term, terms.until(dueOn)]]
  const term = kind === 'borrow' ? policy.loans?.term : undefined
  return kind === 'borrow' ? [[facts.term, term ? terms[term.unit](term.count) : '']] : []
}

function boxesOf(desk: Desk, office: Office, request: Request): SignBox[] {
  const { application: text, sign } = desk.text.sheet
  const steps = stepBoxes(desk, office, request)
  const done = request.kind === 'borrow' ? [text.filed, text.handedOut] : [text.filed]
  return [
    {
      title: text.applicant,
      choices: [],
      lines: [text.promise],
      blanks: [sign.signature, sign.date],
    },
    ...unitBox(desk, office, request),
    ...steps,
    {
      title: text.office,
      choices: done.map((word) => [word, false] as const),
      lines: steps.length === 0 ? [text.noApproval] : [],
      blanks: [sign.signature, sign.date],
    },
  ]
}
