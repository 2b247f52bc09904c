import { CommanderError } from 'commander'
import { equivalentLine } from '../cli/equivalent.ts'
import { failureJson, failureOf } from '../cli/failure.ts'
import { exits } from '../cli/exit.ts'
import { ReaderGone } from '../cli/streams.ts'
import { catalogOf } from '../messages/index.ts'
import { deskIn } from './build-desk.ts'
import { buildProgram } from './program.ts'
import type { World } from './world.ts'

/** Runs one command line, whole; gives its exit status and leaves nothing open. */
export async function runProgram(world: World): Promise<number> {
  const desk = deskIn(world)
  let status: number = exits.done
  try {
    const program = await buildProgram(desk, world.words)
    await program.parseAsync([...world.words], { from: 'user' })
    if (desk.answered.length > 0)
      desk.say.notice(desk.text.program.same(equivalentLine(world.words, desk.answered)))
    world.out.flush()
    status = desk.status
  } catch (thrown) {
    status = told(thrown, desk, world)
  } finally {
    desk.close()
    quietly(() => world.err.flush())
  }
  return status
}

function told(thrown: unknown, desk: ReturnType<typeof deskIn>, world: World): number {
  quietly(() => world.out.flush())
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return exits.done
  const text = catalogOf(desk.language)
  const failure = failureOf(desk.diagnosed(thrown), text)
  if (!failure) return exits.done
  const json = world.words.includes('--json') || desk.format === 'json' || desk.format === 'ndjson'
  quietly(() =>
    world.err.write(`${json ? failureJson(failure) : `${text.program.error}：${failure.message}`}\n`),
  )
  return failure.status
}

/** On the way out a stream that nobody reads is no reason for noise. */
function quietly(work: () => void): void {
  try {
    work()
  } catch (thrown) {
    if (!(thrown instanceof ReaderGone)) return
  }
}
