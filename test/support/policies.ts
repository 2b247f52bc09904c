import { readdirSync, readFileSync } from 'node:fs'
import type { PlacedProblem, PolicyFault } from '../../src/domain/policy-problem.ts'
import type { Policy } from '../../src/domain/policy.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { readPolicyFile } from '../../src/exchange/policy-file.ts'

const folder = new URL('../../schema/policies/', import.meta.url)

export const readyNames = readdirSync(folder)
  .map((name) => name.replace('.yaml', ''))
  .toSorted()

export const readyText = (name: string): string | undefined =>
  readyNames.includes(name) ? readFileSync(new URL(`${name}.yaml`, folder), 'utf8') : undefined

/** Reads a policy file of the test's own. */
export const readText = (text: string): Policy => readPolicyFile(text, 'office.yaml', readyText)

/** What is wrong with it; nothing where it is good. */
export function problemsIn(text: string): readonly PlacedProblem[] {
  try {
    readText(text)
    return []
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'policy.bad')
      return (thrown as Refusal<'policy.bad'>).facts.problems
    throw thrown
  }
}

/** `line:column code at`, as a test likes to read it. */
export const placed = (text: string): string[] =>
  problemsIn(text).map(({ line, column, code, at }) => `${line}:${column} ${code} ${at}`.trim())

export const codesIn = (text: string): PolicyFault[] => problemsIn(text).map(({ code }) => code)

/** The smallest policy that is good. */
export const smallText = `policy: small
title: { zh-Hans: 小, zh-Hant: 小, en: small }
language: zh-Hans
timeZone: Asia/Shanghai
types:
  individual:
    label: { zh-Hans: 个人, zh-Hant: 個人, en: individual }
    pattern: RG{year}-{serial:4}
    naming: person
    fields: [sex]
    required: [phone, sex]
fields:
  sex:
    label: { zh-Hans: 性别, zh-Hant: 性別, en: sex }
    kind: choice
    choices:
      male: { label: { zh-Hans: 男, zh-Hant: 男, en: male } }
      female: { label: { zh-Hans: 女, zh-Hant: 女, en: female } }
importances:
  ordinary: { label: { zh-Hans: 一般, zh-Hant: 一般, en: ordinary } }
  important: { label: { zh-Hans: 重要, zh-Hant: 重要, en: important } }
secrecy:
  levels:
    none: { label: { zh-Hans: 无, zh-Hant: 無, en: none } }
    secret: { label: { zh-Hans: 秘密, zh-Hant: 秘密, en: secret } }
  default: none
retention:
  classes:
    general:
      label: { zh-Hans: 一般, zh-Hant: 一般, en: general }
      start: formed
      years: 10
      source: [S002-5.1-1]
      assumed: true
  default: general
classification:
  - when: { importance: important }
    set: { secrecy: secret }
`

/** The small policy with one thing changed; the thing must be there. */
export function changed(what: string, into: string): string {
  if (!smallText.includes(what)) throw new Error(`the small policy does not say ${what}`)
  return smallText.replace(what, () => into)
}
