import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { rawly } from '../support/files.ts'
import { newRoom, run, start } from '../support/program.ts'

const rows = 50_000
const stretch = 20_000

describe('an import of entries', () => {
  let origin = ''
  let list = ''
  beforeAll(() => {
    origin = newRoom()
    const add = ['add', '--type', 'individual', '--name', '张三丰', '--quiet']
    run(['init', '--name', '李娜', '--quiet'], { room: origin })
    run(add, { room: origin })
    list = join(origin, 'orders.csv')
    const orders = Array.from(
      { length: rows },
      (_, at) => `RG2026-0001,2026-03-01,DD${at},全瓷冠,B${at % 50},1\n`,
    )
    writeFileSync(list, `档案编号,日期,订单号,产品,批号,数量\n${orders.join('')}`)
  })

  const countIn = (room: string, table: string) =>
    rawly(join(room, 'archive.db'), (db) =>
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    ) as number

  test.each([1, 2])(
    'killed after %i stretches leaves whole stretches; the rerun finishes the rest',
    async (stretches) => {
      const room = newRoom()
      cpSync(join(origin, 'archive.db'), join(room, 'archive.db'))
      const words = ['note', 'import', list, '--kind', 'order', '--json']
      const child = start(words, { room })
      const gone = once(child, 'exit')
      while (countIn(room, 'import_stretch') < stretches && child.exitCode === null)
        await new Promise((tell) => setTimeout(tell, 10))
      child.kill('SIGKILL')
      await gone
      const left = countIn(room, 'entry')
      expect(left % stretch === 0 || left === rows).toBe(true)
      expect(countIn(room, 'entry_trace')).toBe(2 * left)
      const { stdout, status } = run(words, { room })
      expect([status, JSON.parse(stdout)]).toMatchObject([
        0,
        { created: rows - left, unchanged: left },
      ])
      expect(countIn(room, 'entry')).toBe(rows)
      expect(run(['log', 'verify'], { room }).status).toBe(0)
    },
    60_000,
  )
})
