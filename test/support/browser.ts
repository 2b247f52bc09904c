import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRoom } from './program.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** A browser that opens pages without a screen; undefined: there is none on this machine. */
export const browser = names.find((name) => spawnSync(name, ['--version']).status === 0)

/** Says in the report what was not looked at. */
export function sayIfNoBrowser(what: string): void {
  if (!browser) console.warn(`NOT TESTED: ${what}: no chromium on this machine`)
}

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

function browse(...words: readonly string[]): string {
  const home = newRoom()
  const { stdout, status, stderr } = spawnSync(
    browser ?? '',
    [...quiet, `--user-data-dir=${home}`, ...words],
    { encoding: 'utf8', timeout: 90_000 },
  )
  if (status !== 0) throw new Error(`the browser gave ${status}: ${stderr}`)
  return stdout
}

/** A page as the browser has built it. */
export const domOf = (path: string): string => browse('--dump-dom', `file://${path}`)

/** On how many sheets of paper a page comes out. */
export function sheetsOf(path: string): number {
  const pdf = join(newRoom(), 'page.pdf')
  browse('--no-pdf-header-footer', `--print-to-pdf=${pdf}`, `file://${path}`)
  return readFileSync(pdf, 'latin1').match(/\/Type *\/Page\b/g)?.length ?? 0
}

/** A picture of a page for somebody to look at, in the folder that DANGAN_PICTURES names. */
export function picture(path: string, name: string): void {
  const folder = process.env['DANGAN_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  browse(`--screenshot=${join(folder, name)}.png`, '--window-size=800,1130', `file://${path}`)
}
