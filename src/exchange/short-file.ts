import { openSteady } from './steady-file.ts'

/** No text or signature of ours is longer, bytes. */
const most = 1024 * 1024

/** A small file, whole; of one that is longer the beginning, which nobody will take for the whole. @throws Refusal input.* */
export function shortFile(path: string): Buffer {
  const file = openSteady(path)
  try {
    const bytes = Buffer.alloc(Math.min(file.bytes, most))
    return bytes.subarray(0, file.read(bytes))
  } finally {
    file.close()
  }
}
