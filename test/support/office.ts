import { closeSync, copyFileSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Staff } from '../../src/domain/staff.ts'
import { openToRead, openToWrite } from '../../src/store/open.ts'
import { addStaff } from '../../src/store/staff.ts'
import type { Store } from '../../src/store/store.ts'
import { fixedDay, newRoom, type Environment } from './program.ts'
import { runInside } from './run-inside.ts'

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
  const founding = ['init', '--policy', policy, ...founder, ...(setting.init ?? [])]
  const kind = JSON.stringify([founding, today, setting.lang, setting.env])
  const founded = foundedOffices.get(kind)
  if (founded) copyFileSync(founded, file)
  else {
    await office.done(...founding)
    if (!setting.env) foundedOffices.set(kind, keptAside(file))
  }
  return office
}

const founder = ['--name', '李娜', '--post', '档案管理员']

/** Offices as they were founded in this process, by how: each test gets a copy of its own. */
const foundedOffices = new Map<string, string>()

function keptAside(file: string): string {
  const aside = join(newRoom(), 'archive.db')
  copyFileSync(file, aside)
  return aside
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
  const { env, account, room: home } = office
  const fd = holding(office.room, stdin)
  try {
    const clock = () => new Date(`${office.today}T02:00:00.000Z`)
    const { status, out, err } = await runInside(words, { env, account, home, clock, fd, patience })
    return ranWith(status, out, err)
  } finally {
    closeSync(fd)
  }
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
