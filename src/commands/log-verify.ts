import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { anchorCode, anchorTo, readAnchor, type Anchor } from '../domain/anchor.ts'
import { hashAt, verifyJournal, type JournalCheck } from '../store/journal-check.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './desk.ts'

/**
 * `log verify`: walks the whole journal and names the first entry that is not as it was entered;
 * with `--anchor`, whether it is still the journal of which a signed sheet of paper tells.
 */
export function logVerifyCommand(desk: Desk) {
  const text = desk.text.log.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .option('--anchor <code>', text.anchor)
    .action(async ({ anchor: code }) => {
      const anchor = code === undefined ? undefined : readAnchor(code)
      const { store } = await desk.read()
      const check = verifyJournal(store)
      const anchored = anchor && anchoredIn(store, anchor)
      const ok = check.ok && anchored?.ok !== false
      const told = { ...check, ok, ...(anchored ? { anchor: anchored } : {}) }
      desk.say.result(told, () => [...lines(desk, check), ...anchorLines(desk, check, anchored)])
      if (!ok) desk.finish(exits.integrity)
    })
  const examples = [
    'dangan log verify',
    'dangan log verify --json',
    'dangan log verify --anchor 57-K7QM-4XTP-9RZ2-HB3D',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}

function lines({ text }: Desk, { entries, head, erased, firstBad }: JournalCheck): string[] {
  const { verify } = text.log
  if (firstBad) return [verify.bad(firstBad.seq, verify.reasons[firstBad.reason])]
  const good = verify.good(entries, head ?? '')
  return erased > 0 ? [good, verify.erased(erased)] : [good]
}

interface Anchored {
  readonly code: string
  readonly seq: number
  /** Is the entry still there, and still the same? */
  readonly ok: boolean
}

function anchoredIn(store: Store, anchor: Anchor): Anchored {
  const { seq, signs } = anchor
  const hash = hashAt(store, seq)
  const ok = hash !== undefined && anchorTo(seq, hash).signs === signs
  return { code: anchorCode(anchor), seq, ok }
}

function anchorLines(
  { text }: Desk,
  { entries }: JournalCheck,
  anchored: Anchored | undefined,
): string[] {
  if (!anchored) return []
  const { verify } = text.log
  const { seq, ok } = anchored
  if (ok) return [verify.anchored(seq)]
  return [seq > entries ? verify.cutOff(seq, entries) : verify.unanchored(seq)]
}
