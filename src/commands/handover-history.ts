import type { HandoverAnswer } from '../domain/handover-words.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** What the journal says of an archive in a handover. */
export interface ToldHandover {
  readonly handover?: string
  /** Staff numbers. */
  readonly from?: number | string
  readonly to?: number
  readonly answer?: HandoverAnswer
  readonly text?: string
}

/** `H1 李雷 → 王强`; `H1 未见：柜内没有` */
export function handoverWords(desk: Desk, { store }: Office, told: ToldHandover): string[] {
  const { handover, from, to, answer, text } = told
  if (handover === undefined) return []
  if (answer !== undefined) {
    const word = `${handover} ${desk.text.handover.answers[answer]}`
    return [text === undefined ? word : `${word}${desk.text.program.marks.colon}${text}`]
  }
  if (typeof from !== 'number') return [handover]
  const name = (id: number | undefined) => staffById(store, id ?? 0)?.name ?? ''
  return [desk.text.handover.told(handover, name(from), name(to))]
}
