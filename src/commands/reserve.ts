import { requireDating } from '../domain/dating.ts'
import { readDraft } from '../domain/draft.ts'
import { lackingFor } from '../domain/opening.ts'
import { Refusal } from '../domain/refusal.ts'
import { UsageFault } from '../cli/failure.ts'
import { enter } from '../store/journal.ts'
import { reserveNumbers } from '../store/numbers.ts'
import type { Desk } from './desk.ts'
import type { AddOptions } from './add-questions.ts'
import { openingIn } from './add-questions.ts'
import { optionFor } from './content-options.ts'

/** More labels than anybody prints in a day. */
const most = 10_000

/** `add --reserve 20`: numbers for labels printed in advance; each waits in the ledger for its archive. */
export async function reserve(desk: Desk, count: string, options: AddOptions): Promise<void> {
  const many = Number(count)
  if (!Number.isInteger(many) || many < 1 || many > most)
    throw new UsageFault(desk.text.program.usage.badNumber('--reserve', count))
  if (options.number !== undefined)
    throw new Refusal('usage.together', { options: ['--reserve', '--number'] })
  const numbers = await desk.act((office) => {
    const { store, policy, today, hand } = office
    requireDating({ ...office, reason: options.reason }, policy)
    const draft = readDraft(openingIn(options, policy), policy)
    const lacking = lackingFor(draft, policy).filter((key) => key !== 'name')
    if (draft.problems.length > 0) throw new Refusal('value.bad', { problems: draft.problems })
    if (lacking.length > 0) throw new Refusal('usage.missing', { options: lacking.map(optionFor) })
    const { values } = draft
    const wanted = {
      type: values.get('type') as string,
      orgCode: values.get('orgCode') || null,
      openedOn: values.get('openedOn') || today,
    }
    const reserved = reserveNumbers(store, policy, wanted, many, today)
    const object = `${reserved[0]}…${reserved.at(-1)}`
    const detail = { type: wanted.type, numbers: reserved }
    enter(store, hand, { action: 'number.reserve', object, parts: [{ archiveId: 0, detail }] })
    return reserved
  })
  const text = desk.text.archive.add
  desk.say.results(
    numbers.map((number) => ({ number })),
    () => numbers,
  )
  desk.say.notice(text.reserved(numbers[0] ?? '', numbers.at(-1) ?? '', numbers.length))
}
