import type { Archive } from '../domain/archive.ts'
import { anchorCode, anchorTo } from '../domain/anchor.ts'
import { requireDating } from '../domain/dating.ts'
import { writableName } from '../domain/file-name.ts'
import { formPage, type FormPage } from '../exchange/form-page.ts'
import { isSameFile, newFile } from '../exchange/new-file.ts'
import { Refusal } from '../domain/refusal.ts'
import { enter } from '../store/journal.ts'
import { hashAt } from '../store/journal-check.ts'
import { staffById } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'

/** A form about to be printed. */
export interface Printing {
  /** `card`: what the journal says. */
  readonly form: string
  /** The archives whose contents leave with it. */
  readonly archives: readonly Archive[]
  /** What it is of, where that is no archive; '' otherwise. */
  readonly object: string
  /** How many people will have in their hands. */
  readonly sheets: number
  /** Its file, without the ending, where nobody names one. */
  readonly name: string
  /** What the journal says of each archive, besides. */
  readonly detail: (archive: Archive) => object
  /** What goes with the entry, in its transaction. */
  readonly act?: (office: Office) => void
  readonly page: (foot: Foot) => Omit<FormPage, 'language'>
}

/** What stands at the foot of every form. */
export interface Foot {
  /** `57-K7QM-4XTP-9RZ2-HB3D`: the journal up to this printing (SPEC 8). */
  readonly anchor: string
  /** `日志码 57-K7QM-…` */
  readonly code: string
  /** `2026-11-20 由 李娜 打印` */
  readonly printed: string
}

export interface PrintOptions {
  readonly output?: string
  readonly reason?: string
}

/** What became of it; `path` is null where it went to stdout. */
export interface Printed {
  readonly path: string | null
  /** Null: it was only tried. */
  readonly anchor: string | null
  readonly sheets: number
}

/**
 * Prints: enters the printing, which the code at the foot then pins, and writes the page, both or
 * neither. Under --dry-run neither. `gather` runs in the transaction.
 * @throws Refusal file.target-exists, file.disk
 */
export async function printForm(
  desk: Desk,
  options: PrintOptions,
  gather: (office: Office) => Printing,
): Promise<Printed> {
  const office = await desk.write()
  const { store } = office
  if (desk.globals.dryRun) {
    const rehearsed = store.rehearse(() => entered(desk, office, options, gather))
    desk.say.notice(desk.text.program.dryRun)
    return { path: rehearsed.path, anchor: null, sheets: rehearsed.sheets }
  }
  let file: ReturnType<typeof newFile> | undefined
  try {
    const done = store.transact(() => {
      const it = entered(desk, office, options, gather)
      if (it.path !== null) {
        file = newFile(it.path, desk.globals.yes || options.output === undefined)
        file.add(Buffer.from(it.html))
        file.keep() // a page that cannot be put in its place was not printed
      }
      return it
    })
    if (done.path === null) desk.say.raw(done.html)
    return { path: done.path, anchor: done.anchor, sheets: done.sheets }
  } catch (thrown) {
    file?.takeBack()
    throw thrown
  } finally {
    file?.discard()
  }
}

function entered(
  desk: Desk,
  office: Office,
  { output, reason }: PrintOptions,
  gather: (office: Office) => Printing,
) {
  const { store, policy, hand } = office
  requireDating({ ...office, reason }, policy)
  const printing = gather(office)
  const { form, archives, object, detail, sheets } = printing
  const [only] = archives.length === 1 ? archives : []
  const parts = archives.map((archive) => ({
    archiveId: archive.id,
    detail: { form, ...detail(archive), reason },
  }))
  printing.act?.(office)
  const seq = enter(store, hand, {
    action: 'form.print',
    object: object || (only?.number ?? ''),
    parts: parts.length > 0 ? parts : [{ archiveId: 0, detail: { form, reason } }],
  })
  const anchor = anchorCode(anchorTo(seq, hashAt(store, seq) ?? ''))
  const page = printing.page(footOf(desk, office, anchor))
  const html = formPage({ language: desk.language, ...page })
  const path = output === '-' ? null : (output ?? `${writableName(printing.name)}.html`)
  if (path !== null && isSameFile(path, store.path))
    throw new Refusal('file.target-exists', { path })
  return { html, path, anchor, sheets }
}

function footOf(desk: Desk, { store, hand, today }: Office, anchor: string): Foot {
  const text = desk.text.form
  const by = staffById(store, hand.staffId ?? 0)?.name ?? hand.account
  return {
    anchor,
    code: `${text.anchor} ${anchor}`,
    printed: text.printed(today, by),
  }
}

/**
 * What stands in the lower margin of every sheet of paper: which form, and which sheet of how many.
 * In a file of several forms it is the journal code alone: sheets are not counted form by form.
 */
export const runningFoot = (
  { text }: Desk,
  name: string,
  { anchor }: Foot,
  isOnly = true,
): Required<Pick<FormPage, 'running'>> => ({
  running: isOnly
    ? { name: `${name} · ${anchor}`, of: text.sheet.page }
    : { name: name === '' ? anchor : `${name} · ${anchor}` },
})
