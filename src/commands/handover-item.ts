import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import type { HandoverAnswer } from '../domain/handover-words.ts'
import {
  handoverName,
  isLacking,
  isUnanswered,
  requireAfterLast,
  requireUnended,
  requireUnsigned,
  unanswered,
  type Handover,
  type HandoverItem,
} from '../domain/handover.ts'
import { Refusal } from '../domain/refusal.ts'
import { answerItem } from '../store/handover-acts.ts'
import { handoverById } from '../store/handovers.ts'
import type { Desk, Office } from './desk.ts'
import { enterHandover, handoverGiven, handoverMeant, seenBy } from './handover-given.ts'
import { sayHandover } from './handover-view.ts'
import { countIn, wordsOrNone } from './text-given.ts'

interface ItemOptions {
  readonly all?: true
  readonly missing?: true
  readonly pages?: string
  readonly takeOver?: true
  readonly note?: string | undefined
  readonly reason?: string
}

/** `handover item H1 3 --missing --note …`: item by item, both look whether it is there (S003-15.4-10). */
export function handoverItemCommand(desk: Desk) {
  const { item: text, reason } = desk.text.handover
  const command = new Command('item')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .argument('[items...]', text.items)
    .option('--all', text.all)
    .option('--missing', text.missing)
    .option('--pages <count>', text.pages)
    .option('--take-over', text.takeOver)
    .option('--note <text>', text.note)
    .option('--reason <reason>', reason)
    .action(async (given, items, options) => {
      requireOneWay(items, options)
      const name = await handoverGiven(desk, given)
      const wanted = await askItems(desk, items, options)
      const note = await askNote(desk, options)
      const { office, handover, done } = await desk.act((office) => ({
        office,
        ...checked(office, name, wanted, { ...options, note }),
      }))
      await sayHandover(desk, office, handover, sentenceOf(desk, handover, done))
    })
  const examples = [
    'dangan handover item H1 --all',
    'dangan handover item H1 3 --missing --note 柜内未见，正在查找',
    'dangan handover item H1 2 --pages 11 --note 缺第 12 页',
    'dangan handover item H1 4 --take-over',
  ]
  const statuses = [exits.refused, exits.missing, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** @throws Refusal usage.together */
function requireOneWay(items: readonly string[], options: ItemOptions): void {
  const { all, missing, pages, takeOver } = options
  const ways = [
    ...(missing ? ['--missing'] : []),
    ...(takeOver ? ['--take-over'] : []),
    ...(pages === undefined ? [] : ['--pages']),
  ]
  const clash = all ? ['--all', ...(items.length > 0 ? ['<items>'] : ways)] : ways
  if (clash.length > 1) throw new Refusal('usage.together', { options: clash })
}

/** Undefined: all that nobody has looked at yet. */
async function askItems(
  desk: Desk,
  given: readonly string[],
  { all }: ItemOptions,
): Promise<readonly string[] | undefined> {
  if (all) return undefined
  const question = {
    kind: 'text',
    message: desk.text.handover.item.items,
    option: '<items>',
  } as const
  const said = given.length === 0 ? {} : { items: given.join(' ') }
  const { items } = await desk.ask({ items: question }, said)
  return items.split(/[\s,，、]+/).filter((it) => it !== '')
}

/** What is not there needs a word. */
async function askNote(desk: Desk, { missing, note }: ItemOptions): Promise<string | undefined> {
  if (!missing || note !== undefined) return note
  const question = {
    kind: 'text',
    message: desk.text.handover.item.note,
    option: '--note',
  } as const
  return (await desk.ask({ note: question }, {})).note
}

/** Decides and writes, in the caller's transaction. */
function checked(
  office: Office,
  name: string,
  wanted: readonly string[] | undefined,
  options: ItemOptions,
): { handover: Handover; done: readonly number[] } {
  const { store, policy, hand, today } = office
  const { reason } = options
  requireDating({ ...office, reason }, policy)
  const handover = handoverMeant(office, name)
  requireAfterLast(handover, today)
  const items = itemsMeant(office, handover, wanted)
  requireChangeable(handover, items, options)
  const note = wordsOrNone('--note', options.note)
  const archives = new Map<number, object>()
  const told: object[] = []
  for (const item of items) {
    const { answer, pagesFound } = answerFor(handover, item, { ...options, note })
    const answered = { answer, pagesFound, note, answeredOn: today, answeredBy: hand.staffId }
    answerItem(store, handover.id, item.position, answered)
    const detail = { item: item.position, answer, pagesFound }
    told.push(detail)
    if (item.archiveId !== null)
      archives.set(item.archiveId, { ...detail, text: note ?? undefined })
  }
  if (items.length > 0)
    enterHandover(office, handover, 'item', { office: { items: told, reason }, archives })
  const after = handoverById(store, handover.id) as Handover
  return { handover: after, done: items.map(({ position }) => position) }
}

/** Those named, or all that are open and need no more than a look. @throws Refusal handover.no-item */
function itemsMeant(
  office: Office,
  handover: Handover,
  wanted: readonly string[] | undefined,
): HandoverItem[] {
  const { items } = seenBy(office, handover).handover
  if (!wanted)
    return items.filter(
      (item) =>
        isUnanswered(handover, item) && !(handover.because === 'leave' && item.kind === 'loan'),
    )
  const named = wanted.map((said) => {
    const item = items.find(({ position }) => String(position) === said.normalize('NFKC'))
    if (item) return item
    const facts = { handover: handoverName(handover.id), item: said, items: handover.items.length }
    throw new Refusal('handover.no-item', facts)
  })
  return [...new Set(named)]
}

/** Nothing changes once it was signed; what was lacking may turn up afterwards. @throws Refusal handover.ended, handover.signed */
function requireChangeable(
  handover: Handover,
  items: readonly HandoverItem[],
  { missing, takeOver, pages }: ItemOptions,
): void {
  const isTurningUp =
    handover.outcome === 'closed' &&
    items.every(isLacking) &&
    !missing &&
    !takeOver &&
    pages === undefined
  if (isTurningUp) return
  requireUnended(handover)
  requireUnsigned(handover)
}

/** @throws Refusal handover.not-loan, value.bad */
function answerFor(
  handover: Handover,
  { kind, position, pages }: HandoverItem,
  options: Omit<ItemOptions, 'note'> & { readonly note: string | null },
): { answer: HandoverAnswer; pagesFound: number | null } {
  const { missing, takeOver, note } = options
  const facts = { handover: handoverName(handover.id), item: position }
  if (takeOver && kind !== 'loan') throw new Refusal('handover.not-loan', facts)
  if (missing) return { answer: 'missing', pagesFound: null }
  if (takeOver) return { answer: 'takenOver', pagesFound: null }
  const pagesFound = options.pages === undefined ? null : countIn('--pages', options.pages)
  const isShort = pagesFound !== null && pages !== null && pagesFound < pages
  if (isShort && note === null) throw new Refusal('usage.missing', { options: ['--note'] })
  return { answer: isShort ? 'incomplete' : 'found', pagesFound }
}

function sentenceOf(desk: Desk, handover: Handover, done: readonly number[]): string {
  const { item: text, answers, state } = desk.text.handover
  const name = handoverName(handover.id)
  const [first] = done
  const item = handover.items.find(({ position }) => position === first)
  if (!item?.answer) return text.none(name)
  const left = handover.endedOn === null ? unanswered(handover).length : 0
  const { items } = desk.text.program.marks
  return text.done(name, done.join(items), state(answers[item.answer], item.pagesFound), left)
}
