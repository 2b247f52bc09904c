import type { Wanted } from '../../domain/formula.ts'
import type {
  NamedList,
  PlacedProblem,
  PolicyFault,
  PolicyFaults,
  ValueKind,
} from '../../domain/policy-problem.ts'

const kinds = {
  text: 'text',
  number: 'a number',
  integer: 'a whole number',
  yesNo: 'true or false',
  list: 'a list (one item a line, beginning with -)',
  map: 'keys with values (one "key: value" a line)',
} satisfies Record<ValueKind, string>

const lists = {
  types: 'customer types',
  fields: 'fields',
  keys: 'fields',
  stages: 'business stages',
  industries: 'industries',
  regions: 'regions',
  importances: 'importances',
  calendars: 'calendars',
  secrecyLevels: 'secrecy levels',
  retentionClasses: 'retention classes',
  parts: 'parts of an archive',
  materialKinds: 'kinds of material',
  checklists: 'checklists',
  channels: 'channels',
  entryKinds: 'kinds of entries',
  posts: 'posts',
  choices: 'choices',
} satisfies Record<NamedList, string>

const wants = {
  key: 'the name of a field belongs here',
  value: "a value belongs here: text in quotes, such as 'CN', numbers without",
  bracket: 'a bracket belongs here',
  end: 'nothing may follow from here on',
  short: 'it is too long; split it into several items',
} satisfies Record<Wanted, string>

/** The YAML reader's codes that office people meet; for the others its own sentence must do. */
const yamlReasons: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation is off. Align keys of one level; indent the next by two spaces',
  TAB_AS_INDENT: 'a tab is used for indentation. Use spaces',
  DUPLICATE_KEY: 'the same key stands twice in one place. Delete one',
  MISSING_CHAR: 'a character is missing: the space after a colon, a quote or a closing bracket',
  MULTIPLE_DOCS: 'there are several documents in the file. Delete the line ---',
  BAD_SCALAR_START: 'a value begins with a special character. Put the whole value in quotes',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines, or the line lacks its colon',
  BAD_ALIAS: 'the name after * was not defined before with &',
}

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${suggestion}?`

/** What is wrong in a policy file, and what to do. It follows the place. */
export const faultTexts = {
  'file.too-long': ({ characters, limit }) =>
    `the file has ${characters} characters; policies have at most ${limit}. Is it the right file?`,
  'file.too-deep': () => 'it is nested too deeply to be read. Use fewer levels.',
  'file.aliases': () =>
    'its references (& and *) run in a circle or grow too large. Write the contents out.',
  'yaml.syntax': ({ reason, detail }) =>
    `not correct YAML: ${Object.hasOwn(yamlReasons, reason) ? yamlReasons[reason] : detail}.`,
  'yaml.full-width-colon': ({ found }) =>
    `"${found}" has a full-width colon. Write a plain colon and a space.`,
  'extends.unknown': ({ name }) =>
    `there is no ready policy ${name}. List them: dangan policy list --ready.`,
  'extends.loop': ({ names }) =>
    `policies extend each other in a circle: ${names.join(' → ')}. Delete one extends.`,

  'key.unknown': ({ key, suggestion, known }) =>
    `there is no key ${key} here.${orElse(suggestion)}${known.length > 0 ? ` Possible: ${known.join(', ')}.` : ''}`,
  'key.form': ({ key }) =>
    `"${key}" cannot be an identifier: English letters and digits only, the first one a small letter. Chinese names go into label.`,
  'key.missing': ({ key }) => `${key} is missing. Add it.`,
  'value.kind': ({ wanted, found }) =>
    `this must be ${wanted.map((kind) => kinds[kind]).join(' or ')}, not "${found}".`,
  'value.choice': ({ found, suggestion, choices }) =>
    `"${found}" is not one of the choices.${orElse(suggestion)} Choices: ${choices.join(', ')}.`,
  'value.range': ({ found, minimum, maximum }) =>
    `${found} is out of range: ${range(minimum, maximum)}.`,
  'value.blank': () => 'it must not be empty. Fill it in, or delete the key.',
  'value.twice': ({ found }) => `"${found}" stands here twice. Delete one.`,
  'value.form': ({ found }) => `"${found}" is badly formed. See the same place in a ready policy.`,
  'clause.form': ({ found }) => `"${found}" is no clause number. Write it like S002-3.2-1.`,

  'pattern.no-serial': ({ pattern }) => `the pattern ${pattern} has no serial. Add {serial:4}.`,
  'pattern.serial-twice': ({ pattern }) => `the pattern ${pattern} has two serials. Keep one.`,
  'pattern.place-twice': ({ pattern, place }) =>
    `the pattern ${pattern} has ${place} twice. Keep one.`,
  'pattern.unknown-place': ({ place, suggestion }) =>
    `${place} means nothing in a pattern.${orElse(suggestion)} Possible: {year}, {org}, {serial:4}.`,
  'pattern.character': ({ pattern, character }) =>
    `"${character}" cannot stand in the pattern ${pattern}: numbers begin with a letter or digit and have only capitals, digits and - . _, all half-width.`,
  'pattern.org-meets-serial': ({ pattern }) =>
    `nothing parts organisation code and serial in ${pattern}: number 0001 of A1 and 001 of A10 would be the same. Put a - between them.`,
  'pattern.same-numbers': ({ pattern, type, other, otherPattern }) =>
    `the pattern ${pattern} of ${type} and ${otherPattern} of ${other} would give the same numbers. Change one prefix.`,
  'name.unknown': ({ list, name, suggestion }) =>
    `the ${lists[list]} have no ${name}.${orElse(suggestion)} Correct it, or list it first.`,
  'field.standard': ({ key }) =>
    `every archive already has ${key}: it cannot be defined again. Choose another name or delete it.`,
  'field.not-listed': ({ key }) =>
    `${key} is required, but the fields of this type do not list it. Add it to fields.`,
  'field.no-choices': ({ key }) => `${key} is of the kind choice but has no choices. List them.`,
  'field.idle-choices': ({ key, kind }) =>
    `${key} is of the kind ${kind}, which has no choices. Delete choices, or make the kind choice.`,
  'alias.twice': ({ alias, other }) =>
    `"${alias}" already means ${other}; it cannot mean two things. Delete one.`,
  'formula.form': ({ formula, character, wanted }) =>
    `the formula “${formula}” cannot be read from character ${character} on: ${wants[wanted]}. Write it like origin != 'local' and payment in ('loan', 'fund').`,
  'formula.sensitive': ({ key }) =>
    `${key} is a sensitive field, and what is missing would tell its value. Ask for another field.`,
  'formula.number': ({ key }) =>
    `the values of ${key} are not numbers, so they do not compare with one. Put the value in quotes, or ask for a number.`,
  'item.kind': () =>
    'an item names either a kind of material or another checklist. Write one of the two.',
  'secrecy.not-lower': ({ level, found }) =>
    `${level} cannot lapse to ${found}: only to a lower level.`,
  'step.nobody': () => 'must say who decides: posts, head or person.',
  'checklist.loop': ({ names }) =>
    `the checklists hold each other in a circle: ${names.join(' → ')}. Take one of them out.`,
  'reading.limits': ({ from, to }) =>
    `The lower limit ${from} is above the upper limit ${to}. Correct one of them.`,
  'retention.floor-above-cap': ({ floor, cap }) =>
    `Kept at least ${floor} years, but at most ${cap}. Correct one of the two.`,
  'retention.no-entries': () =>
    'Counted from the last transaction: say in entries which kinds are one.',
  'time-zone.unknown': ({ found }) =>
    `there is no time zone ${found}. Write one like Asia/Shanghai.`,
} satisfies { readonly [Fault in PolicyFault]: (facts: PolicyFaults[Fault]) => string }

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return `at most ${maximum}`
  return maximum === undefined ? `at least ${minimum}` : `between ${minimum} and ${maximum}`
}

/** One line: where, what is wrong, what to do. */
export function policyProblem({ line, column, at, code, facts }: PlacedProblem): string {
  const said = (faultTexts[code] as (facts: PolicyFaults[PolicyFault]) => string)(facts)
  return `line ${line}, column ${column}${at === '' ? '' : `, ${at}`}: ${said}`
}
