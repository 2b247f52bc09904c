import type { Argument, CommandUnknownOpts, Option } from '@commander-js/extra-typings'

/** A word that may stand here, and what it means. */
export interface Candidate {
  readonly value: string
  readonly description: string
}

/** What only the archive file knows. */
export interface Sources {
  /** Archive numbers that begin so, with the names. */
  numbers(begin: string): readonly Candidate[]
  staff(): readonly Candidate[]
  /** Codes of places, with what people call them. */
  places(): readonly Candidate[]
  /** The values of a key that has a list: type, stage, secrecy … */
  choices(key: string): readonly Candidate[]
}

/** What may stand at the end of the line; `files`: the shell completes file names itself. */
export interface Completions {
  readonly list: readonly Candidate[]
  readonly files: boolean
}

/** Where on the line the last word stands. */
interface Place {
  readonly command: CommandUnknownOpts
  /** The option that waits for its value. */
  readonly waiting: Option | undefined
  /** Arguments before the last word. */
  readonly arguments: number
  /** After `--` nothing is an option. */
  readonly optionsOver: boolean
}

/** Completes the last of `words`, those after the program's name; `''`: a new word begins. */
export function completions(
  program: CommandUnknownOpts,
  words: readonly string[],
  sources: Sources,
): Completions {
  const line = assignmentsJoined(words)
  const word = line.at(-1) ?? ''
  const place = placeAfter(program, line.slice(0, -1))
  if (place.waiting) return values(place.waiting, word, sources)
  const [name, begin] = word.split(/=(.*)/s)
  const option =
    begin === undefined || place.optionsOver ? undefined : optionOf(place.command, name ?? '')
  if (option) return values(option, begin ?? '', sources)
  if (word.startsWith('-') && !place.optionsOver) return matching(optionsFor(place.command), word)
  return operands(place, word, sources)
}

/** bash hands over `--type=x` as `--type`, `=`, `x`: the value waits for its option like any other. */
const assignmentsJoined = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => {
    if (word !== '=' || !words[at - 1]?.startsWith('--')) return [word]
    return at === words.length - 1 ? [''] : []
  })

function placeAfter(program: CommandUnknownOpts, words: readonly string[]): Place {
  let place: Place = { command: program, waiting: undefined, arguments: 0, optionsOver: false }
  for (const word of words) place = next(place, word)
  return place
}

function next(place: Place, word: string): Place {
  const { command, waiting, optionsOver } = place
  if (waiting) return { ...place, waiting: undefined }
  if (word === '--') return { ...place, optionsOver: true }
  if (word.startsWith('-') && !optionsOver) {
    const option = word.includes('=') ? undefined : optionOf(command, word)
    return { ...place, waiting: option?.required ? option : undefined }
  }
  // what follows is the name of a command, as if `help` were not there
  if (word === 'help' && command.parent === null) return place
  const child = place.arguments === 0 ? childOf(command, word) : undefined
  return child ? { ...place, command: child } : { ...place, arguments: place.arguments + 1 }
}

const childOf = (command: CommandUnknownOpts, name: string): CommandUnknownOpts | undefined =>
  command.commands.find((child) => child.name() === name || child.aliases().includes(name))

function optionOf(command: CommandUnknownOpts, name: string): Option | undefined {
  const found = command.options.find(({ long, short }) => long === name || short === name)
  return found ?? (command.parent ? optionOf(command.parent, name) : undefined)
}

/** The command's own options first, then those that every command takes. */
function optionsFor(command: CommandUnknownOpts): Candidate[] {
  const own = command.options.map((option) => ({
    value: option.long ?? option.short ?? '',
    description: option.description,
  }))
  if (command.parent)
    return [...own, ...optionsFor(command.parent).filter(({ value }) => value !== '--version')]
  return [
    ...own,
    {
      value: '--help',
      description:
        command
          .createHelp()
          .visibleOptions(command as never)
          .at(-1)?.description ?? '',
    },
  ]
}

function values(option: Option, begin: string, sources: Sources): Completions {
  if (option.argChoices)
    return matching(
      option.argChoices.map((value) => ({ value, description: '' })),
      begin,
    )
  const [, name = ''] = /[<[]([^\]>]*)[\]>]/.exec(option.flags) ?? []
  return meant(name, option.attributeName(), begin, sources)
}

function operands(place: Place, word: string, sources: Sources): Completions {
  const { command } = place
  const children = place.arguments === 0 ? subcommands(command, word) : []
  if (command.parent === null) return { list: children, files: false }
  const argument = argumentAt(command, place.arguments)
  if (!argument) return { list: children, files: false }
  if (argument.argChoices)
    return matching(
      argument.argChoices.map((value) => ({ value, description: '' })),
      word,
    )
  const own = meant(argument.name(), argument.name(), word, sources)
  return { list: [...children, ...own.list], files: own.files }
}

const subcommands = (command: CommandUnknownOpts, begin: string): Candidate[] =>
  command
    .createHelp()
    .visibleCommands(command as never)
    .map((child) => ({ value: child.name(), description: child.summary() || child.description() }))
    .filter(({ value }) => value.startsWith(begin))

/** A last argument that takes several goes on for ever. */
function argumentAt(command: CommandUnknownOpts, at: number): Argument | undefined {
  const list = command.registeredArguments
  return list[at] ?? (list.at(-1)?.variadic ? list.at(-1) : undefined)
}

const files = new Set(['path', 'file', 'files', 'dir', 'folder', 'policyFile', 'backup', 'a', 'b'])
const people = new Set(['staff', 'person', 'name|id'])

/** By what a value is called in the help: `<number>`, `<staff>`, `<path>`, or the key of a list. */
function meant(name: string, key: string, begin: string, sources: Sources): Completions {
  if (files.has(name)) return { list: [], files: true }
  if (name === 'number' || name === 'numbers') return { list: sources.numbers(begin), files: false }
  // `attach --order <place>` is a place in a list
  if (name === 'place' && key !== 'order') return matching(sources.places(), begin)
  if (people.has(name) || key === 'owner' || key === 'keeper')
    return matching(sources.staff(), begin)
  return matching(sources.choices(name === 'level' ? 'secrecy' : key), begin)
}

/** Words that begin so; a description that begins so stands for its word. */
const matching = (all: readonly Candidate[], begin: string): Completions => ({
  list: all.flatMap(({ value, description }) => {
    if (value.startsWith(begin)) return [{ value, description }]
    return begin !== '' && description.startsWith(begin) && !begin.startsWith('-')
      ? [{ value: description, description: value }]
      : []
  }),
  files: false,
})
