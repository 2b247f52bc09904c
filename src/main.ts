import { homedir, userInfo } from 'node:os'
import { streamOn } from './cli/streams.ts'
import { runProgram } from './commands/run.ts'

process.umask(0o077)

/** The account at the operating system; in a container it may have a number and no name. */
function account(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

const terminal = (stream: { isTTY?: boolean; columns?: number }) => ({
  isTerminal: stream.isTTY === true,
  columns: stream.columns,
})

const status = runProgram({
  words: process.argv.slice(2),
  env: process.env,
  out: streamOn(1, terminal(process.stdout)),
  err: streamOn(2, terminal(process.stderr)),
  stdin: { fd: 0, isTerminal: process.stdin.isTTY === true },
  account: account(),
  home: homedir(),
  platform: process.platform,
  clock: () => new Date(),
  spillInto: (folder) => {
    process.env['SQLITE_TMPDIR'] = folder
  },
})

void status.then((code) => {
  process.exitCode = code
})
