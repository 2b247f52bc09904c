import type { Archive } from './archive.ts'
import { once } from './once.ts'
import type { Policy } from './policy.ts'

/** Something that stands on a shelf: an archive, or a material of one. */
interface Shelved {
  readonly archive: Archive
  readonly material?: { readonly seq: number } | undefined
}

const numbers = once(() => new Intl.Collator('en', { numeric: true }))

/** As the policy wants them to stand: by number, by type, by day or by name (S002-4.1-3, S004-E-5.1, S004-H-4.1). */
export function inShelfOrder<It extends Shelved>(things: readonly It[], policy: Policy): It[] {
  const order = policy.storage?.order ?? 'number'
  const types = Object.keys(policy.types)
  const language = policy.language === 'zh-Hant' ? 'zh-Hant' : 'zh-u-co-pinyin'
  const names = once(() => new Intl.Collator(language))
  const before = (a: Archive, b: Archive): number => {
    if (order === 'type') return types.indexOf(a.type) - types.indexOf(b.type)
    if (order === 'openedOn') return a.openedOn.localeCompare(b.openedOn)
    return order === 'name' ? names().compare(a.name ?? '', b.name ?? '') : 0
  }
  return things.toSorted(
    (a, b) =>
      before(a.archive, b.archive) ||
      numbers().compare(a.archive.number, b.archive.number) ||
      (a.material?.seq ?? 0) - (b.material?.seq ?? 0),
  )
}
