import type { Catalog } from '../catalog.ts'

/** The terminal itself: how questions are asked and answered. */
export const terminal: Catalog['terminal'] = {
  ask: {
    choose: '↑↓ or digits to choose, Enter to confirm, Ctrl-C to cancel',
    nothing: '(leave empty)',
    needed: 'This cannot be empty.',
    yesOrNo: (presumed: boolean) => (presumed ? '(Y/n)' : '(y/N)'),
    yesOrNoOnly: 'Please answer y (yes) or n (no).',
    hidden: '(not shown as you type)',
    again: 'The same once more:',
    differs: 'The two do not match. Please type it again.',
    noEmptyKey: 'The key cannot be empty: an empty key is no encryption.',
  },
}
