import type { Language } from '../domain/words.ts'
import type { Catalog } from './catalog.ts'
import { en } from './en/index.ts'
import { zhHans } from './zh-Hans/index.ts'
import { zhHant } from './zh-Hant/index.ts'

const catalogs: Readonly<Record<Language, Catalog>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

export const catalogOf = (language: Language): Catalog => catalogs[language]
