import type { Desk } from './desk.ts'

/** Below this nobody has time to look. */
const many = 500

/** A bar at a terminal, where many archives go; elsewhere nothing. */
export async function disposalBar(desk: Desk, archives: number) {
  if (!desk.say.err.isTerminal || desk.say.manner.quiet || archives < many)
    return { tell: (_done: number) => undefined, stop: () => undefined }
  const bar = (await import('../cli/progress.ts')).progress(desk.say.err, archives)
  return {
    tell: (done: number) => bar.update(done, `${done}/${archives}`),
    stop: () => bar.stop(),
  }
}
