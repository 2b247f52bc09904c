import type { MaterialKindRule } from './policy-materials.ts'
import type { Choices, Policy } from './policy.ts'
import { Refusal } from './refusal.ts'
import { exceeds, type Day, type Secrecy } from './words.ts'

/** What stands in the archive: the thing itself, a copy on paper, a scan, or one of several originals. */
export const materialForms = {
  original: { label: { 'zh-Hans': '原件', 'zh-Hant': '正本', en: 'original' }, aliases: ['正本'] },
  copy: {
    label: { 'zh-Hans': '复印件', 'zh-Hant': '影本', en: 'copy' },
    aliases: ['复印', '影印本', '影印'],
  },
  scan: { label: { 'zh-Hans': '扫描件', 'zh-Hant': '掃描檔', en: 'scan' }, aliases: ['扫描'] },
  duplicate: {
    label: { 'zh-Hans': '副本', 'zh-Hant': '副本', en: 'duplicate' },
    aliases: ['副本联'],
  },
} as const satisfies Choices
export type MaterialForm = keyof typeof materialForms

/** What it is made of. */
export const materialMedia = {
  paper: { label: { 'zh-Hans': '纸质', 'zh-Hant': '紙本', en: 'paper' }, aliases: ['纸'] },
  electronic: {
    label: { 'zh-Hans': '电子', 'zh-Hant': '電子', en: 'electronic' },
    aliases: ['电子文件', '电子版'],
  },
  photograph: { label: { 'zh-Hans': '照片', 'zh-Hant': '照片', en: 'photograph' } },
  recording: {
    label: { 'zh-Hans': '音像', 'zh-Hant': '影音', en: 'recording' },
    aliases: ['录音', '录像', '磁带', '光盘'],
  },
  object: { label: { 'zh-Hans': '实物', 'zh-Hant': '實物', en: 'object' }, aliases: ['样品'] },
} as const satisfies Choices
export type MaterialMedium = keyof typeof materialMedia

/** What the office says of a document of an archive: all that `attach --update` can change. */
export interface MaterialContents {
  readonly title: string
  /** A kind of the policy. */
  readonly kind: string | null
  /** The document's own number, or one derived from the archive's (S003-15.4-12, S003-15.5-5). */
  readonly documentNumber: string | null
  /** A part of the policy, or any word where it has none (S003-15.4-6). */
  readonly part: string | null
  /** Its place within the part, from 1. */
  readonly position: number | null
  /** Covers counted (S003-15.4-2). */
  readonly pages: number | null
  readonly copies: number
  readonly form: MaterialForm
  /** The sequence number of the document of which this is a copy, a scan or a duplicate. */
  readonly counterpart: number | null
  readonly medium: MaterialMedium
  /** The day that stands on the document. */
  readonly datedOn: Day | null
  /** Null: that of the archive. */
  readonly secrecy: Secrecy | null
  /** Null: with the archive. */
  readonly place: string | null
  readonly keeper: string | null
  readonly receivedFrom: string | null
  /** The customer's own, kept until it is collected: not part of the page count (S003-15.4-7). */
  readonly annex: boolean
}

/** The bytes of a document and what is known of their fixity (DA/T 70 1-1). */
export interface MaterialFile {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
  readonly registeredAt: string
  readonly verifiedAt: string | null
  /** Null: never compared since it was registered. */
  readonly sound: boolean | null
}

/** A document (材料) of an archive: a line of its in-volume list. */
export interface Material extends MaterialContents {
  readonly id: number
  readonly archiveId: number
  /** Its sequence number in the archive; never given twice. */
  readonly seq: number
  readonly file: MaterialFile | null
  /** Seals and signatures that were seen on it, by the policy's keys; absent: none. */
  readonly seals?: readonly string[]
  readonly recordedBy: number | null
  readonly recordedOn: Day
  /** The archive's number before a merge. */
  readonly fromNumber: string | null
  /** Of paper: is there a file of it, here or as a scan that names it as its counterpart? Else null. */
  readonly digitised: boolean | null
}

/** Who may read it: its own level, or the archive's where that is higher. */
export const levelOf = (
  material: Pick<MaterialContents, 'secrecy'>,
  archive: { readonly secrecy: Secrecy },
): Secrecy =>
  material.secrecy !== null && exceeds(material.secrecy, archive.secrecy)
    ? material.secrecy
    : archive.secrecy

/** `RG2025-0001/3`: how a person names a material. */
export const materialName = (number: string, seq: number): string => `${number}/${seq}`

/** Reads `RG2025-0001/3`; `seq` is undefined where only an archive is named, 0 where it is no number. */
export function readMaterialName(text: string): { readonly number: string; readonly seq?: number } {
  const said = text.normalize('NFKC').trim()
  const at = said.lastIndexOf('/')
  if (at < 0) return { number: said }
  const seq = said.slice(at + 1).trim()
  return { number: said.slice(0, at), seq: /^\d{1,9}$/.test(seq) ? Number(seq) : 0 }
}

/** The kinds of the policy. @throws Refusal policy.silent */
export function materialKinds(policy: Policy): Readonly<Record<string, MaterialKindRule>> {
  if (policy.materials) return policy.materials.kinds
  throw new Refusal('policy.silent', { section: 'materials', source: [] })
}

/** What a derived number is filled in with: `{number}-HT{serial:2}`, `{number}`. */
export const documentNumberOf = (pattern: string, number: string, serial: number): string =>
  pattern
    .replaceAll('{number}', number)
    .replaceAll(/\{serial(?::(\d))?\}/g, (_, width?: string) =>
      String(serial).padStart(Number(width ?? 1), '0'),
    )

/** In the order of the list: parts as the policy has them, then positions, then as they came in. */
export function inOrder<Listed extends Pick<Material, 'part' | 'position' | 'seq'>>(
  materials: readonly Listed[],
  policy: Policy,
): Listed[] {
  const parts = Object.keys(policy.materials?.parts ?? {})
  const placeOf = ({ part }: Listed) => {
    const at = part === null ? -1 : parts.indexOf(part)
    return at < 0 ? parts.length : at
  }
  const last = Number.MAX_SAFE_INTEGER
  return materials.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) || (a.position ?? last) - (b.position ?? last) || a.seq - b.seq,
  )
}
