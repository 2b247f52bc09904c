import type { Archive } from '../domain/archive.ts'
import { foundIn, ruledChecks } from '../domain/audit-rules.ts'
import type { CheckCode, Found } from '../domain/audit-finding.ts'
import { needsIn } from '../domain/checklist.ts'
import { noteFound, beginFound } from './audit-found.ts'
import { lateStatements } from './audit-duties.ts'
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
    for (const statement of statementsOf(check)(it)) noteRows(it, statement)
    for (const { archiveId, ...found } of [...looksOf(check)(it)])
      noteFound(store, archiveId, [found])
  }
  walkArchives(it, told)
  for (const check of checks) for (const statement of lateOf(check)(it)) noteRows(it, statement)
}

function noteRows({ store }: Auditing, statement: unknown): void {
  store.run(
    query
      .insertInto('found')
      .columns(['checkCode', 'archiveId', 'object', 'facts'])
      .expression(statement as never),
  )
}

type Statement = (it: Auditing) => readonly unknown[]
type Look = (it: Auditing) => Iterable<Found & { readonly archiveId: number }>

const statementsOf = (check: CheckCode): Statement =>
  (statements as Readonly<Record<string, Statement>>)[check] ?? (() => [])
const lateOf = (check: CheckCode): Statement =>
  (lateStatements as Readonly<Record<string, Statement>>)[check] ?? (() => [])
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
    const ids = page.map(([id]) => id as number)
    const held = wantsMaterials ? heldBy(store, ids) : undefined
    const materials = (id: number) => held?.get(id) ?? []
    const looked = { policy, today, shelves, materials }
    store.snapshot(() => {
      for (const row of page) {
        const archive = readIn(row)
        const damaged = checks.includes('row.damaged') ? [damage] : []
        noteFound(store, row[0] as number, archive ? foundIn(archive, looked, ruled) : damaged)
      }
    })
    told(page.length)
  }
}

const damage: Found = { check: 'row.damaged', object: '', facts: {} }

type Cells = readonly unknown[]

/** Only what rules look at: a million archives are read, and each column of each costs. */
const columns = [
  ...(['id', 'number', 'type', 'year', 'status', 'name', 'stage', 'industry', 'region'] as const),
  ...(['secrecy', 'importance', 'owner', 'phone', 'email', 'address', 'openedOn'] as const),
  ...(['formedOn', 'closedOn', 'verifiedOn', 'location', 'channel', 'retentionClass'] as const),
  ...(['orgCode', 'contacts', 'fields'] as const),
]

function* pagesOf(it: Auditing): Generator<readonly Cells[]> {
  const asked = query.selectFrom('archive').select(columns).where(inScope(it)).orderBy('id')
  for (let after = 0; ;) {
    const page = [...readPage(it, asked.where('id', '>', after).limit(pageRows).compile())]
    if (page.length === 0) return
    yield page
    after = page.at(-1)?.[0] as number
  }
}

const readPage = (
  { store }: Auditing,
  { sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] },
): readonly Cells[] =>
  store.attempt(
    () =>
      store
        .prepare(sql)
        .raw(true)
        .all(...parameters) as readonly Cells[],
  )

/**
 * Undefined: its contacts or fields are not what was written. What no rule looks at is left out.
 * Key by key, like `archiveIn`: spreading takes ten times as long.
 */
function readIn(cells: Cells): Archive | undefined {
  try {
    const contacts = cells[23] === '[]' ? [] : JSON.parse(cells[23] as string)
    const fields = cells[24] === '{}' ? {} : JSON.parse(cells[24] as string)
    return {
      id: cells[0],
      number: cells[1],
      type: cells[2],
      year: cells[3],
      status: cells[4],
      name: cells[5],
      stage: cells[6],
      industry: cells[7],
      region: cells[8],
      secrecy: cells[9],
      importance: cells[10],
      owner: cells[11],
      phone: cells[12],
      email: cells[13],
      address: cells[14],
      openedOn: cells[15],
      formedOn: cells[16],
      closedOn: cells[17],
      verifiedOn: cells[18],
      location: cells[19],
      channel: cells[20],
      retentionClass: cells[21],
      orgCode: cells[22],
      contacts,
      fields,
      serial: null,
      version: 1,
      collectedBy: null,
      verifiedBy: null,
      importId: null,
      actedOn: '',
      secrecyUntil: null,
      nextReviewOn: null,
      retainUntil: null,
    } as Archive
  } catch {
    return undefined
  }
}
