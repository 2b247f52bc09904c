import { Readable } from 'node:stream'
import { ReadStream } from 'node:tty'

/** One escape sequence, whole as far as it has come, or one code point. */
const stroke = /\u001B(?:\[[0-9;?]*[ -/]*[@-~]|O[@-~]|[^[O])?|[^\u001B]/gsu

/** A text as keystrokes. */
export const strokesIn = (text: string): string[] => text.match(stroke) ?? []

/**
 * Keystrokes, one a chunk and one a turn of the event loop. Node 20's readline puts what an input
 * method commits in the middle of a line in the wrong order when it arrives as one chunk
 * (nodejs/node#59857); and a pasted list must wait until each question has been answered.
 */
export class Keystrokes extends Readable {
  readonly #waiting: string[] = []
  #wanted = false
  #ended = false

  constructor() {
    super({ objectMode: true, highWaterMark: 1 })
  }

  typed(text: string): void {
    this.#waiting.push(...strokesIn(text).map(withoutEnd))
    this.#give()
  }

  /** Nobody types any more. */
  end(): void {
    this.#ended = true
    this.#give()
  }

  override _read(): void {
    this.#wanted = true
    setImmediate(() => this.#give())
  }

  #give(): void {
    if (!this.#wanted || (this.#waiting.length === 0 && !this.#ended)) return
    this.#wanted = false
    this.push(this.#waiting.shift() ?? null)
  }
}

/** Ctrl-D leaves like Ctrl-C, wherever the cursor is. */
const withoutEnd = (typed: string): string => (typed === '\u0004' ? '\u0003' : typed)

/** What was typed and not read yet; a pasted list goes on at the next question. */
const strokes = new Keystrokes()

/** Where a person types: descriptor 0, which must be a terminal. */
export interface Keyboard {
  readonly strokes: Keystrokes
  /** Gives the terminal back. */
  rest(): void
}

/** Listens, key by key, without echo, until told to rest. */
export function keyboardHere(): Keyboard {
  const source = new ReadStream(0)
  source.setEncoding('utf8')
  source.on('data', (text: string) => strokes.typed(text))
  source.on('end', () => strokes.end())
  source.on('error', () => strokes.end())
  source.setRawMode(true)
  return {
    strokes,
    rest() {
      source.setRawMode(false)
      source.destroy()
    },
  }
}
