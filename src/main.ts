import { fstatSync, statSync } from 'node:fs'
import { devNull, homedir, hostname, userInfo } from 'node:os'
import { streamOn } from './cli/streams.ts'
import { runProgram } from './commands/run.ts'
import { version } from '../package.json'

process.umask(0o077)

/** The account at the operating system; in a container it may have a number and no name. */
function account(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}

/** A pipe, a file, /dev/null are told by their descriptor: Node's own streams, which load its network, are opened for terminals only. */
function isTerminal(fd: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(fd)
    if (!stat.isCharacterDevice() || stat.rdev === statSync(devNull).rdev) return false
  } catch {
    return false
  }
  const stream = fd === 0 ? process.stdin : fd === 1 ? process.stdout : process.stderr
  return stream.isTTY === true
}

const terminal = (fd: 1 | 2) => {
  const columns = () => (fd === 1 ? process.stdout : process.stderr).columns
  return isTerminal(fd)
    ? { isTerminal: true, columns: columns() }
    : { isTerminal: false, columns: undefined }
}

const ourselves = `${hostname()}:${process.pid}`

/** Does a process of this machine still run? Undefined: it is of another machine. */
function isRunning(name: string): boolean | undefined {
  const [host, pid] = name.split(':')
  if (host !== hostname()) return undefined
  if (name === ourselves) return false
  try {
    return process.kill(Number(pid), 0)
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const status = runProgram({
  words: process.argv.slice(2),
  version,
  node: process.version,
  env: process.env,
  out: streamOn(1, terminal(1)),
  err: streamOn(2, terminal(2), false),
  stdin: { fd: 0, isTerminal: isTerminal(0) },
  account: account(),
  home: homedir(),
  platform: process.platform,
  clock: () => new Date(),
  processes: {
    name: ourselves,
    isRunning,
    async runOther(...line) {
      const { runOther } = await import('./exchange/other-program.ts')
      return runOther(process.env, ...line)
    },
  },
  spillInto: (folder) => {
    process.env['SQLITE_TMPDIR'] = folder
  },
})

void (async () => {
  process.exitCode = await status
})()
