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
