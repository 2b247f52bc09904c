// npm run build [-- --if-stale]: src/main.ts → dist/dangan.cjs, one file that starts fast.
// What is needed rarely and is heavy stays in files of its own, loaded on first use.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { statSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Modules that are files of their own: reach them by `await import('…')` only. */
const lazyModules = [
  'src/cli/prompts.ts',
  'src/cli/colours.ts',
  'src/cli/tables.ts',
  'src/cli/progress.ts',
  'src/exchange/policy-file.ts',
]

/** Packages that must never be read at start, because of their weight. */
const heavyPackages = [
  'inquirer',
  '@inquirer',
  'yaml',
  'ajv',
  'cli-table3',
  'cli-progress',
  'chalk',
]

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const dist = join(root, 'dist')
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
  const lazy = lazyModules.filter((path) => {
    if (existsSync(join(root, path))) return true
    console.error(`build: ${path} is listed as lazy but does not exist`)
    return false
  })
  // The main bundle first, to know which of our modules live there; then the lazy files,
  // which take those modules from it instead of a second copy; then, if they took any,
  // the main bundle again, handing them out.
  const main = await bundle(mainEntry([]), 'dangan', [])
  refuseHeavy(main.metafile, lazy)
  const resident = new Set(ours(main.metafile))
  const pieces = await Promise.all(
    lazy.map((path) => bundle({ entryPoints: [path] }, nameOf(path), resident)),
  )
  const lent = [...new Set(pieces.flatMap((piece) => piece.borrowed))].toSorted()
  const whole = lent.length > 0 ? await bundle(mainEntry(lent), 'dangan', []) : main
  write([whole, ...pieces])
  const sizes = [whole, ...pieces].map((it) => `${it.name}.cjs ${kilobytes(bytesOf(it))}`)
  console.error(`build: ${sizes.join(', ')} in ${Math.round(performance.now() - started)} ms`)
}

const nameOf = (path) => basename(path, '.ts')
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`
const bytesOf = (result) =>
  result.outputFiles.find((it) => it.path.endsWith('.cjs')).contents.length
const ours = (metafile) => Object.keys(metafile.inputs).filter((path) => path.startsWith('src/'))

/** The program, and with it what lazy files borrow: `require('./dangan.cjs')['src/domain/…']`. */
function mainEntry(lent) {
  const exports = lent.map((path) => `export * as ${JSON.stringify(path)} from './${path}'`)
  const contents = [...exports, `import './${entry}'`].join('\n')
  return { stdin: { contents, resolveDir: root, sourcefile: 'dangan.entry.js' } }
}

async function bundle(input, name, resident) {
  const { build: esbuild } = await import('esbuild')
  const borrowed = new Set()
  const result = await esbuild({
    ...input,
    absWorkingDir: root,
    outfile: join(dist, `${name}.cjs`),
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    // code that is run from a cache may not import(); lazy files are required
    supported: { 'dynamic-import': false },
    platform: 'node',
    target: 'node20.17',
    minify: true,
    charset: 'utf8',
    legalComments: 'external',
    logLevel: 'warning',
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'process.env.NODE_ENV': '"production"',
    },
    plugins: [lazyFiles(), oneCopy(name, new Set(resident), borrowed), noBindings()],
  })
  return { name, borrowed: [...borrowed], ...result }
}

/** `await import('./prompts.ts')` of a lazy module becomes `require('./prompts.cjs')`. */
function lazyFiles() {
  const files = new Map(lazyModules.map((path) => [join(root, path), `./${nameOf(path)}.cjs`]))
  return {
    name: 'lazy-files',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const file = kind === 'dynamic-import' && files.get(resolve(resolveDir, path))
        return file ? { path: file, external: true } : undefined
      })
    },
  }
}

/** In a lazy file, a module that the main bundle has is taken from there: one class `Refusal`. */
function oneCopy(name, resident, borrowed) {
  return {
    name: 'one-copy',
    setup(esbuild) {
      if (name === 'dangan') return
      esbuild.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const module = relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')
        if (kind === 'entry-point' || !resident.has(module)) return undefined
        borrowed.add(module)
        return { path: module, namespace: 'borrowed' }
      })
      esbuild.onResolve({ filter: /.*/, namespace: 'borrowed' }, ({ path }) => {
        return { path, external: true }
      })
      esbuild.onLoad({ filter: /.*/, namespace: 'borrowed' }, ({ path }) => {
        const module = `require('./dangan.cjs')[${JSON.stringify(path)}]`
        const mark = `Object.defineProperty(${module}, '__esModule', { value: true })`
        return { contents: `module.exports = ${mark}` }
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

/** What would slow every start down stops the build, with the import that did it. */
function refuseHeavy({ inputs }, lazy) {
  const wrong = Object.keys(inputs).filter(
    (path) =>
      lazy.includes(path) || heavyPackages.some((name) => path.startsWith(`node_modules/${name}/`)),
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
  for (const file of files) replace(file.path, file.contents)
  const meta = results.map(({ name, metafile }) => [name, sizesOf(metafile)])
  replace(join(dist, 'meta.json'), JSON.stringify(Object.fromEntries(meta), null, 2) + '\n')
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
