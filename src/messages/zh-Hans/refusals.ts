import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keyLabel, keys } from './keys.ts'
import { policyProblem } from './policy-problems.ts'
import { valueText } from './values.ts'

const because = {
  identity: '证件号相同',
  businessKey: '业务编号相同',
  phoneAndName: '电话和名称相同',
  name: '名称相同',
}
const binaries = {
  zip: '是 Excel 工作簿或压缩包，不是 CSV。请在 Excel 或 WPS 里另存为“CSV UTF-8”。',
  sqlite: '是 SQLite 数据库，不是 CSV。请先从中导出 CSV。',
  pdf: '是 PDF，不是 CSV。请取得原表格并另存为 CSV。',
  binary: '不是文本文件。请另存为 CSV。',
}
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否为 ${suggestion}？`
const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const statuses = (needs: readonly (keyof typeof keys.status)[]): string =>
  needs.map((status) => keys.status[status]).join('或')

/** What happened, why, and what to do. */
export const refusals = {
  'file.missing': ({ path }) =>
    `没有档案文件 ${path}。新建一个：dangan init；或用 --file 指明位置。`,
  'file.exists': ({ path }) => `${path} 已存在，不会覆盖。换一个位置：--file <路径>。`,
  'file.not-a-file': ({ path }) => `${path} 不是普通文件。用 --file 指明档案文件。`,
  'file.unreadable': ({ path, reason }) => `无法打开 ${path}：${reason}。请检查权限和路径。`,
  'file.read-only': ({ path }) =>
    `${path} 只能读、不能写。请检查文件和所在文件夹的写权限；查看类命令仍可使用。`,
  'file.busy': ({ path }) => `${path} 正被另一个程序写入，等候已久。什么都没有改动，请稍后再试。`,
  'file.disk': ({ path, reason }) => `写 ${path} 时磁盘出错：${reason}。请检查剩余空间和磁盘。`,
  'file.foreign': ({ path }) =>
    `${path} 不是 dangan 的档案文件，未作任何改动。用 --file 指明档案文件。`,
  'file.damaged': ({ path, reason }) =>
    `档案文件 ${path} 已损坏：${reason}。请勿再写入，从最近的备份恢复。`,
  'file.newer': ({ path, schema, known }) =>
    `${path} 由较新版本的 dangan 写成（结构 ${schema}，本程序只认得 ${known}）。请升级程序。`,
  'file.wrong-key': ({ path }) => `密钥打不开 ${path}：密钥不对，或文件不是 dangan 的档案文件。`,
  'file.key-needed': ({ path }) =>
    `${path} 已加密（或不是档案文件），需要密钥：--key-file <路径>，或环境变量 DANGAN_KEY、DANGAN_KEY_FILE。`,
  'file.key-empty': () => '密钥不能为空：空密钥等于不加密。',
  'file.target-exists': ({ path }) => `${path} 已存在，不会覆盖。换一个名字，或先移走它。`,

  'usage.missing': ({ options }) =>
    `缺少 ${options.join('、')}。在终端里会逐项询问；其他场合请在命令行给出。`,
  'usage.bad-option': ({ option, value, choices }) =>
    `${option} 不能是“${value}”，可以是：${choices.join('、')}。`,
  'usage.unknown-field': ({ field, suggestion, fields }) =>
    `没有名为 ${field} 的字段。${orElse(suggestion)}可选：${fields.join('、')}。`,
  'usage.confirm': ({ command }) => `${command} 需要确认。不在终端里时请加 --yes。`,
  'usage.together': ({ options }) => `${options.join(' 与 ')} 不能同时使用。`,

  'archive.missing': ({ number, suggestion }) =>
    `没有编号为 ${number} 的档案。${orElse(suggestion)}查找：dangan find <词>。`,
  'archive.ambiguous': ({ number, candidates }) =>
    `${number} 可以指多份档案：${candidates.join('、')}。请写得更完整。`,
  'number.taken': ({ number }) => `编号 ${number} 已属于另一份档案，编号不得重复（S002-2.3-2）。`,
  'number.void': ({ number, reason }) =>
    `编号 ${number} 已作废${reason === null ? '' : `（${reason}）`}，作废的编号不再使用。`,
  'number.foreign': ({ number, pattern }) =>
    `编号 ${number} 不符合编号规则 ${pattern}（S002-3.2-1）。改正编号，或用 --foreign-number 原样保留。`,
  'number.disagrees': ({ number, key, said, expected }) =>
    `编号 ${number} 里的${keyLabel(key)}是 ${said}，而档案的是 ${expected || '空'}。两者须一致（S002-3.2-1）。`,
  'number.unchanged': ({ number }) => `${number} 的类型、年份和机构代码都没有变，无须换号。`,

  'value.bad': ({ problems }) =>
    problems
      .map(({ key, value, invalid }) =>
        value === ''
          ? `${keyLabel(key)}：${valueText(invalid)}`
          : `${keyLabel(key)}“${value}”：${valueText(invalid)}`,
      )
      .join('\n'),
  'version.stale': ({ number, expected, actual }) =>
    `${number} 现在是第 ${actual} 版，而不是第 ${expected} 版：有人先改过了。请先看：dangan show ${number} --history。`,
  'version.missing': ({ number, version, versions }) =>
    `${number} 没有第 ${version} 版，只有 1 至 ${versions}。`,
  'version.erased': ({ number, version }) => `${number} 第 ${version} 版的细节已销毁，无法恢复。`,
  'duplicate.likely': ({ name, candidates }) =>
    [
      `“${name}”可能已经建档，一个客户只建一份档案（S002-2.3-2）：`,
      ...candidates.map((it) => `  ${it.number} ${it.name}（${because[it.because]}）`),
      '确是另一位客户：加 --duplicate add；是同一位：dangan update <编号>。',
    ].join('\n'),
  'status.wrong': ({ number, status, needs }) =>
    `${number} 现在是“${keys.status[status]}”，只有“${statuses(needs)}”的档案才能这样办理。`,
  'verify.own': ({ number, staff }) =>
    `${number} 由 ${staff} 本人采集，须由另一人核实（S000-4.2-1）。请换一位人员：--as <姓名>。`,
  'void.used': ({ number, because: uses }) =>
    `${number} 不能作废：已有${uses.join('、')}。可以结束档案：dangan update ${number} --close。`,
  'merge.self': ({ number }) => `${number} 不能与自己合并。`,
  'merge.other-type': ({ number, into, types }) =>
    `${number} 与 ${into} 类型不同（${types.join('、')}），不能合并。先用 classify 改成同一类型。`,
  'merge.undo-blocked': ({ number, because: cause }) =>
    ({
      destroyed: `合并不能撤销：${number} 所在的档案已销毁。`,
      changed: `合并不能撤销：合并后的内容已改动过，${number} 无法原样分出。`,
      'not-merged': `${number} 不是由合并而来的曾用编号。`,
    })[cause],

  'date.future': ({ date, today }) => `${date} 还没有到（今天是 ${today}），不能记载将来的事。`,
  'date.before-last-act': ({ number, date, lastAct }) =>
    `${number} 最近一次办理在 ${lastAct}，不能再办理 ${date} 的事。`,
  'date.back-too-far': ({ date, today, days, source }) =>
    `${date} 距今天（${today}）超过 ${days} 天，补记须说明原因：--reason <原因>${clauses(source)}。`,

  'person.unbound': ({ account }) =>
    `操作系统账户 ${account} 没有对应的人员，只能查看无密级的档案，不能办理。请档案管理员登记：dangan staff add <姓名> --account ${account}。`,
  'person.missing': ({ staff, suggestion }) =>
    `没有名为“${staff}”的人员。${orElse(suggestion)}查看名单：dangan staff list。`,
  'person.ambiguous': ({ staff, candidates }) =>
    `“${staff}”有多人：${candidates.join('、')}。请写人员编号。`,
  'person.left': ({ staff, leftOn }) => `${staff} 已于 ${leftOn} 离岗，不能办理。`,
  'person.account-taken': ({ account, staff }) =>
    `账户 ${account} 已对应 ${staff}，一个账户只对应一人。`,
  'person.not-cleared': ({ number, secrecy, clearance }) =>
    `${number} 的密级是${keys.secrecy[secrecy]}，您的知悉范围到${keys.secrecy[clearance]}为止（S001-22）。请有权人员办理。`,
  'policy.silent': ({ section, source }) =>
    `现行制度没有“${section}”一节${clauses(source)}，不能办理。补上它：dangan policy upgrade。`,
  'policy.bad': ({ path, problems }) =>
    [`制度文件 ${path} 不可用：`, ...problems.map((problem) => `  ${policyProblem(problem)}`)].join(
      '\n',
    ),

  'import.missing': ({ batch }) => `没有导入批次 ${batch}。查看：dangan import list。`,
  'import.undone': ({ batch }) => `导入批次 ${batch} 已经撤销过了。`,
  'import.rejected': ({ rejected }) =>
    `有 ${rejected} 行未被接受，全部未导入（--all-or-nothing）。`,

  'input.missing': ({ path }) => `没有文件 ${path}。请检查路径；从管道读取写 -。`,
  'input.directory': ({ path }) => `${path} 是文件夹，不是文件。请指明其中一个文件。`,
  'input.empty': ({ path }) => `${path} 是空的，没有可读的行。请检查导出是否完成。`,
  'input.unreadable': ({ path, reason }) => `无法读取 ${path}：${reason}。请检查权限和磁盘。`,
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
} satisfies { readonly [Code in RefusalCode]: (facts: RefusalFacts[Code]) => string }
