import type { Invalid, ValueCode, ValueFacts } from '../../domain/invalid.ts'
import { hiddenArchive, keys } from './keys.ts'
import { valueReasons } from './value-reasons.ts'

const asText = '请把这一列的格式设为“文本”，重新填写并导出。'
const fromTheCard = '请对照证件改正。'
const fromTheLicence = '请对照营业执照改正。'
const lostEnd = (missing: number): string =>
  `${missing > 0 ? `末尾 ${missing} 位已被 Excel 丢掉` : '被 Excel 写成了科学记数法'}。${asText}`

/** An identifier as people say it: levels have words of ours, the policy's own lists speak for themselves. */
type Labels = ValueFacts['choice.unknown']['labels']

const wordOf = (choice: string, labels: Labels): string =>
  labels?.[choice]?.['zh-Hans'] ??
  (Object.hasOwn(keys.secrecy, choice) ? keys.secrecy[choice as keyof typeof keys.secrecy] : choice)

const listed = (choices: readonly string[], labels: Labels): string =>
  choices.length > 0
    ? `可选：${choices.map((choice) => wordOf(choice, labels)).join('、')}。`
    : '现行制度没有列出可选的值。'

/** Why a row's number cannot be taken, by the code of the refusal. */
const numberReasons: Readonly<Record<string, string>> = {
  'number.taken': '已属于另一份档案',
  'number.void': '已作废，不再使用',
  'number.foreign': '不符合编号规则',
  'number.disagrees': '与这一行的类型、年份或机构代码不一致',
  'number.other': '不是这位客户的档案编号，该客户已有别的编号',
}

/** Why an archive cannot lie somewhere. */
const placeReasons: Readonly<Record<string, string>> = {
  'place.unknown': '制度要求存放位置是已登记的库位',
  'place.full': '已满',
  'place.divided': '已分成层格，请写明其中哪一格',
  'place.not-apart': '此密级须放在划定的库位',
  'place.apart': '该库位为其他密级划定',
  'place.no-keeper': '该库位没有保管人',
}

/** What is wrong with a value, why, and what to do. It follows the key and the value. */
export const valueTexts = {
  'value.missing': () => '不能为空，请填写。',
  'value.masked': () => '含有星号，是遮盖后供查看的副本。请填写完整的原值。',
  'text.control': ({ at, character }) =>
    `第 ${at} 个字符是看不见的控制字符（${character}），不能登记。请删去它，或重新输入。`,
  'text.surrogate': ({ at }) =>
    `第 ${at} 个字符只有半个：文件曾被截断或转码出错。请从原系统重新导出。`,
  'text.long': ({ limit }) => `太长，最多 ${limit} 个字符。请缩短，其余可写入备注。`,

  'phone.shape': ({ digits }) =>
    `${digits === 0 ? '没有数字' : `有 ${digits} 位数字`}，不是认得的电话号码。手机 11 位，固定电话带区号（021-62345678），境外号码以 + 开头。`,
  'phone.exponent': ({ known, missing }) =>
    missing > 0
      ? `是科学记数法，Excel 只留下前 ${known} 位，后 ${missing} 位已经丢失。${asText}`
      : `是科学记数法，不是电话号码。${asText}`,
  'phone.lost-zero': ({ suggestion }) =>
    `开头的 0 丢失了（Excel 把号码当成了数字）。是否为 ${suggestion}？`,
  'phone.several': () => '一格里有几个号码，只能登记一个。请留下一个，其余写入联系人或备注。',
  'email.shape': () => '不是电子邮箱地址。请写成 zhang@example.com 这样的地址。',

  'idCard.length': ({ length }) =>
    `有 ${length} 位，而身份证号是 18 位（旧证 15 位）。${fromTheCard}`,
  'idCard.character': ({ at, character }) =>
    `第 ${at} 位是“${character}”：身份证号只有数字，末位可以是 X。${fromTheCard}`,
  'idCard.region': ({ region }) => `开头的 ${region} 不是省级地区的代码。${fromTheCard}`,
  'idCard.date': ({ date }) => `其中的出生日期 ${date} 日历上没有。${fromTheCard}`,
  'idCard.checksum': () => `校验码不符，至少有一位写错。${fromTheCard}`,
  'idCard.rounded': ({ missing }) => lostEnd(missing),
  'idCard.not-mainland': () =>
    '像是护照、通行证或其他地区的证件，不是居民身份证号。请登记在别的字段里。',

  'uscc.length': ({ length }) => `有 ${length} 位，而统一社会信用代码是 18 位。${fromTheLicence}`,
  'uscc.character': ({ at, character, suggestion }) =>
    `第 ${at} 位是“${character}”：统一社会信用代码里只有数字和大写字母，不用 I、O、S、V、Z。${
      suggestion === undefined ? fromTheLicence : `是否为 ${suggestion}？`
    }`,
  'uscc.checksum': () => `校验码不符，至少有一位写错。${fromTheLicence}`,
  'uscc.rounded': ({ missing }) => lostEnd(missing),

  'integer.shape': () => '不是整数。请只写数字，例如 12。',
  'integer.exponent': () => `是科学记数法，末尾的数字可能已经丢失。${asText}`,
  'integer.negative': () => '不能小于 0。请改正。',
  'number.shape': () => '不是数量。请只写数字，例如 2 或 1.5。',
  'quantity.negative': () => '数量不能小于 0。退回的货请记为退货。',
  'amount.negative': () => '金额不能小于 0。退回的货请记为退货。',
  'amount.disagrees': ({ quantity, unitPrice, product, amount }) =>
    `与数量、单价不符：${quantity} × ${unitPrice} = ${product}，而金额写的是 ${amount}。请核对三者，或略去金额，由程序算出。`,
  'integer.range': ({ from, to }) => `须在 ${from} 到 ${to} 之间。请改正。`,
  'amount.shape': () => '不是金额。请写成以元为单位的数字，例如 1234.50。',
  'amount.exponent': () => `是科学记数法，末尾的数字可能已经丢失。${asText}`,
  'amount.words': () => '是用汉字写的金额。请写成数字，例如 1234.50。',
  'amount.currency': ({ currency }) =>
    `币种是 ${currency}，而金额一律以人民币元登记。请折算成元，原币金额可写入备注。`,

  'date.shape': () => '不是日期。请写成 YYYY-MM-DD，例如 2025-03-14。',
  'date.ambiguous': ({ readings }) =>
    readings.length > 0
      ? `可能是 ${readings.join('，也可能是 ')}。请写成 YYYY-MM-DD。`
      : '无论怎样读，日历上都没有这一天。请写成 YYYY-MM-DD。',
  'date.incomplete': () => '只写了年或年月，缺少日。请写成 YYYY-MM-DD。',
  'date.no-such-day': () => '日历上没有这一天。请改正。',
  'date.range': ({ from, to }) => `日期须在 ${from} 与 ${to} 之间。请改正。`,
  'date.zone': () => '是其他时区的时刻，在本地可能是另一天。请写成本地日期 YYYY-MM-DD。',
  'date.before': ({ value, from }) => `${value} 早于起始的 ${from}。请给 ${from} 或以后的日期。`,
  'date.past': ({ value, today }) =>
    `期限 ${value} 已过（今天是 ${today}）。请给今天或以后的日期。`,
  'term.over': ({ value, today }) => `保密期限 ${value} 已经过去（今天是 ${today}）`,
  'term.no-level': () => '没有密级，就没有保密期限',
  'date.future': ({ value, today }) =>
    `${value} 还没有到（今天是 ${today}）。请改成已经到来的日期。`,

  'choice.unknown': ({ suggestion, choices, labels }) =>
    `不在可选之列。${suggestion === undefined ? '' : `是否为“${wordOf(suggestion, labels)}”？`}${listed(choices, labels)}`,
  'contacts.shape': () => '不是联系人。请写成 姓名,职务,电话,邮箱，几人之间用分号隔开。',
  'orgCode.form': () => '不能作机构代码：机构代码是 1 至 12 位字母和数字，不含空格和符号。请改正。',

  'cell.error': ({ error, column }) =>
    `第 ${column} 列的公式出错（${error}）。请在原表中改正，或换成值，再导入。`,
  'row.too-long': ({ width, cells }) =>
    `这一行有 ${cells} 格，而表头只有 ${width} 列，内容已错位。请检查多出的逗号和引号。`,
  'row.duplicate': ({ number }) =>
    `与 ${number} 是或像是同一客户，按 --on-duplicate fail 拒绝。更新那份：--on-duplicate update；确是另一位：add。`,
  'row.number': ({ number, reason }) =>
    `编号 ${number} ${Object.hasOwn(numberReasons, reason) ? numberReasons[reason] : '不能使用'}。请改正，或留空由程序发号。`,
  'row.not-cleared': ({ number }) =>
    number === null
      ? '这一行是或像是一份您无权查看的档案的客户。请有权人员导入；确是另一位：--on-duplicate add。'
      : `这一行要改的 ${number} 密级高于您的知悉范围。请有权人员导入。`,
  'row.status': ({ number, status }) =>
    `这一行要改的 ${number} 现在是“${keys.status[status]}”，不能更新。${
      status === 'destroyed' ? '请删去这一行。' : '请先重新启用，或删去这一行。'
    }`,
  'row.last-act': ({ number, lastAct }) =>
    `${number} 最近一次办理在 ${lastAct}，不能记在更早的日期。请不用 --date，或用不早于那天的日期。`,
  'row.identity': ({ number, holder }) =>
    `这一行会使 ${number} 与 ${holder ?? hiddenArchive} 的证件号或业务编号相同，而一位客户只有一份档案。请核对；确是同一位：dangan merge。`,
  'row.no-archive': ({ value }) =>
    `没有编号或业务编号为 ${value} 的档案。请核对，或先建档再导入这一行。`,
  'row.several-archives': ({ value, count }) =>
    `业务编号 ${value} 有 ${count} 份档案。请在这一行写明档案编号。`,
  'row.other-name': ({ number, name }) =>
    `${number} 的客户不叫“${name}”。请核对编号和名称；确是同一位，请略去名称一列。`,
  'row.other-kind': ({ kind, fields }) =>
    `${kind?.['zh-Hans'] ?? '这一种'}记录没有字段：${fields.map((it) => it['zh-Hans']).join('、')}。请清空这些格，或改正种类。`,
  'row.place': ({ place, reason }) =>
    `不能放在 ${place}：${Object.hasOwn(placeReasons, reason) ? placeReasons[reason] : '与制度不符'}。库位：dangan locate list。`,
  'place.code': () => '库位代码只用字母、汉字、数字和 - _ .，最长 40 个字，如 A-3-07。',
  'map.shape': ({ part }) => `“${part}”应写成 表头=字段，每个表头一次，用逗号分隔。`,
  'map.key': ({ key, suggestion }) =>
    `没有名为 ${key} 的字段。${
      suggestion === undefined
        ? '不认得的列可写 表头=extra，照原样保留。'
        : `是否为 ${suggestion}？`
    }`,
  'map.heading': ({ heading, suggestion }) =>
    `文件里没有表头“${heading}”。${
      suggestion === undefined ? '请照文件第一行填写。' : `是否为“${suggestion}”？`
    }`,
} satisfies { readonly [Code in ValueCode]: (facts: ValueFacts[Code]) => string }

/** Code and facts belong together by the type of `Invalid`. */
export const valueText = ({ code, facts }: Invalid): string =>
  (valueTexts[code] as (facts: ValueFacts[ValueCode]) => string)(facts)

/** In a few words; a code that another version of the program kept stands for itself. */
const reason = (code: string): string =>
  Object.hasOwn(valueReasons, code) ? valueReasons[code as ValueCode] : code

/** Values that are not acceptable. */
export const values = { say: valueText, reason }
