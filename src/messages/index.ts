import type { Language } from '../domain/words.ts'
import type { Catalog } from './catalog.ts'
import { keys as enKeys } from './en/keys.ts'
import { keys as zhHansKeys } from './zh-Hans/keys.ts'
import { keys as zhHantKeys } from './zh-Hant/keys.ts'

const catalogs: Readonly<Record<Language, () => Promise<Catalog>>> = {
  'zh-Hans': async () => (await import('./zh-Hans/index.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant/index.ts')).zhHant,
  en: async () => (await import('./en/index.ts')).en,
}

/** Everything that the program says in one language; the others stay unread. */
export const catalogOf = (language: Language): Promise<Catalog> => catalogs[language]()

/** What keys, states and levels are called in each language: a value may be given in any of them. */
export const keysIn: Readonly<Record<Language, Catalog['keys']>> = {
  'zh-Hans': zhHansKeys,
  'zh-Hant': zhHantKeys,
  en: enKeys,
}
