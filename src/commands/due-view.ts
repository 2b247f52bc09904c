import type { Column } from '../cli/printer.ts'
import { agreementName } from '../domain/agreement.ts'
import { yearOf } from '../domain/day.ts'
import { disposalName } from '../domain/disposal.ts'
import { handoverName } from '../domain/handover.ts'
import { holdName } from '../domain/hold.ts'
import { incidentName } from '../domain/incident.ts'
import { inspectionName, repairName } from '../domain/inspection.ts'
import { periodOf } from '../domain/review-round.ts'
import { stocktakeName } from '../domain/stocktake.ts'
import { trainingName } from '../domain/training.ts'
import { violationName } from '../domain/violation.ts'
import { covers } from '../domain/work-calendar.ts'
import type { Due, DueAsked, DueKind } from '../store/due.ts'
import { calendarSoFar } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'

/** The rules by which something falls due, and the first year that the calendar does not know. */
export function rulesOf({
  store,
  policy,
  today,
}: Office): Pick<DueAsked, 'policy' | 'unknownYear'> {
  if (!policy.calendar) return { policy }
  const calendar = calendarSoFar(store, policy.calendar.name)
  const year = yearOf(today)
  const unknownYear = [year, year + 1].find((it) => !covers(calendar, it))
  return { policy, unknownYear }
}

/** Things of these kinds go by a name: `L3`. */
const names: Readonly<Partial<Record<DueKind, (id: number) => string>>> = {
  loan: (id) => `L${id}`,
  request: (id) => `R${id}`,
  incident: incidentName,
  agreement: agreementName,
  hold: holdName,
  consultation: (id) => `C${id}`,
  permit: (id) => `P${id}`,
  disposal: disposalName,
  inspection: inspectionName,
  stocktake: stocktakeName,
  repair: repairName,
  handover: handoverName,
  training: trainingName,
  violation: violationName,
}

/** What machines are told, whatever the language: `L3`, or the check that found it. */
export const dueName = ({ kind, id, check }: Due): string =>
  (id === 0 ? undefined : names[kind]?.(id)) ?? check ?? kind

export function dueWords(desk: Desk, it: Due): string {
  const { kind, id, count, check } = it
  const { what } = desk.text.audit.due
  switch (kind) {
    case 'loan':
    case 'request':
    case 'incident':
    case 'agreement':
    case 'hold':
    case 'consultation':
    case 'permit':
    case 'disposal':
    case 'repair':
    case 'handover':
    case 'training':
    case 'violation':
      return id === 0 ? what.many(count) : what[kind](dueName(it))
    case 'rectification':
      return what.rectification(check === null ? '' : desk.text.audit.checks[check].title, count)
    case 'inspection':
    case 'stocktake':
      return what[kind](id === 0 ? null : dueName(it))
    case 'review':
    case 'secrecy':
    case 'retention':
    case 'verification':
      return what[kind](count)
    case 'backup':
    case 'audit':
      return what[kind]
    case 'calendar':
      return what.calendar(id)
  }
}

/** The next command. */
export function nextOf(it: Due): string {
  const { kind, id, number, due, check } = it
  const name = dueName(it)
  const several = id === 0
  switch (kind) {
    case 'loan':
      return several ? 'dangan loans --overdue' : `dangan return ${name}`
    case 'request':
      return several ? 'dangan request list' : `dangan request show ${name}`
    case 'incident':
      return `dangan incident report ${name}`
    case 'agreement':
      return 'dangan staff agreement --missing'
    case 'hold':
      return `dangan hold --list ${number ?? ''}`
    case 'consultation':
      return `dangan consult close ${name}`
    case 'permit':
      return `dangan copy account ${name}`
    case 'disposal':
      return `dangan purge execute ${name}`
    case 'inspection':
      return several ? 'dangan inspect open' : `dangan inspect record ${name}`
    case 'stocktake':
      return several ? 'dangan stocktake open' : `dangan stocktake scan ${name}`
    case 'repair':
      return `dangan inspect repaired ${name}`
    case 'handover':
      return `dangan handover show ${name}`
    case 'training':
      return 'dangan staff training list --due'
    case 'violation':
      return `dangan staff violation decide ${name}`
    case 'rectification':
      return `dangan audit findings --open --check ${check ?? ''}`
    case 'review':
      return number === null
        ? `dangan audit review --period ${periodOf(due, 3).name}`
        : `dangan audit confirm ${number}`
    case 'secrecy':
      return 'dangan daily'
    case 'retention':
      return number === null ? 'dangan purge plan' : `dangan purge plan ${number}`
    case 'verification':
      return number === null ? 'dangan list --status pending' : `dangan verify ${number}`
    case 'backup':
      return 'dangan backup'
    case 'audit':
      return 'dangan audit'
    case 'calendar':
      return 'dangan policy calendar import'
  }
}

export function dueColumns(desk: Desk): readonly Column<Due>[] {
  const { keys, kinds } = desk.text.audit.due
  return [
    { key: 'due', heading: keys.due, value: (it) => it.due },
    {
      key: 'kind',
      heading: keys.kind,
      value: (it) => it.kind,
      shown: (it) => kinds[it.kind],
    },
    { key: 'number', heading: keys.number, value: (it) => it.number },
    { key: 'what', heading: keys.what, value: dueName, shown: (it) => dueWords(desk, it) },
    { key: 'who', heading: keys.who, value: (it) => it.who },
    { key: 'count', heading: keys.count, value: (it) => it.count, besides: true },
    { key: 'next', heading: keys.next, value: nextOf, besides: true },
  ]
}
