// The house's own lint rules (HOUSE.md sections 1 and 2), loaded by .oxlintrc.json.
// oxlint's no-restricted-imports does not see `await import()`, `require()` and
// `import('…').Type`, and cannot say "nothing but"; house/imports does both.
import { dirname, relative, resolve } from 'node:path'

/**
 * What a folder may import. Options: `layers`, the folders of src/ (or files of the project) that
 * relative imports may lead to, and `packages`, names or `node:*`; `!name` takes one back.
 */
const imports = {
  meta: { schema: false },
  create(context) {
    const { layers, packages } = context.options[0]
    const root = context.cwd
    const own = layerOf(relative(root, context.filename))
    const check = (node) => {
      const name = node?.value ?? node?.literal?.value
      if (typeof name !== 'string') return
      if (!name.startsWith('.')) {
        if (mayUse(packages, name)) return
        return context.report({ node, message: `${own} must not import the package ${name}` })
      }
      const target = layerOf(relative(root, resolve(dirname(context.filename), name)))
      if (target === own || layers.includes(target)) return
      context.report({ node, message: `${own} must not import from ${target}` })
    }
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source, argument }) => check(source ?? argument),
      CallExpression: ({ callee, arguments: [first] }) => callee.name === 'require' && check(first),
    }
  },
}

/** `src/store/loans.ts` → `store`, `src/main.ts` → `main`, `package.json` → `package.json`. */
function layerOf(path) {
  const [top, second = ''] = path.replaceAll('\\', '/').split('/')
  return top === 'src' ? second.replace(/\.ts$/, '') : path
}

function mayUse(packages, name) {
  const fits = (pattern) =>
    pattern.endsWith('*')
      ? name.startsWith(pattern.slice(0, -1))
      : name === pattern || name.startsWith(`${pattern}/`)
  if (packages.some((it) => it.startsWith('!') && fits(it.slice(1)))) return false
  return packages.some(fits)
}

/** Rules are given the day and the instant; they read no clock. */
const noClock = {
  meta: { schema: false },
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'time is handed down from main: no clock is read here' })
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node)
      },
      CallExpression(node) {
        const { name, object, property } = node.callee
        const isClock =
          (object?.name === 'Date' || object?.name === 'performance') && property?.name === 'now'
        if (name === 'Date' || isClock) report(node)
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { imports, 'no-clock': noClock } }
