import type { Catalog } from '../messages/catalog.ts'
import type { Paint } from './paint.ts'
import type { Stream } from './streams.ts'

/** Where prompts are drawn: the stream (stderr), the reader's words, colours where they are wanted. */
export interface Screen {
  readonly err: Stream
  readonly text: Catalog
  readonly paint: Paint
}
