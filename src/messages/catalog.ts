import type { zhHans } from './zh-Hans/index.ts'

/** A text's shape without its words: strings and functions stay, literals go. */
export type Widened<Text> = Text extends (...facts: infer Facts) => infer Said
  ? (...facts: Facts) => Widened<Said>
  : Text extends string
    ? string
    : Text extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : { readonly [Key in keyof Text]: Widened<Text[Key]> }

/** Everything that the program says, in one language. zh-Hans is written first; a missing key does not compile. */
export type Catalog = Widened<typeof zhHans>
