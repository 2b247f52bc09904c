import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A check of a BagIt package that knows nothing of the program: what is wrong with it, line by line. */
export function wrongInBag(folder: string): string[] {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  const wrong: string[] = []
  if (text('bagit.txt') !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    wrong.push('bagit.txt')
  const payload = filesIn(join(folder, 'data')).map((path) => `data/${path}`)
  const manifest = manifestIn(text('manifest-sha256.txt'))
  const tags = manifestIn(text('tagmanifest-sha256.txt'))
  for (const path of payload) if (!manifest.has(path)) wrong.push(`not in the manifest: ${path}`)
  for (const tag of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])
    if (!tags.has(tag)) wrong.push(`not in the tag manifest: ${tag}`)
  for (const [path, hash] of [...manifest, ...tags]) {
    if (path.startsWith('/') || path.split('/').includes('..')) wrong.push(`leads out: ${path}`)
    else if (hashOf(join(folder, path)) !== hash) wrong.push(`is not what it was: ${path}`)
  }
  const bytes = payload.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
  const oxum = /^Payload-Oxum: (.*)$/m.exec(text('bag-info.txt'))?.[1]
  if (oxum !== `${bytes}.${payload.length}`) wrong.push(`oxum ${oxum}`)
  if (!/^Bagging-Date: \d{4}-\d\d-\d\d$/m.test(text('bag-info.txt'))) wrong.push('no date')
  return wrong
}

/** What the Library of Congress' own program says; undefined: it is not on this machine. */
export function saidByBagit(folder: string): string | undefined {
  const there = spawnSync('python3', ['-c', 'import bagit'])
  if (there.status !== 0) return undefined
  const { status, stderr } = spawnSync('python3', ['-m', 'bagit', '--validate', folder], {
    encoding: 'utf8',
  })
  return status === 0 ? '' : stderr
}

const manifestIn = (text: string): Map<string, string> =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
        const plain = path.replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%25/g, '%')
        return [plain, hash]
      }),
  )

const hashOf = (path: string): string => {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return 'nothing'
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
      : [entry.name],
  )
