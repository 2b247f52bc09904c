import { readChoice } from '../domain/choice.ts'
import { requireDating } from '../domain/dating.ts'
import { isInvalid } from '../domain/invalid.ts'
import { materialName, type Material } from '../domain/material.ts'
import type { Choices, Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { replaceSeals } from '../store/held.ts'
import { materialAt } from '../store/materials.ts'
import type { AttachOptions } from './attach.ts'
import { enterAct, requireAttachable } from './attaching.ts'
import type { Desk, Office } from './desk.ts'
import { sealWords } from './lack-view.ts'
import { materialShown } from './material-view.ts'
import { materialGiven, namesFrom, type GivenMaterial } from './materials-given.ts'
import { tellStillMissing } from './still-missing.ts'

/** `attach --seal P18,P19 <number>/<material>`: notes which seals and signatures were seen (S004-Q-2.2.1). */
export async function noteSeals(
  desk: Desk,
  given: readonly string[],
  options: AttachOptions,
): Promise<void> {
  const names = await namesFrom(desk, given)
  const done = await desk.act((office) => {
    requireDating({ ...office, reason: options.reason }, office.policy)
    const found = names.map((name) => materialGiven(office, name))
    const noted = found.map((it) => seen(desk, office, it, options))
    return { noted, policy: office.policy, office }
  })
  const shown = done.noted.map(({ archive, material }) => materialShown(material, archive.number))
  const human = () => done.noted.flatMap((it) => sentences(desk, done.policy, it))
  const [only] = shown
  if (shown.length === 1 && only) desk.say.result(only, human)
  else desk.say.results(shown, human)
  const [first] = done.noted
  if (first) tellStillMissing(desk, done.office, first.archive)
}

/** What was seen before and what is now. */
function seen(
  desk: Desk,
  office: Office,
  { archive, material }: GivenMaterial,
  { seal = '', reason }: AttachOptions,
): GivenMaterial {
  requireAttachable(office, archive)
  const { store, hand, today, policy } = office
  const before = material.seals ?? []
  const after = sealsSaid(desk, seal, sealsOf(policy, material), archive.number, material)
  const seals = after === 'none' ? [] : [...new Set([...before, ...after])]
  if (seals.length === before.length && after !== 'none') return { archive, material }
  replaceSeals(store, material.id, seals, { on: today, by: hand.staffId })
  const { seq, title, secrecy } = material
  const told = {
    material: seq,
    title,
    ...(secrecy === null ? {} : { secrecy }),
    before: { seals: before },
    after: { seals },
  }
  enterAct(office, 'material.seal', [{ archive, told }], reason)
  return { archive, material: materialAt(store, archive.id, seq) as Material }
}

const sealsOf = (policy: Policy, { kind }: Material): Choices => {
  const rule = kind === null ? undefined : policy.materials?.kinds[kind]
  return { ...rule?.seals, ...rule?.signatures }
}

/** @throws Refusal seal.none where its kind has none, value.bad */
function sealsSaid(
  desk: Desk,
  said: string,
  choices: Choices,
  number: string,
  { seq, kind }: Material,
): readonly string[] | 'none' {
  const text = desk.text.checklist
  if (Object.keys(choices).length === 0)
    throw new Refusal('seal.none', { number, material: String(seq), kind })
  const word = said.trim().toLowerCase()
  if (text.nothing.includes(word) || word === 'none') return 'none'
  if (text.all.includes(word) || word === 'all') return Object.keys(choices)
  const whole = readChoice(choices, said)
  const parts = isInvalid(whole) ? said.split(/[,，、]/) : [said]
  const read = parts.map((part) => ({ part: part.trim(), seal: readChoice(choices, part) }))
  const problems = read.flatMap(({ part, seal }) =>
    isInvalid(seal) ? [{ key: '--seal', value: part, invalid: seal }] : [],
  )
  if (problems.length > 0) throw new Refusal('value.bad', { problems })
  return read.map(({ seal }) => seal as string).filter((seal) => seal !== '')
}

function sentences(desk: Desk, policy: Policy, { archive, material }: GivenMaterial): string[] {
  const text = desk.text.checklist
  const { kind, seals = [] } = material
  const name = `${materialName(archive.number, material.seq)} ${material.title}`
  const open = Object.keys(sealsOf(policy, material)).filter((key) => !seals.includes(key))
  return [
    seals.length === 0
      ? text.unsealed(name)
      : text.sealed(name, sealWords(desk, policy, kind, seals)),
    ...(open.length > 0 ? [text.open(sealWords(desk, policy, kind, open))] : []),
  ]
}
