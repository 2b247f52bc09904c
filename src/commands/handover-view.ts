import { alignedLines } from '../cli/aligned.ts'
import { padded, widthOf } from '../cli/width.ts'
import { daysBetween } from '../domain/day.ts'
import { handoverRoles } from '../domain/handover-words.ts'
import {
  handoverName,
  handoverStatus,
  isLacking,
  isUnanswered,
  nextDue,
  signatureOf,
  type Handover,
  type HandoverItem,
} from '../domain/handover.ts'
import type { Day } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'
import { handoverToEnter, seenBy, type SeenHandover } from './handover-given.ts'
import { enterPassing } from './reading.ts'

const itemShown = (item: HandoverItem) => ({
  item: item.position,
  kind: item.kind,
  number: item.number,
  what: item.what,
  count: item.count,
  pages: item.pages,
  answer: item.answer,
  pagesFound: item.pagesFound,
  settled: item.settled,
  answeredOn: item.answeredOn,
  answeredBy: item.answeredBy,
  note: item.note,
})

/** A handover in a listing: its list is counted. */
export const handoverListed = (handover: Handover, today: Day) => {
  const dueOn = nextDue(handover)?.dueOn ?? null
  return {
    handover: handoverName(handover.id),
    because: handover.because,
    from: handover.giver,
    to: handover.receiver,
    department: handover.department,
    openedOn: handover.openedOn,
    giveBy: handover.giveBy,
    receiveBy: handover.receiveBy,
    dueOn,
    lateDays: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today)),
    status: handoverStatus(handover),
    items: handover.items.length,
    unanswered:
      handover.endedOn === null
        ? handover.items.filter((item) => isUnanswered(handover, item)).length
        : 0,
    lacking: handover.items.filter(isLacking).length,
    signed: handoverRoles.filter((role) => signatureOf(handover, role)),
    endedOn: handover.endedOn,
  }
}
export type HandoverListed = ReturnType<typeof handoverListed>

/** A handover as other programs see it. */
export const handoverShown = ({ handover, hidden }: SeenHandover, today: Day) => ({
  ...handoverListed(handover, today),
  items: handover.items.map(itemShown),
  hidden,
  signatures: handover.signatures.map(({ role, signer, signedOn, form }) => ({
    role,
    by: signer,
    on: signedOn,
    evidence: form === null ? ('inTool' as const) : ('paper' as const),
    form,
  })),
  extensions: handover.extensions.map(({ days, reason, approvedBy, form, on, before }) => ({
    days,
    reason,
    approvedBy,
    form,
    on,
    before,
  })),
})

/** Says a handover that was entered or changed: its JSON, or sentences. */
export async function sayHandover(
  desk: Desk,
  office: Office,
  handover: Handover,
  ...sentences: readonly string[]
): Promise<void> {
  const seen = seenBy(office, handover)
  const { format, fields } = desk.say.manner
  if (format !== 'table' || fields)
    await enterPassing(
      desk,
      `handover ${handoverName(handover.id)}`,
      handoverToEnter(office, [seen]),
    )
  desk.say.result(handoverShown(seen, office.today), () => sentences)
}

/** A label and a value a line, then the list. */
export function handoverLines(desk: Desk, office: Office, seen: SeenHandover): string[] {
  const { keys, because, status, signed, unsigned, roles, extended } = desk.text.handover
  const { handover, hidden } = seen
  const listed = handoverListed(handover, office.today)
  const facts: [string, string | null][] = [
    [keys.handover, listed.handover],
    [keys.because, because[listed.because]],
    [keys.from, listed.from],
    [keys.to, listed.to],
    [keys.department, listed.department],
    [keys.status, status[listed.status]],
    [keys.openedOn, listed.openedOn],
    [keys.giveBy, listed.giveBy],
    [keys.receiveBy, listed.receiveBy],
    [keys.lateDays, listed.lateDays > 0 ? String(listed.lateDays) : null],
    [keys.endedOn, listed.endedOn],
    ...handoverRoles.map((role): [string, string] => {
      const it = signatureOf(handover, role)
      const said = it ? signed(roles[role], it.signer, it.signedOn, it.form) : unsigned(roles[role])
      return [keys.signatures, said]
    }),
    ...handover.extensions.map(({ days, approvedBy, reason }): [string, string] => [
      keys.extensions,
      extended(days, approvedBy, reason),
    ]),
    [keys.hidden, hidden > 0 ? String(hidden) : null],
  ]
  const rows = facts.filter((it): it is [string, string] => it[1] !== null)
  const width = Math.max(...rows.map(([label]) => widthOf(label)))
  return [
    ...rows.map(([label, value]) => `${padded(label, width)}  ${value}`),
    '',
    ...itemLines(desk, handover),
  ]
}

function itemLines(desk: Desk, { items }: Handover): string[] {
  const { itemKeys: keys, kinds } = desk.text.handover
  const headings = [
    keys.item,
    keys.kind,
    keys.number,
    keys.what,
    keys.count,
    keys.pages,
    keys.state,
    keys.note,
  ]
  const rows = items.map((item) => [
    String(item.position),
    kinds[item.kind],
    item.number ?? '',
    item.kind === 'archive' ? (item.archiveName ?? '') : (item.what ?? ''),
    String(item.count),
    item.pages === null ? '' : String(item.pages),
    stateWord(desk, item),
    item.note ?? '',
  ])
  return [...alignedLines(headings, rows, [], desk.say.out.columns)]
}

/** What was found, in the reader's words; '' where nobody has looked. */
export function stateWord(desk: Desk, { answer, settled, pagesFound }: HandoverItem): string {
  const { answers, settled: done, state } = desk.text.handover
  if (answer === null) return settled ? done : ''
  return state(answers[answer], pagesFound)
}
