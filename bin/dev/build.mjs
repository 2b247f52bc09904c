// npm run build [-- --if-stale]: src/main.ts → dist/dangan.cjs, one file that starts fast.
// What is needed rarely and is heavy stays in files of its own, loaded on first use.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const dist = join(root, 'dist')

/**
 * Files beside the program, each read when one of its modules is first wanted: reach those by
 * `await import('…')` only. What other commands than `quick` need goes into `acts`.
 */
const pieces = {
  'zh-Hans': ['src/messages/zh-Hans/index.ts'],
  'zh-Hant': ['src/messages/zh-Hant/index.ts'],
  en: ['src/messages/en/index.ts'],
  prompts: ['src/cli/prompts.ts'],
  colours: ['src/cli/colours.ts'],
  tables: ['src/cli/tables.ts'],
  progress: ['src/cli/progress.ts'],
  'policy-file': ['src/exchange/policy-file.ts'],
  'qr-code': ['src/exchange/qr-code.ts'],
  chart: ['src/exchange/chart.ts'],
  'report-workbook': ['src/exchange/report-workbook.ts'],
  'workbook-read': ['src/exchange/workbook-read.ts'],
  'workbook-write': ['src/exchange/workbook-write.ts'],
}

/** Nouns of the messages that `quick` commands speak of; the others are a piece of each language. */
const quickNouns = new Set(['index', 'archive', 'finding', 'keys', 'program', 'terminal'])

const otherNouns = (language) =>
  readdirSync(join(root, 'src/messages', language))
    .filter((file) => !quickNouns.has(basename(file, '.ts')))
    .map((file) => `src/messages/${language}/${file}`)

/** Modules of constants that are imported as usual, and read when one of these is first looked at. */
const tables = {
  han: ['src/domain/tables/han.ts'],
  'work-days': ['src/domain/tables/work-days.ts'],
  'zh-Hans-other': otherNouns('zh-Hans'),
  'zh-Hant-other': otherNouns('zh-Hant'),
  'en-other': otherNouns('en'),
}

/** Programs of threads beside ours, which has all it needs in itself: the program runs but once. */
const threads = { 'row-thread': 'src/commands/row-thread.ts' }

/** Commands that must start in no time, since people and scripts call them over and over. */
const quick = ['show', 'find', 'list', 'complete'].map((name) => `src/commands/${name}.ts`)

/** Packages whose classes must be the same ones everywhere: pieces take them from the program. */
const shared = ['@commander-js/extra-typings']

/** Parts of packages that nothing of ours can reach (the type of `query` in src/store/query.ts). */
const unreached = {
  'with-schema-plugin.js': 'export class WithSchemaPlugin {}',
  'merge-query-builder.js': 'export class MergeQueryBuilder {}',
}

/** Parts of Node that take milliseconds to load, where a command may never call them. */
const seldom = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'createHmac', 'hash', 'randomBytes', 'randomUUID'],
}

/** Packages that must never be read at start, because of their weight. */
const heavyPackages = [
  'inquirer',
  '@inquirer',
  'yaml',
  'ajv',
  'cli-table3',
  'cli-progress',
  'chalk',
  'bwip-js',
  'echarts',
  '@e965',
  'hucre',
]

/**
 * Each file is one function. Required, it is called; run as a script by bin/compiled.js it is what
 * the script gives, so that nobody need copy the whole text to put it into a function.
 */
const words = 'exports,require,module,__filename,__dirname'
const opening = `(this===globalThis?f=>f:f=>f(${words}))(function(${words}){`
const closing = '})'

const entry = 'src/main.ts'

/** Is anything that goes into dist/ younger than it? */
function isStale() {
  const stamp = join(dist, 'meta.json')
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((it) => join('src', it))
  return [...sources, 'src', 'bin/dev/build.mjs', 'package.json'].some(
    (path) => statSync(join(root, path)).mtimeMs > built,
  )
}

async function build() {
  const started = performance.now()
  requireModules()
  // The program first, to know which of our modules live there and which commands do not; then
  // the pieces, which take the program's modules from it instead of a second copy; then the
  // program again, handing out what they took.
  const sketch = await bundle(programEntry([]), 'dangan')
  refuseHeavy(sketch.metafile)
  const resident = new Set(ours(sketch.metafile))
  const acts = [...sketch.acts].toSorted()
  const lists = [...Object.entries(pieces), ...Object.entries(tables), ['acts', acts]]
  const made = await Promise.all(
    lists.map(([name, modules]) => bundle(pieceEntry(modules), name, resident)),
  )
  const beside = await Promise.all(
    Object.entries(threads).map(([name, module]) => bundle(threadEntry(module), name)),
  )
  const lent = [...new Set(made.flatMap((piece) => [...piece.borrowed]))].toSorted()
  const results = [await bundle(programEntry(lent), 'dangan'), ...made, ...beside]
  write(results)
  const sizes = results.map((it) => `${it.name}.cjs ${kilobytes(bytesOf(it))}`)
  console.error(`build: ${sizes.join(', ')} in ${Math.round(performance.now() - started)} ms`)
}

/** A piece whose module has moved would silently go into the program. */
function requireModules() {
  for (const path of [...Object.values({ ...pieces, ...tables, ...threads }).flat(), ...quick]) {
    if (existsSync(join(root, path))) continue
    console.error(`build: ${path} is listed here but does not exist`)
    process.exit(1)
  }
}

const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`
const bytesOf = (result) =>
  result.outputFiles.find((it) => it.path.endsWith('.cjs')).contents.length
const ours = (metafile) => Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'))

/** The program, and with it what the pieces borrow: `require('./dangan.cjs')['src/domain/…']`. */
function programEntry(lent) {
  return entryOf([...exported(lent), `import './${entry}'`])
}

const pieceEntry = (modules) => entryOf(exported(modules))
const threadEntry = (module) => entryOf([`import './${module}'`])
const exported = (modules) =>
  modules.map((path) => {
    const from = shared.includes(path) ? path : `./${path}`
    return `export * as ${JSON.stringify(path)} from '${from}'`
  })
const entryOf = (lines) => ({
  stdin: { contents: lines.join('\n'), resolveDir: root, sourcefile: 'entry.js' },
})

/** @param resident our modules that the program has: a piece takes them from there */
async function bundle(input, name, resident = new Set()) {
  const { build: esbuild } = await import('esbuild')
  const borrowed = new Set()
  const acts = new Set()
  const result = await esbuild({
    ...input,
    absWorkingDir: root,
    outfile: join(dist, `${name}.cjs`),
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    // code that is run from a cache may not import(); pieces are required
    supported: { 'dynamic-import': false },
    platform: 'node',
    target: 'node20.17',
    minify: true,
    charset: 'utf8',
    banner: { js: opening },
    footer: { js: closing },
    legalComments: 'external',
    logLevel: 'warning',
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'process.env.NODE_ENV': '"production"',
    },
    plugins: [
      inPieces(name, resident, { acts, borrowed }),
      ...(['dangan', 'acts'].includes(name) ? [builtinsWhenCalled()] : []),
      noBindings(),
      leftOut(),
    ],
  })
  return { name, borrowed, acts, ...result }
}

/** What is in another file is required from there, as the namespace of one of its modules. */
function inPieces(name, resident, { acts, borrowed }) {
  return {
    name: 'in-pieces',
    setup(esbuild) {
      esbuild.onResolve({ filter: /.*/, namespace: 'other' }, ({ path }) => ({
        path,
        external: true,
      }))
      const borrow = (module) => {
        borrowed.add(module)
        return { path: `dangan ${module}`, namespace: 'other' }
      }
      const packages = new RegExp(`^(${shared.join('|')})$`)
      esbuild.onResolve({ filter: packages }, ({ path }) => {
        return name === 'dangan' ? undefined : borrow(path)
      })
      esbuild.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const module = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')
        if (resident.has(module)) return borrow(module)
        const table = Object.keys(tables).find((it) => tables[it].includes(module))
        if (table && table !== name) return { path: `${table} ${module}`, namespace: 'table' }
        const piece = kind === 'dynamic-import' ? pieceOf(module) : name
        if (piece === 'acts' && name === 'dangan') acts.add(module)
        return piece === name ? undefined : { path: `${piece} ${module}`, namespace: 'other' }
      })
      esbuild.onLoad({ filter: /.*/, namespace: 'other' }, ({ path }) => {
        const [piece, module] = path.split(' ')
        const namespace = `require('./${piece}.cjs')[${JSON.stringify(module)}]`
        const mark = `Object.defineProperty(${namespace}, '__esModule', { value: true })`
        return { contents: `module.exports = ${mark}` }
      })
      esbuild.onResolve({ filter: /.*/, namespace: 'table' }, ({ path }) => ({
        path,
        external: true,
      }))
      esbuild.onLoad({ filter: /.*/, namespace: 'table' }, ({ path }) => {
        const [piece, module] = path.split(' ')
        const names = readFileSync(join(root, module), 'utf8').matchAll(/^export const (\w+)/gm)
        const values = Array.from(
          names,
          ([, key]) => `get ${key}() { return require('./${piece}.cjs')['${module}'].${key} }`,
        )
        return { contents: `module.exports = { __esModule: true, ${values.join(', ')} }` }
      })
    },
  }
}

function pieceOf(module) {
  const named = Object.entries(pieces).find(([, modules]) => modules.includes(module))
  if (named) return named[0]
  return quick.includes(module) ? 'dangan' : 'acts'
}

/** `seldom` parts of Node are loaded by the first call of a function of theirs. */
function builtinsWhenCalled() {
  const filter = new RegExp(`^(${Object.keys(seldom).join('|')})$`)
  return {
    name: 'builtins-when-called',
    setup(esbuild) {
      esbuild.onResolve({ filter }, ({ path, namespace }) =>
        namespace === 'seldom' ? { path, external: true } : { path, namespace: 'seldom' },
      )
      esbuild.onLoad({ filter: /.*/, namespace: 'seldom' }, ({ path }) => {
        const functions = seldom[path].map(
          (name) => `export const ${name} = (...words) => all().${name}(...words)`,
        )
        const all = `let it\nconst all = () => (it ??= require('${path}'))`
        return { contents: [all, ...functions].join('\n') }
      })
    },
  }
}

/** The driver looks for its addon with `bindings` only where no `nativeBinding` is given. */
function noBindings() {
  return {
    name: 'no-bindings',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'none' }))
      esbuild.onLoad({ filter: /.*/, namespace: 'none' }, () => ({
        contents: 'module.exports = () => { throw new Error("pass nativeBinding") }',
      }))
    },
  }
}

function leftOut() {
  const names = Object.keys(unreached).map((name) => name.replace('.', '\\.'))
  return {
    name: 'left-out',
    setup(esbuild) {
      esbuild.onLoad({ filter: new RegExp(`kysely.*/(${names.join('|')})$`) }, ({ path }) => ({
        contents: unreached[basename(path)],
      }))
    },
  }
}

/** What would slow every start down stops the build, with the import that did it. */
function refuseHeavy({ inputs }) {
  const wrong = Object.keys(inputs).filter(
    (path) =>
      Object.values(pieces).flat().includes(path) ||
      heavyPackages.some((name) => path.startsWith(`node_modules/${name}/`)),
  )
  const complaints = Object.entries(inputs).flatMap(([importer, { imports }]) =>
    imports
      .filter(({ path }) => wrong.includes(path) && importer.startsWith('src/'))
      .map(({ path }) => `build: ${importer} imports ${path}, which would be read at every start`),
  )
  if (wrong.length === 0) return
  console.error([...complaints, `build: heavy in the main bundle: ${wrong[0]}`].join('\n'))
  process.exit(1)
}

/** Each file appears whole; meta.json, by which staleness is judged, comes last. */
function write(results) {
  mkdirSync(dist, { recursive: true })
  const files = results.flatMap((result) => result.outputFiles)
  const names = new Set(files.map((file) => basename(file.path)))
  for (const old of readdirSync(dist)) {
    if (/\.cjs(\.LEGAL\.txt)?$/.test(old) && !names.has(old)) rmSync(join(dist, old))
  }
  for (const file of files) replace(file.path, inAscii(file))
  const meta = results.map(({ name, metafile }) => [name, sizesOf(metafile)])
  replace(join(dist, 'meta.json'), JSON.stringify(Object.fromEntries(meta), null, 2) + '\n')
}

/**
 * The program's own text in ASCII, which is read twice as fast: what is not is escaped, in strings
 * and patterns alike. Pieces that are mostly Chinese stay as they are.
 */
function inAscii({ path, contents, text }) {
  if (!/(dangan|acts|thread)\.cjs$/.test(path)) return contents
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${basename(path)}: an escape before Chinese`)
  return text.replace(/[^\0-\x7f]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function replace(path, contents) {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, path)
}

/** Bytes of a bundle, and of each package or layer in it, largest first. */
function sizesOf(metafile) {
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.cjs'))[1]
  const parts = new Map()
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const key = partOf(path)
    parts.set(key, (parts.get(key) ?? 0) + bytesInOutput)
  }
  const largestFirst = [...parts].toSorted(([, one], [, other]) => other - one)
  return { bytes: output.bytes, parts: Object.fromEntries(largestFirst) }
}

function partOf(path) {
  const [own, ...packages] = path.split('node_modules/')
  const words = (packages.at(-1) ?? own).split('/')
  return words.slice(0, words[0] === 'src' || words[0].startsWith('@') ? 2 : 1).join('/')
}

if (!process.argv.includes('--if-stale') || isStale()) {
  // esbuild has said by then what is wrong
  await build().catch((error) => {
    if (!error.errors) throw error
    process.exitCode = 1
  })
}
