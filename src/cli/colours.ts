import { Chalk } from 'chalk'
import type { Paint } from './paint.ts'

// Loaded where a stream is coloured, not before: chalk loads Node's network to look at terminals.

const chalk = new Chalk({ level: 1 })

/** Restrained colours. */
export const colours: Paint = {
  heading: chalk.bold,
  error: chalk.red,
  dim: chalk.dim,
  answer: chalk.cyan,
  good: chalk.green,
}
