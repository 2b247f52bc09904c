/** What becomes of a request (SPEC section 2). */
export const requestStatuses = [
  'pending',
  'approved',
  'refused',
  'withdrawn',
  'used',
  'expired',
] as const
export type RequestStatus = (typeof requestStatuses)[number]
