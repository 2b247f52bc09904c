/** Exit statuses (SPEC section 2). */
export const exits = {
  done: 0,
  fault: 1,
  usage: 2,
  refused: 3,
  missing: 4,
  notPermitted: 5,
  busy: 6,
  integrity: 7,
  badData: 8,
  attention: 10,
  cancelled: 130,
} as const
export type Exit = (typeof exits)[keyof typeof exits]
