import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { yearOf } from '../domain/calendar.ts'
import { saysTheSame, withImport } from '../domain/calendar-import.ts'
import { leastOff, wholeYears } from '../domain/calendar-reading.ts'
import { requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { builtInNames, isCalendarName, type SpecialDay } from '../domain/work-calendar.ts'
import { calendarIn } from '../exchange/calendar-file.ts'
import { addImport, versionOfDays } from '../store/calendars.ts'
import { enter } from '../store/journal.ts'
import { calendarsIn, calendarSoFar } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { fileNameOf } from './list-opened.ts'
import { yearIn } from './policy-calendar-show.ts'
import { spansText } from './policy-calendar-view.ts'

interface ImportOptions {
  readonly name?: string
  readonly years?: string
  readonly reason?: string
}

/** `policy calendar import <file>`: takes in a year's days off and make-up days, or the office's own. */
export function calendarImportCommand(desk: Desk) {
  const { import: text, options: said } = desk.text.calendar
  const command = new Command('import')
    .summary(text.summary)
    .description(text.description)
    .argument('[file]', text.file)
    .option('--name <calendar>', said.name)
    .option('--years <years>', said.years)
    .option('--reason <reason>', said.reason)
    .action(async (given, options) => {
      const question = { kind: 'text', message: text.file, option: '<file>' } as const
      const { file } = await desk.ask(
        { file: question },
        given === undefined ? {} : { file: given },
      )
      const days = calendarIn(file, desk.stdin)
      say(desk, await desk.act((office) => brought(office, file, days, options)))
    })
  const examples = [
    'dangan policy calendar import 2027.csv --dry-run',
    'dangan policy calendar import holidays.ics --name mainland',
    'printf "date,kind,name\\n2026-12-24,off,盘点\\n" | dangan policy calendar import - --name 工厂 --years 2026',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Keeps what is new, in the caller's transaction, as one entry; what says nothing new is left. */
function brought(office: Office, file: string, days: readonly SpecialDay[], said: ImportOptions) {
  const { store, hand, policy, today } = office
  requireDating({ ...office, reason: said.reason }, policy)
  const calendar = nameIn(office, said.name)
  const years = yearsIn(file, days, said.years)
  const version = versionOfDays({ years, days })
  const before = calendarSoFar(store, calendar)
  const unchanged = saysTheSame(before, withImport(before, { version, years, days }))
  const off = days.filter(({ kind }) => kind === 'off').length
  const stray = days.filter(({ day }) => !years.includes(yearOf(day))).map(({ day }) => day)
  const told = { calendar, years, off, work: days.length - off, stray, unchanged }
  const inForce = policy.calendar?.name
  if (unchanged) return { ...told, import: null, version: before.version, inForce }
  const fileName = fileNameOf(file)
  const kept = { calendar, fileName, years, days, importedOn: today, importedBy: hand.staffId }
  const { id } = addImport(store, kept)
  const detail = { calendar, version, fileName, years, days: days.map(dayLine), ...reasonIn(said) }
  const parts = [{ archiveId: 0, detail }]
  enter(store, hand, { action: 'calendar.import', object: `calendar ${calendar}`, parts })
  return { ...told, import: id, version: calendarSoFar(store, calendar).version, inForce }
}

const dayLine = ({ day, kind }: SpecialDay): string => `${day} ${kind}`
const reasonIn = ({ reason }: ImportOptions) => (reason === undefined ? {} : { reason })

/** The calendar that is meant: any but that of weekends, which has nothing to be brought in. */
function nameIn({ store, policy }: Office, said: string | undefined): string {
  const name = said ?? policy.calendar?.name
  if (name === undefined) throw new Refusal('usage.missing', { options: ['--name'] })
  if (name !== 'weekends' && isCalendarName(name)) return name
  const choices = calendarsIn(store).filter((it) => it !== 'weekends')
  throw new Refusal('usage.bad-option', { option: '--name', value: name, choices })
}

/** @throws Refusal calendar.partial where no year is there as a whole, and none was said */
function yearsIn(path: string, days: readonly SpecialDay[], said: string | undefined): number[] {
  if (said !== undefined) return [...new Set(said.split(/[,，、]/).map(yearOfWord))].toSorted()
  const whole = wholeYears(days)
  if (whole.length > 0) return whole
  const years = [...new Set(days.map(({ day }) => yearOf(day)))]
  throw new Refusal('calendar.partial', { path, years, least: leastOff })
}

const yearOfWord = (word: string): number => yearIn(word.trim(), '--years')

function say(desk: Desk, { inForce, ...done }: ReturnType<typeof brought>): void {
  const { import: text } = desk.text.calendar
  const { calendar, years, off, work, stray, unchanged } = done
  const { items } = desk.text.program.marks
  desk.say.result(done, () =>
    unchanged
      ? [text.same(calendar)]
      : [
          text.done(calendar, years.join(items), off, work),
          ...(stray.length > 0 ? [text.stray(spansText(desk.text, stray))] : []),
        ],
  )
  if (inForce === undefined) desk.say.notice(text.silent)
  else if (inForce !== calendar && !isBuiltIn(calendar))
    desk.say.notice(text.notInForce(calendar, inForce))
}

const isBuiltIn = (name: string): boolean => builtInNames.some((it) => it === name)
