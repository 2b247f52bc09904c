import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stream } from '../../src/cli/streams.ts'
import { runProgram } from '../../src/commands/run.ts'
import type { Staff } from '../../src/domain/staff.ts'
import { openToRead, openToWrite } from '../../src/store/open.ts'
import { addStaff } from '../../src/store/staff.ts'
import type { Store } from '../../src/store/store.ts'
import { runHere } from './keys.ts'
import { fixedDay, newRoom, type Environment } from './program.ts'

export interface OfficeSetting {
  /** A ready policy; denture if left out. */
  readonly policy?: string
  readonly lang?: 'zh-Hans' | 'zh-Hant' | 'en'
  /** The day it is at first, `YYYY-MM-DD`. */
  readonly today?: string
  readonly env?: Environment
  /** More words for `init`. */
  readonly init?: readonly string[]
  /** How long a writer waits for another, ms. */
  readonly patience?: number
}

/** What a command left behind. */
export interface CommandRan {
  readonly status: number
  readonly out: string
  readonly err: string
  /** `out` parsed: for commands run with --json. */
  readonly json: any // eslint-disable-line typescript/no-explicit-any
  /** The refusal, `{code, message, facts}`: for commands run with --json that failed. */
  readonly error: any // eslint-disable-line typescript/no-explicit-any
}

/** An office of one's own: a real archive file in a room that goes with the test process. */
export interface TestOffice {
  readonly file: string
  readonly room: string
  /** The day it is. May be moved; the hour is ten in the morning in Shanghai. */
  today: string
  /** The operator's account; `lina` is bound to staff 1, 李娜. */
  account: string
  /** The environment of every run from now on. */
  readonly env: Record<string, string | undefined>
  /** Runs a command line through the whole program, in this process; never asks. */
  run(...words: readonly string[]): Promise<CommandRan>
  /** The same with something on standard input. */
  runWith(stdin: string, ...words: readonly string[]): Promise<CommandRan>
  /** Runs a command line that must succeed, with --json; gives its result. */
  done(...words: readonly string[]): Promise<any> // eslint-disable-line typescript/no-explicit-any
  /** Another person, bound to an account of their own. */
  hire(staff: Partial<Omit<Staff, 'id'>> & { readonly name: string }): Staff
  /** Looks into the file: `office.look((store) => …)`. */
  look<T>(work: (store: Store) => T): T
  /** Changes the file behind the program's back. */
  meddle<T>(work: (store: Store) => T): T
}

/** Founds an office: `init` under a ready policy, by 李娜, whose account is `lina`. */
export async function officeIn(setting: OfficeSetting = {}): Promise<TestOffice> {
  const { policy = 'denture', today = fixedDay } = setting
  const room = newRoom()
  const file = join(room, 'archive.db')
  const env = { DANGAN_FILE: file, DANGAN_LANG: setting.lang ?? 'zh-Hans', ...setting.env }
  const run = (stdin: string, words: readonly string[]) =>
    runIn(office, stdin, words, setting.patience)
  const office: TestOffice = {
    file,
    room,
    today,
    account: 'lina',
    env,
    run: (...words) => run('', words),
    runWith: (stdin, ...words) => run(stdin, words),
    async done(...words) {
      const ran = await run('', [...words, '--json'])
      if (ran.status !== 0) throw new Error(`${words.join(' ')} gave ${ran.status}: ${ran.err}`)
      return ran.json
    },
    hire: ({ name, ...staff }) =>
      office.meddle((store) => addStaff(store, { ...newcomer, name, joinedOn: today, ...staff })),
    look: (work) => using(openToRead(file, undefined).store, work),
    meddle: (work) => using(openToWrite(file, undefined), work),
  }
  const who = ['--name', '李娜', '--post', '档案管理员']
  await office.done('init', '--policy', policy, ...who, ...(setting.init ?? []))
  return office
}

/** Does something while another connection is writing, and does not end. */
export async function whileWriting<T>(office: TestOffice, work: () => Promise<T>): Promise<T> {
  const writer = openToWrite(office.file, undefined)
  writer.script('BEGIN IMMEDIATE')
  try {
    return await work()
  } finally {
    writer.script('ROLLBACK')
    writer.close()
  }
}

const newcomer = {
  post: null,
  department: null,
  clearance: 'none' as const,
  osAccount: null,
  leftOn: null,
}

function using<T>(store: Store, work: (store: Store) => T): T {
  try {
    return work(store)
  } finally {
    store.close()
  }
}

async function runIn(
  office: TestOffice,
  stdin: string,
  words: readonly string[],
  patience = 15_000,
): Promise<CommandRan> {
  const [out, err] = [captured(), captured()]
  const fd = holding(office.room, stdin)
  try {
    const status = await runProgram({
      words,
      env: office.env,
      out,
      err,
      stdin: { fd, isTerminal: false },
      account: office.account,
      home: office.room,
      platform: 'linux',
      clock: () => new Date(`${office.today}T02:00:00.000Z`),
      version: '0.0.0',
      spillInto: () => undefined,
      processes: { name: 'test', isRunning: () => false, runOther: runHere },
      patience,
    })
    return ranWith(status, out.text, err.text)
  } finally {
    closeSync(fd)
  }
}

function captured(): Stream & { text: string } {
  const stream = {
    isTerminal: false,
    columns: undefined,
    text: '',
    write: (text: string) => void (stream.text += text),
    bytes: (piece: Uint8Array) => void (stream.text += Buffer.from(piece).toString('latin1')),
    flush: () => undefined,
  }
  return stream
}

/** A descriptor that reads `text`. */
function holding(room: string, text: string): number {
  const path = join(room, 'stdin')
  writeFileSync(path, text)
  return openSync(path, 'r')
}

const ranWith = (status: number, out: string, err: string): CommandRan => ({
  status,
  out,
  err,
  get json() {
    return JSON.parse(out)
  },
  get error() {
    const line = err.split('\n').find((it) => it.startsWith('{"error"'))
    return line === undefined ? undefined : JSON.parse(line).error
  },
})
