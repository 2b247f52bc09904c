import { Writable } from 'node:stream'
import { createPromptModule } from 'inquirer'
import type { Answers, Question } from './ask.ts'
import { Cancelled } from './failure.ts'
import { keyboardHere, type Keyboard } from './keyboard.ts'
import type { Screen } from './screen.ts'
import type { Stream } from './streams.ts'
import { themeOf } from './theme.ts'

// Loaded when somebody is asked something, not before: importing inquirer takes a quarter of a second.

/** Asks one question after the other. @throws Cancelled at Ctrl-C, Ctrl-D and where nobody types any more */
export function askAll<Q extends Record<string, Question>>(
  questions: Q,
  screen: Screen,
): Promise<Answers<Q>> {
  return conversation(screen, async (ask) => {
    const answers: Record<string, string> = {}
    for (const [name, question] of Object.entries(questions))
      answers[name] = await ask(promptFor(question, screen))
    return answers as Answers<Q>
  })
}

/** A yes or a no; Enter alone is `presumed`. @throws Cancelled */
export function confirmed(question: string, screen: Screen, presumed: boolean): Promise<boolean> {
  return conversation(
    screen,
    async (ask) => (await ask(yesOrNo(question, screen, presumed))) === 'yes',
  )
}

/** A key, without echo; a fresh one twice, and never empty. @throws Cancelled */
export function askSecret(screen: Screen, fresh: boolean): Promise<string> {
  const { ask: words } = screen.text.terminal
  const check = (value: string) => (value === '' ? words.noEmptyKey : undefined)
  return conversation(screen, async (ask) => {
    for (;;) {
      const secret = await ask(hidden(screen.text.program.keyPrompt, screen, check))
      if (!fresh) return secret
      if ((await ask(hidden(words.again, screen))) === secret) return secret
      screen.err.write(`${screen.paint.error(words.differs)}\n`)
    }
  })
}

type Ask = (prompt: Prompt) => Promise<string>

/**
 * Holds the terminal from the first question to the last: what is typed between two of them,
 * which may be a key, must not be echoed. It is given back whatever happens.
 */
async function conversation<T>(screen: Screen, work: (ask: Ask) => Promise<T>): Promise<T> {
  const keyboard = keyboardHere()
  try {
    return await work((prompt) => asked(prompt, screen, keyboard))
  } finally {
    keyboard.rest()
  }
}

/** One prompt in inquirer's terms. */
interface Prompt {
  readonly type: 'input' | 'select' | 'password'
  readonly message: string
  readonly theme: ReturnType<typeof themeOf>
  readonly [option: string]: unknown
}

function promptFor(question: Question, screen: Screen): Prompt {
  if (question.kind === 'confirm')
    return yesOrNo(question.message, screen, question.initial === 'yes')
  return question.kind === 'choice' ? choice(question, screen) : line(question, screen)
}

function line(question: Question, screen: Screen): Prompt {
  const { message, optional, check, initial } = question
  const validate = (typed: string) => {
    const value = typed.trim()
    if (value === '' && !optional) return screen.text.terminal.ask.needed
    return check?.(value) ?? true
  }
  const beginning = initial === undefined ? {} : { default: initial, prefill: 'editable' }
  return { type: 'input', message, validate, filter: trimmed, theme: themeOf(screen), ...beginning }
}

const trimmed = (typed: string): string => typed.trim()

function choice(question: Question, screen: Screen): Prompt {
  const { message, optional, choices = [], initial } = question
  const nothing = optional ? [{ value: '', name: screen.text.terminal.ask.nothing }] : []
  return {
    type: 'select',
    message,
    choices: [...choices, ...nothing],
    loop: false,
    pageSize: 12,
    theme: themeOf(screen),
    ...(initial === undefined ? {} : { default: initial }),
  }
}

function yesOrNo(message: string, screen: Screen, presumed: boolean): Prompt {
  const { ask } = screen.text.terminal
  const said = (typed: string) => decided(typed, presumed)
  const word = (yes: boolean | undefined) =>
    yes ? screen.text.program.yes : screen.text.program.no
  return {
    type: 'input',
    message,
    validate: (typed: string) => (said(typed) === undefined ? ask.yesOrNoOnly : true),
    filter: (typed: string) => (said(typed) ? 'yes' : 'no'),
    transformer: (typed: string, { isFinal }: { isFinal: boolean }) =>
      isFinal ? screen.paint.answer(word(said(typed))) : typed,
    theme: themeOf(screen, ask.yesOrNo(presumed)),
  }
}

const yeses = new Set([
  'y',
  'yes',
  '是',
  '是的',
  '好',
  '好的',
  '对',
  '對',
  '确定',
  '確定',
  '确认',
  '確認',
  '要',
])
const noes = new Set(['n', 'no', '否', '不', '不是', '不要', '不用', '取消'])

/** What an answer means, full-width letters and capitals too; undefined: neither. */
function decided(typed: string, presumed: boolean): boolean | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase()
  if (word === '') return presumed
  if (yeses.has(word)) return true
  return noes.has(word) ? false : undefined
}

function hidden(
  message: string,
  screen: Screen,
  check: (value: string) => string | undefined = () => undefined,
): Prompt {
  const validate = (value: string) => check(value) ?? true
  return { type: 'password', message, toggleMask: false, validate, theme: themeOf(screen) }
}

async function asked(prompt: Prompt, { err }: Screen, { strokes }: Keyboard): Promise<string> {
  const giveUp = new AbortController()
  // readline lets go of its input at the end of it, and then never answers
  const letGo = () => setImmediate(() => giveUp.abort())
  strokes.once('pause', letGo)
  try {
    const streams = { input: strokes, output: drawnOn(err), signal: giveUp.signal }
    const { answer } = await createPromptModule(streams)([{ ...prompt, name: 'answer' } as never])
    return answer as string
  } catch (thrown) {
    throw isCancellation(thrown) ? new Cancelled() : thrown
  } finally {
    strokes.off('pause', letGo)
  }
}

/** inquirer ends the stream that it writes to; ours goes on, with its one writer (SPEC 15.17). */
function drawnOn(err: Stream): NodeJS.WriteStream {
  const write = (text: unknown, _: unknown, done: () => void) => {
    err.write(String(text))
    done()
  }
  const screen = new Writable({ decodeStrings: false, write })
  return Object.assign(screen, { columns: err.columns ?? 80 }) as unknown as NodeJS.WriteStream
}

const isCancellation = (thrown: unknown): boolean =>
  thrown instanceof Error && /^(Exit|Abort|Cancel)PromptError$/.test(thrown.name)
