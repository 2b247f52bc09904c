import { expect, test } from 'vitest'
import { daysOverdue, readIncidentName, reportsOwed } from '../../src/domain/incident.ts'

const label = { 'zh-Hans': '泄密', 'zh-Hant': '洩密', en: 'leak' }

test.each([
  ['at once', undefined, '2026-11-20'],
  ['within 23 hours', 23, '2026-11-20'],
  ['within a day', 24, '2026-11-21'],
  ['within 47 hours', 47, '2026-11-21'],
  ['within two days', 48, '2026-11-22'],
])('what is to be reported %s is due on a day', (_, hours, dueOn) => {
  const rule = {
    label,
    reportTo: ['head', 'leader'],
    ...(hours === undefined ? {} : { reportWithinHours: hours }),
  }
  expect(reportsOwed(rule, '2026-11-20')).toEqual([
    { post: 'head', dueOn },
    { post: 'leader', dueOn },
  ])
})

test('a kind that names no posts owes no report', () => {
  expect(reportsOwed({ label }, '2026-11-20')).toEqual([])
})

test.each([
  ['on the last day', '2026-11-21', null, '2026-11-21', 0],
  ['a day late', '2026-11-21', null, '2026-11-22', 1],
  ['made in time', '2026-11-21', '2026-11-21', '2026-12-31', 0],
  ['made late', '2026-11-21', '2026-11-24', '2026-12-31', 3],
  ['that nobody asked for', null, '2026-11-24', '2026-12-31', 0],
])('a report %s', (_, dueOn, reportedOn, today, days) => {
  expect(daysOverdue({ dueOn, reportedOn }, today)).toBe(days)
})

test.each([
  ['I3', 3],
  ['i3', 3],
  ['3', 3],
  ['Ｉ３', 3],
  ['H3', undefined],
  ['', undefined],
])('%s is the incident %s', (text, id) => {
  expect(readIncidentName(text)).toBe(id)
})
