/** What takes a while to make, and is seldom wanted: made at the first call, kept for the others. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined
  return () => (made ??= { it: make() }).it
}
