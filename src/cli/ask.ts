/** A value that a person may be asked for. */
export interface Question {
  readonly kind: 'text' | 'choice' | 'confirm'
  readonly message: string
  /** The option that gives it on the line. */
  readonly option: string
  /** For `choice`: identifiers and what people read. */
  readonly choices?: readonly { readonly value: string; readonly name: string }[]
  readonly initial?: string
  /** May be left out. */
  readonly optional?: boolean
  /** Undefined: good; else what is wrong with it, said while one types. */
  readonly check?: (value: string) => string | undefined
}

/** An answer to every question, by the question's name; '' where an optional one was passed over. */
export type Answers<Questions> = { readonly [Name in keyof Questions]: string }

/** How a yes-or-no question is put. */
export interface Presumption {
  /** What Enter alone says; no, unless said otherwise. */
  readonly presumed?: boolean
  /** What says yes on the line; `--yes`, unless said otherwise. */
  readonly option?: string
}

/** An answer that a person gave, and the option (or `<argument>`) that would have given it. */
export interface Answered {
  readonly option: string
  /** Empty where it was passed over. */
  readonly value: string
  /** The option takes no value: to be said is all. */
  readonly isSwitch?: true
}
