import type { Invalid, ValueCode, ValueFacts } from '../../domain/invalid.ts'
import { hiddenArchive, keys } from './keys.ts'
import { valueReasons } from './value-reasons.ts'

const asText = 'Format the column as text, enter it again and export again.'
const fromTheCard = 'Correct it from the card.'
const fromTheLicence = 'Correct it from the business licence.'
const lostEnd = (missing: number): string =>
  `${missing > 0 ? `Excel lost the last ${digitsIn(missing)}` : 'Excel wrote it in scientific notation'}. ${asText}`

const digitsIn = (count: number): string => (count === 1 ? 'digit' : `${count} digits`)

/** An identifier as people say it: levels have words of ours, the policy's own lists speak for themselves. */
type Labels = ValueFacts['choice.unknown']['labels']

const wordOf = (choice: string, labels: Labels): string =>
  labels?.[choice]?.en ??
  (Object.hasOwn(keys.secrecy, choice) ? keys.secrecy[choice as keyof typeof keys.secrecy] : choice)

const listed = (choices: readonly string[], labels: Labels): string =>
  choices.length > 0
    ? ` Choices: ${choices.map((choice) => wordOf(choice, labels)).join(', ')}.`
    : ' The policy in force lists no choices.'

const orElse = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${suggestion}?`

/** Why a row's number cannot be taken, by the code of the refusal. */
const numberReasons: Readonly<Record<string, string>> = {
  'number.taken': 'belongs to another archive',
  'number.void': 'is void and never used again',
  'number.foreign': 'does not fit the pattern',
  'number.disagrees': 'disagrees with the type, year or organisation code of the row',
  'number.other': 'is not the number of this customer, who has another already',
}

/** Why an archive cannot lie somewhere. */
const placeReasons: Readonly<Record<string, string>> = {
  'place.unknown': 'the policy wants a place that the office has entered',
  'place.full': 'it is full',
  'place.divided': 'it is divided; say which place in it',
  'place.not-apart': 'this level lies only in places marked for it',
  'place.apart': 'that place is marked for other levels',
  'place.no-keeper': 'nobody keeps that place',
}

/** What is wrong with a value, why, and what to do. It follows the key and the value. */
export const valueTexts = {
  'value.missing': () => 'it must not be empty. Fill it in.',
  'value.masked': () => 'it has stars in it: a copy made for display. Enter the whole value.',
  'text.control': ({ at, character }) =>
    `character ${at} is an invisible control character (${character}). Delete it or type the text again.`,
  'text.surrogate': ({ at }) =>
    `character ${at} is only half a character: the file was cut or converted badly. Export it again.`,
  'text.long': ({ limit }) =>
    `it is too long: at most ${limit} characters. Shorten it; the rest may go into the remark.`,

  'phone.shape': ({ digits }) =>
    `it has ${digits === 1 ? '1 digit' : `${digits || 'no'} digits`}: no phone number that we know. Mobiles have 11 digits, landlines an area code (021-62345678), numbers abroad begin with +.`,
  'phone.exponent': ({ known, missing }) =>
    missing > 0
      ? `it is in scientific notation: Excel kept the first ${digitsIn(known)} and lost the last ${digitsIn(missing)}. ${asText}`
      : `it is in scientific notation and no phone number. ${asText}`,
  'phone.lost-zero': ({ suggestion }) =>
    `the leading 0 is lost (Excel took it for a number). Did you mean ${suggestion}?`,
  'phone.several': () =>
    'there are several numbers in one cell. Keep one; the others may go to contacts or the remark.',
  'email.shape': () => 'it is not an email address. Write one such as zhang@example.com.',

  'idCard.length': ({ length }) =>
    `it has ${length === 1 ? '1 character' : `${length} characters`}, but identity card numbers have 18 (old ones 15). ${fromTheCard}`,
  'idCard.character': ({ at, character }) =>
    `character ${at} is "${character}", but identity card numbers have only digits and may end in X. ${fromTheCard}`,
  'idCard.region': ({ region }) => `it begins with ${region}, which is no province. ${fromTheCard}`,
  'idCard.date': ({ date }) => `its date of birth ${date} is not in the calendar. ${fromTheCard}`,
  'idCard.checksum': () => `the check digit does not fit: something is mistyped. ${fromTheCard}`,
  'idCard.rounded': ({ missing }) => lostEnd(missing),
  'idCard.not-mainland': () =>
    'it looks like a passport, a permit or a card from elsewhere. Enter it in another field.',

  'uscc.length': ({ length }) =>
    `it has ${length === 1 ? '1 character' : `${length} characters`}, but unified social credit codes have 18. ${fromTheLicence}`,
  'uscc.character': ({ at, character, suggestion }) =>
    `character ${at} is "${character}", but unified social credit codes have only digits and capitals without I, O, S, V and Z. ${orElse(suggestion) ?? fromTheLicence}`,
  'uscc.checksum': () =>
    `the check character does not fit: something is mistyped. ${fromTheLicence}`,
  'uscc.rounded': ({ missing }) => lostEnd(missing),

  'integer.shape': () => 'it is not a whole number. Write digits only, such as 12.',
  'integer.exponent': () =>
    `it is in scientific notation, and its last digits may be lost. ${asText}`,
  'integer.negative': () => 'it must not be less than 0. Correct it.',
  'number.shape': () => 'is no quantity. Write digits only, such as 2 or 1.5.',
  'quantity.negative': () => 'a quantity is not below 0. Enter goods that came back as a return.',
  'amount.negative': () => 'an amount is not below 0. Enter goods that came back as a return.',
  'amount.disagrees': ({ quantity, unitPrice, product, amount }) =>
    `does not agree with quantity and unit price: ${quantity} × ${unitPrice} = ${product}, but the amount says ${amount}. Check all three, or leave the amount out and it is reckoned.`,
  'integer.range': ({ from, to }) => `it must be between ${from} and ${to}. Correct it.`,
  'amount.shape': () => 'it is not an amount. Write yuan as a number, such as 1234.50.',
  'amount.exponent': () =>
    `it is in scientific notation, and its last digits may be lost. ${asText}`,
  'amount.words': () =>
    'the amount is written in Chinese numerals. Write a number, such as 1234.50.',
  'amount.currency': ({ currency }) =>
    `the currency is ${currency}, but amounts are kept in yuan. Convert it; the original may go into the remark.`,

  'date.shape': () => 'it is not a date. Write YYYY-MM-DD, such as 2025-03-14.',
  'date.ambiguous': ({ readings }) =>
    readings.length > 0
      ? `it may mean ${readings.join(' or ')}. Write YYYY-MM-DD.`
      : 'read in any order, there is no such day. Write YYYY-MM-DD.',
  'date.incomplete': () => 'the day is missing. Write YYYY-MM-DD.',
  'date.no-such-day': () => 'there is no such day in the calendar. Correct it.',
  'date.range': ({ from, to }) => `dates must lie between ${from} and ${to}. Correct it.`,
  'date.zone': () =>
    'it is a time in another time zone and may be another day here. Write the local date as YYYY-MM-DD.',
  'date.before': ({ value, from }) =>
    `${value} is before its beginning on ${from}. Give that day or a later one.`,
  'date.past': ({ value, today }) =>
    `the deadline ${value} has passed (today is ${today}). Give today or a later day.`,
  'term.over': ({ value, today }) => `the term ${value} is over already (today is ${today})`,
  'term.no-level': () => 'what has no level has no term',
  'date.future': ({ value, today }) =>
    `${value} has not come yet (today is ${today}). Give a day that has.`,

  'choice.unknown': ({ suggestion, choices, labels }) =>
    `it is not one of the choices.${suggestion === undefined ? '' : ` Did you mean "${wordOf(suggestion, labels)}"?`}${listed(choices, labels)}`,
  'contacts.shape': () =>
    'is not a list of contacts. Write name,role,phone,email with a semicolon between people.',
  'orgCode.form': () =>
    'an organisation code has 1 to 12 letters and digits, no spaces or signs. Correct it.',

  'cell.error': ({ error, column }) =>
    `the formula in column ${column} has failed (${error}). Mend it, or put its value there, and import again.`,
  'row.too-long': ({ width, cells }) =>
    `the row has ${cells} cells under ${width} headings, so its contents have slipped. Look for a stray comma or quote.`,
  'row.duplicate': ({ number }) =>
    `it is, or looks like, the customer of ${number} (--on-duplicate fail). To update that one: --on-duplicate update; if it is another: add.`,
  'row.number': ({ number, reason }) =>
    `the number ${number} ${Object.hasOwn(numberReasons, reason) ? numberReasons[reason] : 'cannot be used'}. Correct it, or leave it empty to get a new one.`,
  'row.not-cleared': ({ number }) =>
    number === null
      ? 'it is, or looks like, the customer of an archive above your clearance. Ask somebody who is cleared; if it is another customer: --on-duplicate add.'
      : `the row would change ${number}, which is above your clearance. Ask somebody who is cleared.`,
  'row.status': ({ number, status }) =>
    `the row would change ${number}, which is ${keys.status[status]}. ${
      status === 'destroyed' ? 'Delete the row.' : 'Reopen it first, or delete the row.'
    }`,
  'row.last-act': ({ number, lastAct }) =>
    `the last act on ${number} was on ${lastAct}; nothing can be dated earlier. Leave out --date, or give a day not before that.`,
  'row.identity': ({ number, holder }) =>
    `the row would give ${number} the id number or business key of ${holder ?? hiddenArchive}, and a customer has only one archive. Check it; the same customer: dangan merge.`,
  'row.no-archive': ({ value }) =>
    `no archive has the number or business key ${value}. Check it, or open the archive first.`,
  'row.several-archives': ({ value, count }) =>
    `${count} archives have the business key ${value}. Give the archive number in this row.`,
  'row.other-name': ({ number, name }) =>
    `the customer of ${number} is not called “${name}”. Check number and name; if it is the same customer, leave the column of names out.`,
  'row.other-kind': ({ kind, fields }) =>
    `an entry of kind ${kind?.en ?? '?'} has no field for: ${fields.map((it) => it.en).join(', ')}. Empty those cells, or correct the kind.`,
  'row.place': ({ place, reason }) =>
    `It cannot lie at ${place}: ${Object.hasOwn(placeReasons, reason) ? placeReasons[reason] : 'the policy says otherwise'}. Places: dangan locate list.`,
  'place.code': () =>
    'The code of a place has letters, digits, - _ and . only, at most 40 of them, such as A-3-07.',
  'map.shape': ({ part }) =>
    `"${part}" must be heading=field, each heading once, separated by commas.`,
  'map.key': ({ key, suggestion }) =>
    `there is no field ${key}. ${orElse(suggestion) ?? 'To keep a column as it is: heading=extra.'}`,
  'map.heading': ({ heading, suggestion }) =>
    `the file has no heading "${heading}". ${
      suggestion === undefined
        ? 'Copy it from the first line of the file.'
        : `Did you mean "${suggestion}"?`
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
