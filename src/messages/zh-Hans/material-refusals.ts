import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const damages = { length: '字节数与登记不符', hash: '内容与登记的 SHA-256 不符' }

/** What can be wrong with materials and their files. */
export const materialRefusals = {
  'material.missing': ({ number, material }) =>
    `${number} 没有第 ${material} 号材料。查看清单：dangan attach --list ${number}。`,
  'material.no-file': ({ number, material }) =>
    `${number}/${material} 只有纸质件，没有电子文件。附上扫描件：dangan attach --update ${number}/${material} <文件>。`,
  'material.has-file': ({ number, material, name }) =>
    `${number}/${material} 已有电子文件“${name}”，不会覆盖。另附为一份材料：dangan attach ${number} <文件>；或先移除：dangan attach --remove ${number}/${material}。`,
  'material.damaged': ({ number, material, because }) =>
    `${number}/${material} 的电子文件已损坏（${damages[because]}），没有取出。请从备份取回，并核对其余：dangan attach --verify。`,
  'match.bad': ({ pattern }) =>
    `--match “${pattern}”不可用：须含一个 {number}，不能含文件夹，如 '{number}-*'。`,
  'match.nothing': ({ path, pattern }) =>
    `${path} 里没有文件名符合“${pattern}”的文件。换一个规则：--match '{number}-*'；全部附入同一档案：dangan attach <编号> ${path}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
