import type { Invalid, ValueCode, ValueFacts } from '../../domain/invalid.ts'
import { hiddenArchive, keys } from './keys.ts'
import { valueReasons } from './value-reasons.ts'

const asText = '請將此欄的格式設為「文字」，重新填寫並匯出。'
const fromTheCard = '請對照證件改正。'
const fromTheLicence = '請對照營業執照改正。'
const lostEnd = (missing: number): string =>
  `${missing > 0 ? `末 ${missing} 位已被 Excel 丟失` : '已被 Excel 寫成科學記號'}。${asText}`

/** An identifier as people say it: levels have words of ours, the policy's own lists speak for themselves. */
type Labels = ValueFacts['choice.unknown']['labels']

const wordOf = (choice: string, labels: Labels): string =>
  labels?.[choice]?.['zh-Hant'] ??
  (Object.hasOwn(keys.secrecy, choice) ? keys.secrecy[choice as keyof typeof keys.secrecy] : choice)

const listed = (choices: readonly string[], labels: Labels): string =>
  choices.length > 0
    ? `可選：${choices.map((choice) => wordOf(choice, labels)).join('、')}。`
    : '現行制度未列出可選的值。'

/** Why a row's number cannot be taken, by the code of the refusal. */
const numberReasons: Readonly<Record<string, string>> = {
  'number.taken': '已屬於另一份檔案',
  'number.void': '已作廢，不再使用',
  'number.foreign': '不符合編號規則',
  'number.disagrees': '與此列的類型、年份或機構代碼不一致',
  'number.other': '不是這位客戶的檔案編號，該客戶已有別的編號',
}

/** Why an archive cannot lie somewhere. */
const placeReasons: Readonly<Record<string, string>> = {
  'place.unknown': '制度要求存放位置是已登錄的庫位',
  'place.full': '已滿',
  'place.divided': '已分成層格，請寫明其中哪一格',
  'place.not-apart': '此密等須放在劃定的庫位',
  'place.apart': '該庫位為其他密等劃定',
  'place.no-keeper': '該庫位沒有保管人',
}

/** What is wrong with a value, why, and what to do. It follows the key and the value. */
export const valueTexts = {
  'value.missing': () => '不能空白，請填寫。',
  'value.masked': () => '含有星號，是遮蔽後供檢視的副本。請填寫完整的原值。',
  'text.control': ({ at, character }) =>
    `第 ${at} 個字元是看不見的控制字元（${character}），不能登記。請刪去，或重新輸入。`,
  'text.surrogate': ({ at }) =>
    `第 ${at} 個字元只有一半：來源檔曾被截斷或轉碼出錯。請從原系統重新匯出。`,
  'text.long': ({ limit }) => `太長，至多 ${limit} 個字元。請縮短，其餘可寫入備註。`,

  'phone.shape': ({ digits }) =>
    `${digits === 0 ? '沒有數字' : `有 ${digits} 位數字`}，不是認得的電話號碼。手機 11 位，市話帶區碼（021-62345678），境外號碼以 + 開頭。`,
  'phone.exponent': ({ known, missing }) =>
    missing > 0
      ? `是科學記號，Excel 只留下前 ${known} 位，後 ${missing} 位已經丟失。${asText}`
      : `是科學記號，不是電話號碼。${asText}`,
  'phone.lost-zero': ({ suggestion }) =>
    `開頭的 0 丟失了（Excel 把號碼當成了數字）。是否為 ${suggestion}？`,
  'phone.several': () => '一格裡有數個號碼，只能登記一個。請留下一個，其餘寫入聯絡人或備註。',
  'email.shape': () => '不是電子郵件地址。請寫成 zhang@example.com 這樣的地址。',

  'idCard.length': ({ length }) =>
    `有 ${length} 位，而身份證號為 18 位（舊證 15 位）。${fromTheCard}`,
  'idCard.character': ({ at, character }) =>
    `第 ${at} 位是「${character}」：身份證號只有數字，末位可以是 X。${fromTheCard}`,
  'idCard.region': ({ region }) => `開頭的 ${region} 不是省級地區的代碼。${fromTheCard}`,
  'idCard.date': ({ date }) => `其中的出生日期 ${date} 並不存在。${fromTheCard}`,
  'idCard.checksum': () => `檢查碼不符，至少有一位寫錯。${fromTheCard}`,
  'idCard.rounded': ({ missing }) => lostEnd(missing),
  'idCard.not-mainland': () =>
    '像是護照、通行證或其他地區的證件，不是大陸居民身份證號。請登記在別的欄位。',

  'uscc.length': ({ length }) => `有 ${length} 位，而統一社會信用代碼為 18 位。${fromTheLicence}`,
  'uscc.character': ({ at, character, suggestion }) =>
    `第 ${at} 位是「${character}」：統一社會信用代碼只有數字與大寫字母，不用 I、O、S、V、Z。${
      suggestion === undefined ? fromTheLicence : `是否為 ${suggestion}？`
    }`,
  'uscc.checksum': () => `檢查碼不符，至少有一位寫錯。${fromTheLicence}`,
  'uscc.rounded': ({ missing }) => lostEnd(missing),

  'integer.shape': () => '不是整數。請只寫數字，例如 12。',
  'integer.exponent': () => `是科學記號，末尾的數字可能已經丟失。${asText}`,
  'integer.negative': () => '不能小於 0。請改正。',
  'number.shape': () => '不是數量。請只寫數字，例如 2 或 1.5。',
  'quantity.negative': () => '數量不能小於 0。退回的貨請記為退貨。',
  'amount.negative': () => '金額不能小於 0。退回的貨請記為退貨。',
  'amount.disagrees': ({ quantity, unitPrice, product, amount }) =>
    `與數量、單價不符：${quantity} × ${unitPrice} = ${product}，而金額寫的是 ${amount}。請核對三者，或略去金額，由程式算出。`,
  'integer.range': ({ from, to }) => `須在 ${from} 到 ${to} 之間。請改正。`,
  'amount.shape': () => '不是金額。請寫成以人民幣元為單位的數字，例如 1234.50。',
  'amount.exponent': () => `是科學記號，末尾的數字可能已經丟失。${asText}`,
  'amount.words': () => '是用漢字寫的金額。請寫成數字，例如 1234.50。',
  'amount.currency': ({ currency }) =>
    `幣別是 ${currency}，而金額一律以人民幣元登記。請換算成元，原幣金額可寫入備註。`,

  'date.shape': () => '不是日期。請寫成 YYYY-MM-DD，例如 2025-03-14。',
  'date.ambiguous': ({ readings }) =>
    readings.length > 0
      ? `可能是 ${readings.join('，也可能是 ')}。請寫成 YYYY-MM-DD。`
      : '無論怎樣讀，都沒有這一天。請寫成 YYYY-MM-DD。',
  'date.incomplete': () => '只寫了年或年月，缺少日。請寫成 YYYY-MM-DD。',
  'date.no-such-day': () => '日曆上沒有這一天。請改正。',
  'date.range': ({ from, to }) => `日期須在 ${from} 與 ${to} 之間。請改正。`,
  'date.zone': () => '是其他時區的時刻，在本地可能是另一天。請寫成本地日期 YYYY-MM-DD。',
  'date.before': ({ value, from }) => `${value} 早於起始的 ${from}。請給 ${from} 或以後的日期。`,
  'date.past': ({ value, today }) =>
    `期限 ${value} 已過（今天是 ${today}）。請給今天或以後的日期。`,
  'term.over': ({ value, today }) => `保密期限 ${value} 已經過去（今天是 ${today}）`,
  'term.no-level': () => '沒有密等，就沒有保密期限',
  'date.future': ({ value, today }) =>
    `${value} 還沒有到（今天是 ${today}）。請改成已經到來的日期。`,

  'choice.unknown': ({ suggestion, choices, labels }) =>
    `不在可選之列。${suggestion === undefined ? '' : `是否為「${wordOf(suggestion, labels)}」？`}${listed(choices, labels)}`,
  'contacts.shape': () => '不是聯絡人。請寫成 姓名,職務,電話,信箱，數人之間以分號隔開。',
  'orgCode.form': () => '不能作機構代碼：機構代碼是 1 至 12 位字母與數字，不含空格和符號。請改正。',

  'cell.error': ({ error, column }) =>
    `第 ${column} 欄的公式出錯（${error}）。請在原表中改正，或改成值，再匯入。`,
  'row.too-long': ({ width, cells }) =>
    `此列有 ${cells} 格，而標題只有 ${width} 欄，內容已錯位。請檢查多出的逗號與引號。`,
  'row.duplicate': ({ number }) =>
    `與 ${number} 是或像是同一客戶，依 --on-duplicate fail 拒絕。更新該份：--on-duplicate update；確是另一位：add。`,
  'row.number': ({ number, reason }) =>
    `編號 ${number} ${Object.hasOwn(numberReasons, reason) ? numberReasons[reason] : '不能使用'}。請改正，或留空由程式給號。`,
  'row.not-cleared': ({ number }) =>
    number === null
      ? '此列是或像是一份您無權檢視的檔案的客戶。請有權人員匯入；確是另一位：--on-duplicate add。'
      : `此列要改的 ${number} 密等高於您的知悉範圍。請有權人員匯入。`,
  'row.status': ({ number, status }) =>
    `此列要改的 ${number} 目前是「${keys.status[status]}」，不能更新。${
      status === 'destroyed' ? '請刪去此列。' : '請先重新啟用，或刪去此列。'
    }`,
  'row.last-act': ({ number, lastAct }) =>
    `${number} 最近一次辦理在 ${lastAct}，不能記在更早的日期。請不用 --date，或用不早於那天的日期。`,
  'row.identity': ({ number, holder }) =>
    `這一列會使 ${number} 與 ${holder ?? hiddenArchive} 的證件號碼或業務編號相同，而一位客戶只有一份檔案。請核對；確是同一位：dangan merge。`,
  'row.no-archive': ({ value }) =>
    `沒有編號或業務編號為 ${value} 的檔案。請核對，或先建檔再匯入這一列。`,
  'row.several-archives': ({ value, count }) =>
    `業務編號 ${value} 有 ${count} 份檔案。請在這一列寫明檔案編號。`,
  'row.other-name': ({ number, name }) =>
    `${number} 的客戶不叫「${name}」。請核對編號和名稱；確是同一位，請略去名稱一欄。`,
  'row.other-kind': ({ kind, fields }) =>
    `${kind?.['zh-Hant'] ?? '這一種'}記錄沒有欄位：${fields.map((it) => it['zh-Hant']).join('、')}。請清空這些格，或改正種類。`,
  'row.place': ({ place, reason }) =>
    `不能放在 ${place}：${Object.hasOwn(placeReasons, reason) ? placeReasons[reason] : '與制度不符'}。庫位：dangan locate list。`,
  'place.code': () => '庫位代碼只用字母、漢字、數字與 - _ .，最長 40 個字，如 A-3-07。',
  'map.shape': ({ part }) => `「${part}」應寫成 標題=欄位，每個標題一次，以逗號分隔。`,
  'map.key': ({ key, suggestion }) =>
    `沒有名為 ${key} 的欄位。${
      suggestion === undefined
        ? '不認得的欄可寫 標題=extra，照原樣保留。'
        : `是否為 ${suggestion}？`
    }`,
  'map.heading': ({ heading, suggestion }) =>
    `來源檔裡沒有標題「${heading}」。${
      suggestion === undefined ? '請照該檔第一列填寫。' : `是否為「${suggestion}」？`
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
