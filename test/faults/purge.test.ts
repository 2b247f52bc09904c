import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rawly } from '../support/files.ts'
import { newRoom, run, start } from '../support/program.ts'

const archives = 400
const rounds = Number(process.env['DANGAN_PURGE_KILLS'] ?? 3)

const name = (at: number) => `欧阳震华第${at}位客户`

/** A file of many archives whose term is over, and a disposal of all of them, approved. */
function approvedRoom(): string {
  const room = newRoom()
  const must = (words: readonly string[], stdin = '') => {
    const { status, stderr, stdout } = run(words, { room, env: { LANG: 'zh_CN.UTF-8' }, stdin })
    if (status !== 0) throw new Error(`${words.join(' ')} gave ${status}: ${stderr}`)
    return stdout
  }
  must(['init', '--name', '李娜', '--post', '档案管理员'])
  must(['staff', 'add', '王芳', '--post', '部门经理'])
  must(['staff', 'add', '赵敏', '--post', '总经理'])
  const rows = Array.from({ length: archives }, (_, at) => `${name(at)},个人,2010-03-01`)
  must(
    ['import', '-', '--on-duplicate', 'add'],
    ['客户名称,客户类型,建档日期', ...rows, ''].join('\n'),
  )
  const numbers = must(['purge', 'plan', '--fields', 'number', '--format', 'csv'])
    .split('\n')
    .slice(1)
  expect(numbers.filter(Boolean)).toHaveLength(archives)
  must(['purge', 'propose', '-', '--reason', '期满', '--appraisal', '无'], numbers.join('\n'))
  must(['approve', 'R1', '--by', '王芳', '--form', 'F1'])
  must(['approve', 'R1', '--by', '赵敏', '--form', 'F2'])
  return room
}

/** Stubs say nothing, and what is no stub is all there. */
function requireWhole(room: string): number {
  return rawly(join(room, 'archive.db'), (db) => {
    const rows = db.prepare('SELECT id, status, name FROM archive').all() as {
      id: number
      status: string
      name: string | null
    }[]
    const digests = db.prepare('SELECT count(*) FROM row_digest WHERE archive_id = ?').pluck()
    const details = db.prepare('SELECT count(*) FROM journal_detail WHERE archive_id = ?').pluck()
    for (const { id, status, name: said } of rows) {
      const isGone = status === 'destroyed'
      expect([said === null, digests.get(id), (details.get(id) as number) === 0]).toEqual([
        isGone,
        isGone ? 0 : 1,
        isGone,
      ])
    }
    return rows.filter(({ status }) => status === 'destroyed').length
  })
}

test(
  'killed at any instant, each archive is wholly there or wholly gone, and the same command finishes',
  { timeout: 120_000 },
  async () => {
    const room = approvedRoom()
    const words = ['purge', 'execute', 'D1', '--by', '李娜', '--witness', '王芳', '--confirm', 'D1']
    const seen: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const child = start(words, { room, env: { LANG: 'zh_CN.UTF-8' } })
      const ended = new Promise((done) => child.once('exit', done))
      setTimeout(() => child.kill('SIGKILL'), 250 + 150 * round)
      await ended
      seen.push(requireWhole(room))
    }
    const last = run(words, { room, env: { LANG: 'zh_CN.UTF-8' } })
    const shown = JSON.parse(run(['purge', 'show', 'D1', '--json'], { room }).stdout)
    expect([shown.status, last.stderr]).toEqual(['executed', last.stderr])
    // nothing comes back
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(requireWhole(room)).toBe(archives)
    expect(run(['log', 'verify'], { room }).status).toBe(0)
    const files = readdirSync(room).filter((it) => it.startsWith('archive.db'))
    const left = files.filter((it) => readFileSync(join(room, it)).includes('欧阳震华'))
    expect(left).toEqual([])
    const register = readFileSync(join(room, 'archive.db.purged'), 'utf8').split('\n')
    expect(new Set(register.filter(Boolean).map((it) => it.split('\t')[3])).size).toBe(archives)
  },
)
