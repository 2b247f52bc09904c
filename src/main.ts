import { homedir, userInfo } from 'node:os'
import { isatty } from 'node:tty'
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

/** Asked of the descriptor: opening Node's own streams costs two milliseconds. */
const terminal = (fd: 1 | 2) => {
  const isTerminal = isatty(fd)
  const columns = () => (fd === 1 ? process.stdout : process.stderr).columns
  return { isTerminal, columns: isTerminal ? columns() : undefined }
}

const status = runProgram({
  words: process.argv.slice(2),
  env: process.env,
  out: streamOn(1, terminal(1)),
  err: streamOn(2, terminal(2), false),
  stdin: { fd: 0, isTerminal: isatty(0) },
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
