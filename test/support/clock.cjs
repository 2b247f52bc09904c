'use strict'
// Loaded before the built program in tests: it is noon in Shanghai, on 20 November 2026 or on the day
// that TEST_DAY names, and time goes on from there.
const Real = Date
const began = Real.now()
const noon = Real.parse(`${process.env.TEST_DAY || '2026-11-20'}T04:00:00Z`)
const now = () => noon + (Real.now() - began)

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(now())
    else super(...parts)
  }

  static now() {
    return now()
  }
}
