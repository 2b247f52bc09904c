import { languages, type Language } from '../domain/words.ts'

/** The language that `--lang` or the environment asks for; undefined: nobody said, so the policy decides. */
export function languageAsked(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  const said = option ?? env['DANGAN_LANG']
  if (said) return named(said)
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean)
  return locale === undefined ? undefined : localeLanguage(locale)
}

const named = (said: string): Language | undefined =>
  languages.find((language) => language.toLowerCase() === said.toLowerCase()) ??
  localeLanguage(said)

function localeLanguage(locale: string): Language | undefined {
  const plain = locale.toLowerCase().replaceAll('-', '_').split('.')[0] ?? ''
  if (plain === '' || plain === 'c' || plain === 'posix') return undefined
  if (!plain.startsWith('zh')) return 'en'
  return /^zh_(tw|hk|mo|hant)/.test(plain) ? 'zh-Hant' : 'zh-Hans'
}
