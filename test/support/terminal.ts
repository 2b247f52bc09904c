import { spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { environmentOf, newRoom, programWords, type Setting } from './program.ts'

const keys = {
  enter: '\r',
  tab: '\t',
  space: ' ',
  escape: '\u001B',
  backspace: '\u007F',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  'ctrl-a': '\u0001',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-e': '\u0005',
} as const
export type Key = keyof typeof keys

export interface TerminalSetting extends Omit<Setting, 'stdin'> {
  readonly cols?: number
  readonly rows?: number
}

/** A person at a terminal, with the built program running in it. */
export interface Terminal {
  /** Types text as it is; the program sees it as keystrokes. */
  type(text: string): void
  press(key: Key): void
  /** Waits until the screen shows it, lines joined where the terminal wrapped them. */
  waitFor(wanted: string | RegExp, milliseconds?: number): Promise<void>
  /** What is to be seen now, line by line, without the empty lines at the end. */
  screen(): string[]
  /** All that scrolled by, too. */
  transcript(): string[]
  /** Is the cursor to be seen? */
  cursorShown(): boolean
  resize(cols: number, rows: number): void
  /** The exit status, when the program has ended and its last words are on the screen. */
  readonly ended: Promise<number>
  kill(): void
}

/**
 * Runs a program, tells its end in the stream of what it wrote, and keeps the terminal until that
 * has been read: node-pty throws away what it has not read 200 ms after the last program's end.
 */
const keeper = String.raw`trap : INT; "$@"; printf '\033]7777;%d\007' $?; read -r _`

/** Runs the built program in a pseudo-terminal of 80 × 24, unless said otherwise. */
export const inTerminal = (words: readonly string[], setting: TerminalSetting = {}): Terminal =>
  onTerminal(process.execPath, programWords(words), setting)

/** Runs any other program in one: a shell, which runs ours. */
export function onTerminal(
  command: string,
  words: readonly string[],
  setting: TerminalSetting = {},
): Terminal {
  const { room = newRoom(), cols = 80, rows = 24 } = setting
  const env = environmentOf(room, { TERM: 'xterm-256color', ...setting.env })
  const size = { cols, rows }
  const program = spawn('sh', ['-c', keeper, 'sh', command, ...words], { ...size, cwd: room, env })
  const glass = new headless.Terminal({ ...size, scrollback: 10_000, allowProposedApi: true })
  const waiting = new Set<() => void>()
  let isCursorShown = true
  glass.parser.registerCsiHandler({ prefix: '?', final: 'h' }, (modes) => seeCursor(modes, true))
  glass.parser.registerCsiHandler({ prefix: '?', final: 'l' }, (modes) => seeCursor(modes, false))
  const seeCursor = (modes: readonly (number | number[])[], shown: boolean) => {
    if (modes.includes(25)) isCursorShown = shown
    return false
  }
  const look = () => {
    for (const again of waiting) again()
  }
  program.onData((output) => glass.write(output, look))
  glass.onData((answer) => program.write(answer)) // where is the cursor? and the like

  let status: number | undefined
  const ended = new Promise<number>((tell) => {
    const end = (exitCode: number) => {
      status ??= exitCode
      look()
      tell(status)
    }
    glass.parser.registerOscHandler(7777, (exitCode) => {
      end(Number(exitCode))
      program.write('\n')
      return true
    })
    program.onExit(({ exitCode, signal }) => end(signal ? 128 + signal : exitCode)) // killed
  })

  const shown = (from: number) => linesOf(glass, from)
  const screen = () => shown(glass.buffer.active.baseY)
  return {
    type: (text) => program.write(text),
    press: (key) => program.write(keys[key]),
    waitFor: (wanted, milliseconds = 10_000) =>
      new Promise((found, fail) => {
        const isThere = () => {
          const text = unwrapped(glass)
          return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
        }
        const stop = (end: () => void) => {
          clearTimeout(timer)
          waiting.delete(again)
          end()
        }
        const giveUp = (why: string) =>
          stop(() => fail(new Error(`${why}: no ${String(wanted)} on\n${screen().join('\n')}`)))
        const again = () => {
          if (isThere()) stop(found)
          else if (status !== undefined) giveUp(`ended with ${status}`)
        }
        const timer = setTimeout(() => giveUp(`after ${milliseconds} ms`), milliseconds)
        waiting.add(again)
        again()
      }),
    screen,
    transcript: () => shown(0),
    cursorShown: () => isCursorShown,
    resize(newCols, newRows) {
      program.resize(newCols, newRows)
      glass.resize(newCols, newRows)
    },
    ended,
    kill: () => program.kill(),
  }
}

function linesOf(glass: headless.Terminal, from: number): string[] {
  const { active } = glass.buffer
  const lines: string[] = []
  for (let row = from; row < active.length; row++) {
    lines.push(active.getLine(row)?.translateToString(true) ?? '')
  }
  while (lines.at(-1) === '') lines.pop()
  return lines
}

/** The screen as one text; a line that the terminal broke at its edge is whole again. */
function unwrapped(glass: headless.Terminal): string {
  const { active } = glass.buffer
  let text = ''
  for (let row = active.baseY; row < active.length; row++) {
    const line = active.getLine(row)
    if (!line) continue
    const isBroken = active.getLine(row + 1)?.isWrapped === true
    // a wide character that did not fit leaves the last column unwritten
    const last = line.getCell(glass.cols - 1)
    const isUnwritten = isBroken && last?.getChars() === '' && last.getWidth() === 1
    text += line.translateToString(!isBroken, 0, isUnwritten ? glass.cols - 1 : glass.cols)
    if (!isBroken) text += '\n'
  }
  return text
}
