import type { Catalog } from '../catalog.ts'

/** Calendars of working days. */
export const calendar = {
  summary: 'Working days: show, import, reckon due days',
  description:
    'Which days are worked and which are off. Built in are the State Council’s calendar with its make-up days (mainland), that of Taiwan’s government offices (taiwan), and weekends only (weekends); the section calendar of the policy says which one counts. Nothing is guessed of a year that a calendar does not know: import it once it is published.',
  year: 'a year, such as 2026; without one, the calendars and the years that they know',
  options: {
    name: 'which calendar; by default the one that the policy names',
    years:
      'the whole years in the file, such as 2027 or 2027,2028; by default told by their days off',
    reason: 'why',
  },
  names: { mainland: 'mainland China', taiwan: 'Taiwan', weekends: 'weekends only' },
  called: (name: string, title: string) => `${name} (${title})`,
  keys: {
    calendar: 'Calendar',
    inForce: 'In force',
    from: 'From',
    to: 'To',
    missing: 'Missing',
    off: 'Days off',
    work: 'Made up',
    version: 'Version',
    importedOn: 'Last import',
    date: 'Date',
    kind: 'Kind',
    name: 'Holiday',
  },
  kinds: { off: 'off', work: 'work' },
  always: 'always',
  yes: 'yes',
  show: {
    summary: 'Show the working days of a year',
    description:
      'Lists the months of a year with days off (-) and weekend days on which people work (+), then each holiday. With --format csv or json only those special days; the csv can be edited and imported again.',
    heading: (year: number, name: string, version: string) => `${year} (${name}, ${version})`,
    month: (month: number) =>
      [
        ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'],
        ...['September', 'October', 'November', 'December'],
      ][month - 1] ?? '',
    weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    marks: { off: '-', work: '+' },
    total: (working: number, closed: number) => `${working} working days, ${closed} days closed.`,
    line: (name: string, off: string, count: number, work: string) =>
      `${name}: ${off}${off === '' ? '' : ` (${count} ${count === 1 ? 'day' : 'days'})`}${work === '' ? '' : `${off === '' ? '' : '; '}worked ${work}`}`,
    unnamed: 'other',
    until: (from: string, to: string) => `${from} to ${to}`,
    soon: (name: string, year: number) =>
      `The calendar ${name} does not have ${year} yet. Once it is published: dangan policy calendar import <file>.`,
  },
  import: {
    summary: 'Import a calendar of working days',
    description:
      'Takes in the days off and make-up days of one or more years, or an office’s own calendar. CSV has the columns date,kind,name (kind is off or work); the calendars that Taiwan’s government publishes are taken, too; ICS goes by the marks in the summaries, such as (Holiday) and (Workday), in Chinese as well. A year that is imported takes the place of the old one; single days of other years change only themselves. If one line is wrong nothing is imported.',
    file: 'a CSV or ICS file; - reads standard input',
    done: (name: string, years: string, off: number, work: number) =>
      `Imported ${years} into the calendar ${name}: ${off} days off, ${work} make-up days.`,
    stray: (days: string) => `Days of other years that changed as well: ${days}.`,
    same: (name: string) => `The calendar ${name} stays as it is; nothing was written.`,
    notInForce: (name: string, own: string) =>
      `The policy goes by ${own}, not by ${name}. To change that, say calendar: { name: ${name} … } in the policy, then dangan policy set.`,
    silent:
      'The policy has no section calendar yet, so terms in working days cannot be reckoned. Add it: dangan policy upgrade.',
  },
  due: {
    summary: 'Reckon the n-th working day after a day',
    description:
      'Says which day is the n-th working day after a day, which itself does not count. Of years that the calendar does not know the policy decides: refused, or reckoned by weekends and marked provisional.',
    day: 'the day before the first that counts',
    count: 'how many working days',
    ask: { day: 'After which day', count: 'How many working days' },
    said: (dueOn: string, weekday: string) => `${dueOn} ${weekday}`,
    skipped: (days: string) => `Closed in between: ${days}`,
    provisional:
      'The calendar does not know that year: reckoned by weekends for now. Import the year and ask again.',
  },
} satisfies Catalog['calendar']
