import type { Screen } from './screen.ts'

const same = (text: string): string => text

/**
 * inquirer's theme: every word of its own replaced, its colours by ours (it ignores NO_COLOR).
 * `hint` stands behind the question until it has been answered.
 */
export function themeOf({ text, paint }: Screen, hint = '') {
  const { ask } = text.terminal
  return {
    prefix: { idle: paint.answer('?'), done: paint.good('✔') },
    indexMode: 'number',
    style: {
      message: (message: string, status: string) =>
        paint.heading(message) + (status === 'done' || hint === '' ? '' : paint.dim(hint)),
      answer: paint.answer,
      error: (message: string) => paint.error(text.terminal.failed(text.program.error, message)),
      defaultAnswer: paint.dim,
      help: paint.dim,
      highlight: paint.answer,
      key: same,
      disabled: paint.dim,
      description: same,
      keysHelpTip: () => paint.dim(ask.choose),
      maskedText: ask.hidden,
    },
  }
}
