import type { Archive } from '../domain/archive.ts'
import { foundIn, ruledChecks } from '../domain/audit-rules.ts'
import type { CheckCode, Found } from '../domain/audit-finding.ts'
import { needsIn } from '../domain/checklist.ts'
import { archiveIn, type StoredArchive } from './archives.ts'
import { noteFound, beginFound } from './audit-found.ts'
import { looks } from './audit-office.ts'
import { inScope, type Auditing } from './audit-scope.ts'
import { statements } from './audit-statements.ts'
import { heldBy } from './held.ts'
import { shelvesIn } from './places.ts'
import { query } from './query.ts'

/** Archives of one read: nothing is held open while their rules are gone through. */
const pageRows = 2000

/** Looks for everything that these checks find, and notes it in `found`; `told` is called as archives go by. */
export function findAll(it: Auditing, told: (archives: number) => void = () => undefined): void {
  const { store, checks } = it
  beginFound(store)
  for (const check of checks) {
    for (const statement of statementsOf(check)(it))
      store.run(
        query
          .insertInto('found')
          .columns(['checkCode', 'archiveId', 'object', 'facts'])
          .expression(statement as never),
      )
    for (const { archiveId, ...found } of [...looksOf(check)(it)])
      noteFound(store, archiveId, [found])
  }
  walkArchives(it, told)
}

type Statement = (it: Auditing) => readonly unknown[]
type Look = (it: Auditing) => Iterable<Found & { readonly archiveId: number }>

const statementsOf = (check: CheckCode): Statement =>
  (statements as Readonly<Record<string, Statement>>)[check] ?? (() => [])
const looksOf = (check: CheckCode): Look =>
  (looks as Readonly<Record<string, Look>>)[check] ?? (() => [])

/** Every archive in scope once, by pages, through all rules. A row that cannot be read is itself found. */
function walkArchives(it: Auditing, told: (archives: number) => void): void {
  const { store, policy, today, checks } = it
  const ruled = ruledChecks.filter((check) => checks.includes(check))
  if (ruled.length === 0 && !checks.includes('row.damaged')) return
  const shelves = new Map(shelvesIn(store).map((shelf) => [shelf.code, shelf]))
  const wantsMaterials = checks.includes('archive.checklist') && needsIn(policy).length > 0
  for (const page of pagesOf(it)) {
    const ids = page.map(({ id }) => id)
    const held = wantsMaterials ? heldBy(store, ids) : undefined
    const materials = (id: number) => held?.get(id) ?? []
    const looked = { policy, today, shelves, materials }
    store.snapshot(() => {
      for (const row of page) {
        const archive = readIn(row)
        const damaged = checks.includes('row.damaged') ? [damage] : []
        noteFound(store, row.id, archive ? foundIn(archive, looked, ruled) : damaged)
      }
    })
    told(page.length)
  }
}

const damage: Found = { check: 'row.damaged', object: '', facts: {} }

function* pagesOf(it: Auditing): Generator<StoredArchive[]> {
  for (let after = 0; ;) {
    const page = query.selectFrom('archive').selectAll().where('id', '>', after)
    const rows = it.store.all(page.where(inScope(it)).orderBy('id').limit(pageRows))
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id ?? after
  }
}

/** Undefined: its contacts or fields are not what was written. */
function readIn(row: StoredArchive): Archive | undefined {
  try {
    return archiveIn(row)
  } catch {
    return undefined
  }
}
