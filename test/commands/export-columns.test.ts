import { describe, expect, test } from 'vitest'
import { exportColumns } from '../../src/commands/export-columns.ts'
import type { Desk, Office } from '../../src/commands/desk.ts'
import { mapHeadings } from '../../src/domain/headings.ts'
import { languages } from '../../src/domain/words.ts'
import { catalogOf } from '../../src/messages/index.ts'
import { readText, readyNames, readyText } from '../support/policies.ts'

const cases = readyNames.flatMap((name) =>
  languages.flatMap((language) => [true, false].map((headings) => ({ name, language, headings }))),
)

describe('every heading of an export means its own column when it is imported', () => {
  test.for(cases)(
    '$name, $language, translated: $headings',
    async ({ name, language, headings }) => {
      const policy = readText(readyText(name) as string)
      const desk = {
        text: await catalogOf(language),
        language,
        say: { manner: { headings } },
      } as unknown as Desk
      const columns = exportColumns(desk, { policy } as Office, ['传真', '电话(家)'])
      const told = columns.map(({ key, heading }) => (headings ? heading : key))
      const extra = new Set(['传真', '电话(家)'])
      expect(mapHeadings(told, policy).map(({ target }) => target)).toEqual(
        columns.map(({ key }) => (extra.has(key) ? { extra: key } : key)),
      )
    },
  )
})
