import {
  Help,
  type Argument,
  type CommandUnknownOpts,
  type Option,
} from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import type { Paint } from './paint.ts'
import { padded, widthOf, wrapped } from './width.ts'

/** What a command's help says besides its options: examples that work, and exit statuses. */
export interface ManualLines {
  readonly examples: readonly string[]
  /** Each with its meaning. */
  readonly statuses: readonly (readonly [number, string])[]
}

/** The least room for descriptions beside their terms; with less they go below. */
const leastBeside = 24

/** Commander's help, in the reader's language, measured in columns. */
export class LocalHelp extends Help {
  readonly #text: Catalog
  readonly #paint: Paint
  readonly #manualOf: (command: CommandUnknownOpts) => ManualLines

  constructor(text: Catalog, paint: Paint, manualOf: (command: CommandUnknownOpts) => ManualLines) {
    super()
    this.#text = text
    this.#paint = paint
    this.#manualOf = manualOf
  }

  override displayWidth(text: string): number {
    return widthOf(text)
  }

  override boxWrap(text: string, width: number): string {
    return wrapped(text, width).join('\n')
  }

  override commandUsage(command: CommandUnknownOpts): string {
    return this.#localUsage(super.commandUsage(command))
  }

  override subcommandTerm(command: CommandUnknownOpts): string {
    // of a command that was not loaded the list knows the name only
    if (!command.parent?.parent) return command.name()
    return this.#localUsage(super.subcommandTerm(command).replace(' [options]', ''))
  }

  override optionDescription(option: Option): string {
    const { argChoices, defaultValue, description } = option
    const choices = argChoices?.every((choice) => description.includes(choice)) ? [] : argChoices
    const standard = isTold(option) ? (option.defaultValueDescription ?? String(defaultValue)) : ''
    return this.#described(description, choices, standard)
  }

  override argumentDescription(argument: Argument): string {
    const { argChoices, defaultValue, description } = argument
    const standard = defaultValue === undefined ? '' : String(defaultValue)
    return this.#described(description, argChoices, standard)
  }

  override formatHelp(command: CommandUnknownOpts): string {
    const isProgram = command.parent === null
    const sections = [
      this.#usage(command),
      this.boxWrap(this.commandDescription(command), this.helpWidth ?? 80),
      this.#arguments(command),
      ...(isProgram ? [] : [this.#options(command)]),
      ...this.#commandGroups(command),
      ...(isProgram ? [this.#options(command)] : [this.#globalNames(command)]),
      ...this.#manual(command),
    ]
    return `${sections.filter(Boolean).join('\n\n')}\n`
  }

  /** A full-width colon brings its own space. */
  #usage(command: CommandUnknownOpts): string {
    const { usage } = this.#text.program.help
    const line = usage + (usage.endsWith('：') ? '' : ' ') + this.commandUsage(command)
    return this.boxWrap(line, this.helpWidth ?? 80).replace(usage, this.#paint.heading(usage))
  }

  #localUsage(usage: string): string {
    const { words } = this.#text.terminal.help
    return usage
      .replace('[options]', `[${words.options}]`)
      .replace('[command]', `[${words.command}]`)
  }

  #described(
    description: string,
    choices: readonly string[] | undefined,
    standard: string,
  ): string {
    const { help } = this.#text.program
    const { aside, and } = this.#text.terminal.help
    const notes = [
      ...(choices?.length ? [help.choices(choices.join(and))] : []),
      ...(standard === '' ? [] : [help.defaultValue(standard)]),
    ]
    return description + notes.map(aside).join('')
  }

  #arguments(command: CommandUnknownOpts): string {
    const listed = this.visibleArguments(command as never)
    const items = listed.map((it) => [this.argumentTerm(it), this.argumentDescription(it)] as const)
    return this.#section(this.#text.program.help.arguments, items)
  }

  #options(command: CommandUnknownOpts): string {
    const { help } = this.#text.program
    const items = this.visibleOptions(command as never).map(
      (it) => [this.optionTerm(it), this.optionDescription(it)] as const,
    )
    return this.#section(command.parent === null ? help.globalOptions : help.options, items)
  }

  #commandGroups(command: CommandUnknownOpts): string[] {
    const visible = this.visibleCommands(command as never) as unknown as CommandUnknownOpts[]
    const groups = new Map<string, CommandUnknownOpts[]>()
    for (const child of visible) {
      const group = child.helpGroup() || this.#text.program.help.commands
      groups.set(group, [...(groups.get(group) ?? []), child])
    }
    const width = Math.max(0, ...visible.map((it) => widthOf(this.subcommandTerm(it))))
    return [...groups].map(([heading, children]) => {
      const items = children.map(
        (it) => [this.subcommandTerm(it), this.subcommandDescription(it as never)] as const,
      )
      return this.#section(heading, items, width)
    })
  }

  #globalNames(command: CommandUnknownOpts): string {
    let root = command
    while (root.parent) root = root.parent
    const names = root.options.map(({ long }) => long).filter((name) => name !== '--version')
    return this.boxWrap(this.#text.terminal.help.globals(names.join(' ')), this.helpWidth ?? 80)
  }

  #manual(command: CommandUnknownOpts): string[] {
    const { help } = this.#text.program
    const { examples, statuses } = this.#manualOf(command)
    const lines = examples.map((example) => `  $ ${example}`)
    const items = statuses.map(
      ([status, meaning]) => [String(status).padStart(3), meaning] as const,
    )
    return [
      lines.length > 0 ? [this.#paint.heading(help.examples), ...lines].join('\n') : '',
      this.#section(help.exits, items),
    ]
  }

  #section(heading: string, items: readonly (readonly [string, string])[], least = 0): string {
    if (items.length === 0) return ''
    const term = Math.max(least, ...items.map(([it]) => widthOf(it)))
    const room = (this.helpWidth ?? 80) - term - 4
    const lines = items.flatMap(([it, description]) =>
      room < leastBeside
        ? this.#below(it, description)
        : beside(it, term, wrapped(description, room)),
    )
    return [this.#paint.heading(heading), ...lines].join('\n')
  }

  #below(term: string, description: string): string[] {
    const lines = wrapped(description, Math.max(2, (this.helpWidth ?? 80) - 6))
    return [`  ${term}`, ...lines.map((line) => `      ${line}`)]
  }
}

/** A default that a reader can use: not an empty list, not `true` of a negated option. */
const isTold = ({ defaultValue, required, optional }: Option): boolean =>
  (required || optional) &&
  defaultValue !== undefined &&
  !(Array.isArray(defaultValue) && defaultValue.length === 0)

const beside = (term: string, width: number, lines: readonly string[]): string[] =>
  lines.map((line, at) => `  ${padded(at === 0 ? term : '', width)}  ${line}`.trimEnd())
