import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings'
import { equivalentLine } from '../cli/equivalent.ts'
import { failureJson, failureOf, type Failure } from '../cli/failure.ts'
import { exits } from '../cli/exit.ts'
import { paintsFor } from '../cli/paint.ts'
import { safeLines } from '../cli/safe.ts'
import { ReaderGone } from '../cli/streams.ts'
import { unknownCommand, usageFaultOf } from '../cli/usage.ts'
import type { Catalog } from '../messages/catalog.ts'
import { deskIn, type BuiltDesk } from './build-desk.ts'
import { commandList } from './index.ts'
import { buildProgram } from './program.ts'
import type { World } from './world.ts'

/** Runs one command line, whole; gives its exit status and leaves nothing open. */
export async function runProgram(world: World): Promise<number> {
  const desk = await deskIn(world, await paintsIn(world))
  if (world.words[0] === '__complete') return completed(desk, world)
  let status: number = exits.done
  let program: CommandUnknownOpts | undefined
  try {
    program = await buildProgram(desk, world.words)
    requireTopic(program, world.words, desk.text)
    await program.parseAsync([...world.words], { from: 'user' })
    if (desk.answered.length > 0)
      desk.say.notice(desk.text.program.same(equivalentLine(world.words, desk.answered)))
    world.out.flush()
    status = desk.status
  } catch (thrown) {
    status = told(thrown, program, desk, world)
  } finally {
    desk.close()
    quietly(() => world.err.flush())
  }
  return status
}

/** Looks at the line itself: help and wrong words are said before options are known. */
const paintsIn = (world: World) => paintsFor(world, !world.words.includes('--no-color'), world.env)

/** For a shell that completes: never a word of complaint, never a status. */
async function completed(desk: BuiltDesk, world: World): Promise<number> {
  try {
    const { complete } = await import('./complete.ts')
    await complete(desk, world)
    world.out.flush()
  } catch {
    // the shell offers nothing, that is all
  }
  return exits.done
}

const names = [...commandList.map(({ name }) => name), 'help']

/** `help <command>` of no command: commander would show the help of all. @throws UsageFault */
function requireTopic(program: CommandUnknownOpts, words: readonly string[], text: Catalog): void {
  if (!words.includes('help')) return
  const [first, topic] = program.parseOptions([...words]).operands
  if (first !== 'help' || topic === undefined || names.includes(topic)) return
  throw unknownCommand(topic, { program, names, text })
}

function told(
  thrown: unknown,
  program: CommandUnknownOpts | undefined,
  desk: BuiltDesk,
  world: World,
): number {
  const { text } = desk
  try {
    world.out.flush()
  } catch (failed) {
    // help and the like are thrown after they were written: whether they arrived counts
    if (isHelp(thrown)) return told(failed, program, desk, world)
  }
  if (isHelp(thrown)) return exits.done
  const fault = usageFaultOf(thrown, { program, names, text })
  const failure = failureOf(desk.diagnosed(fault), text)
  if (!failure) return exits.done
  quietly(() => world.err.write(`${lineFor(failure, desk, world)}\n`))
  return failure.status
}

function lineFor(failure: Failure, desk: BuiltDesk, { words }: World): string {
  if (isForMachines(words) || desk.format === 'json' || desk.format === 'ndjson')
    return failureJson(failure)
  const message = safeLines(failure.message)
  if (failure.code === 'cancelled') return message
  const { program, terminal } = desk.text
  return terminal.failed(desk.screen.paint.error(program.error), message)
}

/** Before the line has been understood it is looked at. */
const isForMachines = (words: readonly string[]): boolean =>
  words.some(
    (word, at) =>
      word === '--json' ||
      /^--format=(nd)?json$/.test(word) ||
      (word === '--format' && /^(nd)?json$/.test(words[at + 1] ?? '')),
  )

/** Help and the version were asked for and have been written; so has the help of `dangan` alone. */
const isHelp = (thrown: unknown): boolean =>
  thrown instanceof CommanderError && /^commander\.(help|helpDisplayed|version)$/.test(thrown.code)

/** On the way out a stream that nobody reads is no reason for noise. */
function quietly(work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (!(thrown instanceof ReaderGone)) return
  }
}
