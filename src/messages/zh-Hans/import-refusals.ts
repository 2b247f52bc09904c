import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const binaries = {
  zip: '是压缩包，不是名单。请先解压，导入其中的 CSV 或工作簿。',
  sqlite: '是 SQLite 数据库，不是 CSV。请先从中导出 CSV。',
  pdf: '是 PDF，不是 CSV。请取得原表格并另存为 CSV。',
  binary: '不是名单：既不是文本，也不是工作簿。请另存为 CSV 或 xlsx。',
}

/** What can be wrong with imports and with the files that they come from. */
export const importRefusals = {
  'import.missing': ({ batch }) => `没有导入批次 ${batch}。查看：dangan import list。`,
  'import.undone': ({ batch }) => `导入批次 ${batch} 已经撤销过了。`,
  'import.rejected': ({ rejected }) =>
    `有 ${rejected} 行未被接受，全部未导入（--all-or-nothing）。`,
  'export.format': ({ file, endings }) =>
    `从 ${file} 看不出要导出成什么格式。文件名请以 ${endings.join('、')} 结尾，或加 --format csv。`,

  'input.missing': ({ path }) => `没有文件 ${path}。请检查路径。`,
  'input.directory': ({ path }) => `${path} 是文件夹，不是文件。请指明其中一个文件。`,
  'input.empty': ({ path }) => `${path} 是空的，没有内容。请检查导出或扫描是否完成。`,
  'input.unreadable': ({ path, reason }) => `无法读取 ${path}：${reason}。请检查权限和磁盘。`,
  'input.special': ({ path }) => `${path} 是管道或设备，不是普通文件，不能附入。请先存成文件。`,
  'input.changed': ({ path }) => `${path} 在读取时被改动，未附入。请等别的程序写完，再试一次。`,
  'input.binary': ({ path, kind }) => `${path} ${binaries[kind]}`,
  'csv.bad-bytes': ({ line, encoding }) =>
    `第 ${line} 行有不属于 ${encoding} 的字节，文件已损坏或混有两种编码。请从原系统另存为 UTF-8。`,
  'csv.nul': ({ line }) => `第 ${line} 行有空字节（NUL），文件已损坏或不是文本。请重新导出。`,
  'csv.unclosed-quote': ({ line }) =>
    `第 ${line} 行开始的引号直到文件末尾都没有闭合。请补上引号，或重新导出。`,
  'csv.cell-too-long': ({ line, limitBytes }) =>
    `第 ${line} 行有一格超过 ${limitBytes} 字节，多半是引号没有闭合。请检查这一行的引号。`,
  'csv.too-many-columns': ({ line, columns, limit }) =>
    `第 ${line} 行有 ${columns} 列，最多 ${limit} 列。请检查分隔符和引号。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
