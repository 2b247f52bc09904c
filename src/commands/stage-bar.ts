import type { Desk } from './desk.ts'

/** A bar at a terminal that tells which step of a long piece of work is done; elsewhere nothing. */
export interface StageBar {
  /** The next stage begins. */
  readonly tell: (stage: string) => void
  readonly stop: () => void
}

/** Below this nobody has time to look, bytes. */
const much = 50e6

/** For `stages` steps through so many bytes. */
export async function stageBar(desk: Desk, stages: number, bytes: number): Promise<StageBar> {
  if (!desk.say.isWatched || bytes < much) return { tell: () => undefined, stop: () => undefined }
  const bar = (await import('../cli/progress.ts')).progress(desk.say.err, stages)
  let at = 0
  return {
    tell(stage) {
      bar.update(at, stage)
      at = Math.min(stages, at + 1)
    },
    stop: () => bar.stop(),
  }
}
