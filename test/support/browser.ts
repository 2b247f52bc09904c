import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
export const sheetsOf = (path: string): number => lookAt(path).sheets

/** Is it printed on sheets that are wider than high? */
export function isLandscape(path: string): boolean {
  const [width = 0, height = 0] = lookAt(path).paper
  return width > height
}

/** What on a page, as wide as its paper, does not fit its place, or stands upon something else. */
export const cutIn = (path: string): readonly string[] => lookAt(path).cut

/** A picture of a page for somebody to look at, in the folder that DANGAN_PICTURES names. */
export function picture(path: string, name: string): void {
  const folder = process.env['DANGAN_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  browse(`--screenshot=${join(folder, name)}.png`, '--window-size=800,1130', `file://${path}`)
}

/** What a page of ours may not do, done to a copy of it: it tells what does not fit where it stands. */
const measuring = `<script>
const boxes = [...document.querySelectorAll('th, td, .box, .label, .sheet, .say, li, .blanks span')]
const isCut = (it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1
const words = (it) => it.className + ' ' + it.textContent.trim().slice(0, 40)
const lapped = [...document.querySelectorAll('.label')].filter((label) => {
  const [text, bars] = [label.querySelector('dl'), label.querySelector('.bars')]
  return text && bars && text.getBoundingClientRect().bottom > bars.getBoundingClientRect().top
})
document.title = 'cut:' + JSON.stringify([...boxes.filter(isCut), ...lapped].map(words))
</script>`

/** A page as it was printed and measured. */
interface Look {
  readonly sheets: number
  /** The width and the height of a sheet, in points. */
  readonly paper: readonly number[]
  readonly cut: readonly string[]
}

/** By what the page says: the browser is started once for all that is asked about it. */
const looks = new Map<string, Look>()

function lookAt(path: string): Look {
  const html = readFileSync(path, 'utf8')
  const look = looks.get(html) ?? measured(html)
  looks.set(html, look)
  return look
}

function measured(html: string): Look {
  const room = newRoom()
  const [copy, pdf] = [join(room, 'measured.html'), join(room, 'page.pdf')]
  const open = html.replace(/<meta http-equiv="Content-Security-Policy".*>/, '')
  writeFileSync(copy, open.replace('</body>', `${measuring}</body>`))
  const print = ['--no-pdf-header-footer', `--print-to-pdf=${pdf}`]
  const dom = browse('--window-size=1400,1400', ...print, '--dump-dom', `file://${copy}`)
  const told = /<title>cut:(.*)<\/title>/.exec(dom)?.[1]
  if (told === undefined) throw new Error('nothing was measured')
  const list = told.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const said = readFileSync(pdf, 'latin1')
  const box = /\/MediaBox *\[([\d. ]+)\]/.exec(said)?.[1] ?? ''
  return {
    sheets: said.match(/\/Type *\/Page\b/g)?.length ?? 0,
    paper: box.trim().split(/ +/).slice(2).map(Number),
    cut: JSON.parse(list) as string[],
  }
}
