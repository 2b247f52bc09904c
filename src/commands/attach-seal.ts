import { requireDating } from '../domain/dating.ts'
import { materialName, type Material } from '../domain/material.ts'
import type { Policy } from '../domain/policy.ts'
import { Refusal } from '../domain/refusal.ts'
import { sealsOfKind, sealsSeen } from '../domain/seals.ts'
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
    const noted = found.map((it) => seen(office, it, options))
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
  office: Office,
  { archive, material }: GivenMaterial,
  { seal = '', reason }: AttachOptions,
): GivenMaterial {
  requireAttachable(office, archive)
  const { store, hand, today, policy } = office
  const before = material.seals ?? []
  const choices = sealsOfKind(policy, material.kind)
  if (Object.keys(choices).length === 0)
    throw new Refusal('seal.none', {
      number: archive.number,
      material: String(material.seq),
      kind: material.kind,
    })
  const seals = sealsSeen(seal, before, choices)
  if (seals.length === before.length) return { archive, material }
  replaceSeals(store, material.id, seals, { on: today, by: hand.staffId })
  const { seq, title, secrecy } = material
  const told = {
    material: seq,
    title,
    ...(material.kind === null ? {} : { kind: material.kind }),
    ...(secrecy === null ? {} : { secrecy }),
    before: { seals: before },
    after: { seals },
  }
  enterAct(office, 'material.seal', [{ archive, told }], reason)
  return { archive, material: materialAt(store, archive.id, seq) as Material }
}

function sentences(desk: Desk, policy: Policy, { archive, material }: GivenMaterial): string[] {
  const text = desk.text.checklist
  const { kind, seals = [] } = material
  const name = `${materialName(archive.number, material.seq)} ${material.title}`
  const open = Object.keys(sealsOfKind(policy, kind)).filter((key) => !seals.includes(key))
  return [
    seals.length === 0
      ? text.unsealed(name)
      : text.sealed(name, sealWords(desk, policy, kind, seals)),
    ...(open.length > 0 ? [text.open(sealWords(desk, policy, kind, open))] : []),
  ]
}
