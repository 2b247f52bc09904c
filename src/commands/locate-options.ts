/** What `locate` may be told of archives and materials. */
export interface LocateOptions {
  readonly to?: string
  readonly next?: true
  readonly in?: string
  readonly secrecy?: string
  readonly keeper?: string
  readonly history?: true
  readonly reason?: string
}
