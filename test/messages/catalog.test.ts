import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/domain/fold.ts'
import { languages, type Language } from '../../src/domain/words.ts'
import { catalogOf } from '../../src/messages/index.ts'
import * as enPolicy from '../../src/messages/en/policy-problems.ts'
import * as enValues from '../../src/messages/en/values.ts'
import * as hansPolicy from '../../src/messages/zh-Hans/policy-problems.ts'
import * as hansValues from '../../src/messages/zh-Hans/values.ts'
import * as hantPolicy from '../../src/messages/zh-Hant/policy-problems.ts'
import * as hantValues from '../../src/messages/zh-Hant/values.ts'
import { everythingSaid, type Said } from './said.ts'

/** Texts that the catalog reaches only by the code of what is wrong. */
const byCode: Readonly<Record<Language, object>> = {
  'zh-Hans': { valueTexts: hansValues.valueTexts, faultTexts: hansPolicy.faultTexts },
  'zh-Hant': { valueTexts: hantValues.valueTexts, faultTexts: hantPolicy.faultTexts },
  en: { valueTexts: enValues.valueTexts, faultTexts: enPolicy.faultTexts },
}

const said: Readonly<Record<Language, readonly Said[]>> = {
  'zh-Hans': await everythingIn('zh-Hans'),
  'zh-Hant': await everythingIn('zh-Hant'),
  en: await everythingIn('en'),
}

async function everythingIn(language: Language): Promise<readonly Said[]> {
  return [...everythingSaid({ ...(await catalogOf(language)), ...byCode[language] })]
}

/** What `at` says that it should not, as a reader of a failed test wants to see it. */
const faults = (said: readonly Said[], wrong: (text: string) => string): readonly string[] =>
  said.flatMap(({ at, text }) => (wrong(text) === '' ? [] : [`${at}: ${wrong(text)} in “${text}”`]))

const han = (text: string): readonly string[] => text.match(/\p{Script=Han}/gu) ?? []

/** The index of Traditional characters takes 么 for 幺, which it also is; 什么 is Simplified all the same. */
const isTraditionalOnly = (character: string): boolean =>
  character !== '么' && foldText(character) !== character

const traditional = ['t', 'tw', 'hk'].map((to) => Converter({ from: 'cn', to }))

/** Simplified characters that are Traditional ones, too: 若干, 平台, 公里, 皇后, 云云, 余, 核准. */
const ofBothScripts = new Set('干台里后云余准')
const isSimplifiedOnly = (character: string): boolean =>
  !ofBothScripts.has(character) && traditional.every((write) => write(character) !== character)

/** Words of the mainland's computers and offices that Taiwan and Hong Kong call otherwise. */
const converted =
  /密級|信息|數據|文件夾|默認|打印|字段|字符|字節|網絡|賬|導入|導出|運行|查看|終端(?!機)/g

describe.each(languages)('what the program says in %s', (language) => {
  const own = said[language]

  it('is never empty and leaves no gap', () => {
    const gap = (text: string) => /undefined|null|NaN|\[object/.exec(text)?.[0] ?? ''
    expect(faults(own, (text) => (text.trim() === '' ? 'nothing' : gap(text)))).toEqual([])
  })

  it('is said in every other language too', () => {
    const places = (list: readonly Said[]) => [...new Set(list.map(({ at }) => at))].toSorted()
    expect(places(own)).toEqual(places(said['zh-Hans']))
  })
})

describe('each language is its own', () => {
  it('English has no Chinese characters, nor their punctuation', () => {
    const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/u
    expect(faults(said.en, (text) => chinese.exec(text)?.[0] ?? '')).toEqual([])
  })

  it('English summaries begin with a capital, as sentences do', () => {
    const summaries = said.en.filter(({ at }) => at.endsWith('summary'))
    expect(faults(summaries, (text) => /^\p{Ll}/u.exec(text)?.[0] ?? '')).toEqual([])
  })

  it('简体 has no Traditional characters', () => {
    const wrong = (text: string) => han(text).filter(isTraditionalOnly).join('')
    expect(faults(said['zh-Hans'], wrong)).toEqual([])
  })

  it('繁體 has no Simplified characters', () => {
    const wrong = (text: string) => han(text).filter(isSimplifiedOnly).join('')
    expect(faults(said['zh-Hant'], wrong)).toEqual([])
  })

  it('繁體 is written, not converted', () => {
    expect(faults(said['zh-Hant'], (text) => (text.match(converted) ?? []).join('、'))).toEqual([])
  })

  it.each([
    ['档', true],
    ['级', true],
    ['檔', false],
    ['制', false],
    ['表', false],
  ])('the test itself tells scripts apart: %s is Simplified only: %s', (character, is) => {
    expect(isSimplifiedOnly(character)).toBe(is)
  })
})
