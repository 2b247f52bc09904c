import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOther, type RunOther } from '../../src/exchange/other-program.ts'
import { newRoom } from './program.ts'

const isHere = (program: string): boolean => spawnSync(program, ['-?']).error === undefined

/** Are OpenSSH's own programs on this machine? */
export const hasOpenSsh = isHere('ssh-keygen') && isHere('ssh-agent') && isHere('ssh-add')

/** Says in the report what was not looked at. */
export function sayIfNoOpenSsh(what: string): void {
  if (!hasOpenSsh) console.warn(`NOT TESTED: ${what}: no ssh-keygen or ssh-agent on this machine`)
}

/** Other programs as main.ts runs them. */
export const runHere: RunOther = (...line) => Promise.resolve(runOther(process.env, ...line))

/** An approver's key. */
export interface ApproverKey {
  readonly path: string
  /** `ssh-ed25519 AAAA…`, without a comment. */
  readonly line: string
}

function must(program: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const setting = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr } = spawnSync(program, words, setting)
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} gave ${status}: ${stderr}`)
  return stdout
}

/** A key without a passphrase; `kind` as `-t` and, after a space, `-b` of ssh-keygen say it. */
export function newKey(kind = 'ed25519'): ApproverKey {
  const path = join(newRoom(), 'key')
  const [type = '', bits] = kind.split(' ')
  const size = bits === undefined ? [] : ['-b', bits]
  must('ssh-keygen', ['-q', '-t', type, ...size, '-N', '', '-C', '', '-f', path])
  return { path, line: readFileSync(`${path}.pub`, 'utf8').trim() }
}

/** The signature over `text`, as an approver makes it. */
export function signatureOver(
  text: string,
  key: ApproverKey,
  namespace = 'dangan-approval',
  env: NodeJS.ProcessEnv = {},
): string {
  const path = join(newRoom(), 'R1.txt')
  writeFileSync(path, text)
  must('ssh-keygen', ['-q', '-Y', 'sign', '-n', namespace, '-f', key.path, path], env)
  return readFileSync(`${path}.sig`, 'utf8')
}

/** A list of signers; each line as ALLOWED SIGNERS of ssh-keygen(1). */
export function signersOf(...lines: readonly string[]): string {
  const path = join(newRoom(), 'allowed_signers')
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  return path
}

/** Does something while an agent holds the key. */
export function withAgent<T>(key: ApproverKey, work: (env: NodeJS.ProcessEnv) => T): T {
  const said = must('ssh-agent', ['-s'])
  const env = Object.fromEntries(
    [...said.matchAll(/(SSH_\w+)=([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
  try {
    must('ssh-add', ['-q', key.path], env)
    return work(env)
  } finally {
    must('ssh-agent', ['-k'], env)
  }
}
