import { Refusal } from './refusal.ts'

/** A number that is gone, as a register has it (SPEC 15.8). */
export interface PurgedLine {
  readonly number: string
  readonly disposal: string
  readonly seq: number
  readonly hash: string
  readonly uuid?: string | undefined
}

/** The archive file that is there now, against which registers are checked. */
export interface PresentJournal {
  readonly entries: number
  /** The hash of an entry, in hex. */
  readonly hashAt: (seq: number) => string | undefined
  /** Is there an archive of this number that is not destroyed? */
  readonly lives: (number: string) => boolean
}

/**
 * What registers say must not come back: of each number the line that was written last. Lines of
 * other archive files are passed over. Where the present file's journal knows the entries, and none
 * is the one that a line tells of, while the archive is alive, somebody is wrong: nothing is done.
 * A line of a history that was replaced by a restore is no contradiction: what it tells of is gone.
 * @throws Refusal restore.register-disputed
 */
export function toSuppress(
  lines: readonly PurgedLine[],
  uuid: string,
  present: PresentJournal | undefined,
): PurgedLine[] {
  const byNumber = new Map<string, PurgedLine[]>()
  for (const line of lines) {
    if (line.uuid !== undefined && line.uuid !== uuid) continue
    const known = byNumber.get(line.number)
    if (known) known.push(line)
    else byNumber.set(line.number, [line])
  }
  return [...byNumber.values()].map((ofNumber) => {
    if (present && isDisputed(ofNumber, present)) throw disputed(ofNumber)
    return ofNumber.reduce((last, line) => (line.seq > last.seq ? line : last))
  })
}

const isDisputed = (lines: readonly PurgedLine[], present: PresentJournal): boolean =>
  lines.every(({ seq, hash }) => seq <= present.entries && present.hashAt(seq) !== hash) &&
  present.lives(lines[0]?.number ?? '')

function disputed([line]: readonly PurgedLine[]): Refusal {
  const { number, disposal, seq } = line as PurgedLine
  return new Refusal('restore.register-disputed', { number, disposal, seq })
}

/** A line that cannot be read, in a register. */
export interface GarbledLine {
  readonly register: string
  readonly line: number
  readonly text: string
}

/**
 * A line that a power cut broke off stands whole elsewhere; any other damage may hide a number.
 * @throws Refusal restore.register-damaged
 */
export function requireLegible(garbled: readonly GarbledLine[], whole: readonly string[]): void {
  const bad = garbled.find(({ text }) => !whole.some((line) => line.startsWith(text)))
  if (bad) throw new Refusal('restore.register-damaged', { register: bad.register, line: bad.line })
}
