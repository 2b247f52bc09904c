'use strict'
// Loaded before the built program in tests: it is 20 November 2026, noon in Shanghai, and time goes on from there.
const Real = Date
const began = Real.now()
const noon = Real.UTC(2026, 10, 20, 4)
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
