import { disposalStatuses } from '../../src/domain/disposal-reasons.ts'
import { keepSpans } from '../../src/domain/backup-rotation.ts'
import { calendarFaults } from '../../src/domain/calendar-reading.ts'
import { invalid } from '../../src/domain/invalid.ts'
import { problem } from '../../src/domain/policy-problem.ts'
import { backupChecks } from '../../src/domain/backup-checks.ts'
import { secrecyLevels, statuses } from '../../src/domain/words.ts'
import { anything, occasions } from './samples.ts'

/** One text as somebody might read it, and where in the catalog it stands. */
export interface Said {
  readonly at: string
  readonly text: string
}

/** Everything that `said` says: functions are called with samples until they say something. */
export function* everythingSaid(said: unknown, at = ''): Generator<Said> {
  if (typeof said === 'string') yield { at, text: said }
  else if (typeof said === 'function') yield* answers(said as Say, at)
  else if (typeof said === 'object' && said !== null)
    for (const [key, part] of Object.entries(said))
      yield* everythingSaid(part, at === '' ? key : `${at}.${key}`)
  else throw new Error(`${at} says ${String(said)}`)
}

type Say = (...facts: readonly unknown[]) => unknown

function* answers(say: Say, at: string): Generator<Said> {
  const every = (particular[at] ?? []).concat(Object.hasOwn(particular, at) ? [] : generic(say))
  for (const facts of every) yield* everythingSaid(say(...facts), at)
}

const generic = (say: Say): readonly unknown[][] =>
  occasions.map((named) => Array.from({ length: say.length }, () => anything(named)))

const placed = { ...problem('types', 'value.blank', {}), line: 1, column: 1 }
const value = { key: 'phone', invalid: invalid('value.missing', {}) }
const alike = (because: string) => ({ number: 'N', name: 'Sample', because })

const term = { label: null, until: 'D', source: ['S002-5.1-1'] }
const named = { label: { 'zh-Hans': 'Sample', 'zh-Hant': 'Sample', en: 'Sample' }, source: [] }
const becauses = [
  { code: 'over', ...term },
  { code: 'until', ...term, ...named },
  { code: 'permanent', ...named },
  { code: 'notBegun', ...term },
  { code: 'noClass' },
  { code: 'destroyed' },
  { code: 'hold', hold: 'H1', until: null },
  { code: 'hold', hold: 'H1', until: 'D' },
  { code: 'loan', loan: 'L1', dueOn: 'D' },
  { code: 'request', request: 'R1' },
  { code: 'incident', incident: 'I1' },
  { code: 'consultation', consultation: 'C1' },
  { code: 'copies', count: 1, source: ['S003-7.4.2-3'] },
  { code: 'copies', count: 2, source: ['S003-7.4.2-3'] },
]

const tied = { number: 'N', because: ['loan', 'request', 'material', 'merged', 'hold', 'incident'] }

const label = { 'zh-Hans': '同意', 'zh-Hant': '同意', en: 'consent' }
const use = { kind: 'borrow', borrower: 'internal', secrecy: 'secret', source: ['S002-6.3-1'] }
const told = { request: 'R12', step: 1, number: 'N', ...use }

/** What samples cannot guess: where a fact is one of a few words, each of them. */
const particular: Readonly<Record<string, unknown[][]>> = {
  'refusals.request.never': [[{ ...use, mayRead: true }], [{ ...use, mayRead: false }]],
  'refusals.request.basis': [
    [{ ...use, value: null, bases: ['consent'], labels: { consent: label } }],
    [{ ...use, value: 'Sample', bases: ['consent'], labels: { consent: label } }],
  ],
  'refusals.request.status': [[{ ...told, status: 'used', needs: ['pending', 'approved'] }]],
  'refusals.request.kind': [[{ ...told, needs: 'renew' }]],
  'refusals.request.other-due': [null, 'D'].map((asked) => [{ request: 'R1', dueOn: 'D', asked }]),
  'refusals.request.raised': [[{ ...told, before: 'secret', after: 'topSecret' }]],
  'refusals.approval.evidence': [
    [{ ...told, evidence: 'inTool', accepted: ['paper', 'signature'] }],
    [{ ...told, evidence: 'paper', accepted: ['signature'] }],
  ],
  'refusals.loan.borrower': [[{ ...use, kinds: ['external'] }]],
  'refusals.loan.due-beyond': ['days', 'workingDays'].map((unit) => [
    { dueOn: 'D', latest: 'D', count: 3, unit, mayRenew: unit === 'days', source: [] },
  ]),
  'why.lend.term': [
    [3, 'days', 'D', []],
    [1, 'workingDays', 'D', ['S002-6.3-2']],
  ],
  'refusals.restore.unsound': backupChecks.map((check) => [{ backup: 'Sample', check }]),
  'backup.rotation.because': [...keepSpans, 'newest', 'broken'].map((code) => [{ code, of: 'D' }]),
  'report.periods.year': [['2026']],
  ...Object.fromEntries(
    ['signed', 'twice', 'not-party', 'unsigned'].map((code) => [
      `refusals.handover.${code}`,
      ['giver', 'receiver', 'supervisor'].map((role) => [
        {
          handover: 'H1',
          role,
          by: 'Sample',
          on: 'D',
          staff: 'Sample',
          expected: 'Sample',
          roles: [role],
          source: [],
        },
      ]),
    ]),
  ),
  'values.say': [[invalid('value.missing', {})]],
  'values.reason': [['value.missing'], ['unheard.of']],
  'valueTexts.row.status': statuses.map((status) => [{ number: 'N', status }]),
  'valueTexts.row.number': [
    [{ number: 'N', reason: 'number.void' }],
    [{ number: 'N', reason: '' }],
  ],
  'faultTexts.yaml.syntax': [
    [{ reason: 'BAD_INDENT', detail: 'Sample' }],
    [{ reason: 'OTHER', detail: 'Sample' }],
  ],
  'faultTexts.value.kind': ['text', 'number', 'integer', 'yesNo', 'list', 'map'].map((kind) => [
    { wanted: [kind, 'text'], found: 'Sample' },
  ]),
  'faultTexts.name.unknown': ['types', 'fields', 'keys', 'secrecyLevels', 'calendars'].map(
    (list) => [{ list, name: 'Sample', suggestion: undefined }],
  ),
  'faultTexts.formula.form': ['key', 'value', 'bracket', 'end', 'short'].map((wanted) => [
    { formula: "stage = 'signed'", character: 7, wanted },
  ]),
  'program.usage.unknownCommand': [
    ['Sample', undefined],
    ['Sample', 'Sample'],
  ],
  'program.usage.unknownOption': [
    ['Sample', undefined],
    ['Sample', 'Sample'],
  ],
  'archive.add.reserved': [
    ['N', 'N', 1],
    ['N', 'N', 2],
  ],
  'valueTexts.phone.lost-zero': [[{ suggestion: '010-62345678' }]],
  'refusals.number.void': [[{ number: 'N', reason: null }], [{ number: 'N', reason: 'Sample' }]],
  'refusals.value.bad': [
    [
      {
        problems: [
          { ...value, value: '' },
          { ...value, value: '1' },
        ],
      },
    ],
  ],
  'refusals.policy.bad': [[{ path: 'Sample', problems: [placed, { ...placed, at: '' }] }]],
  'refusals.duplicate.likely': [
    [
      {
        name: 'Sample',
        candidates: ['identity', 'businessKey', 'phoneAndName', 'name'].map(alike),
      },
    ],
  ],
  'refusals.status.wrong': statuses.map((status) => [{ number: 'N', status, needs: [status] }]),
  'refusals.person.not-cleared': secrecyLevels.map((level) => [
    { number: 'N', secrecy: level, clearance: level },
  ]),
  'refusals.backup.failed': backupChecks.map((check) => [{ path: 'Sample', check }]),
  'refusals.void.used': [[tied]],
  'refusals.merge.open': [[tied]],
  'refusals.seal.none': [null, 'contract'].map((kind) => [{ number: 'N', material: '3', kind }]),
  'refusals.material.damaged': ['length', 'hash'].map((because) => [
    { number: 'N', material: '3', because },
  ]),
  'refusals.identity.taken': ['identity', 'businessKey'].map((because) => [
    { number: 'N', holder: 'N', because },
  ]),
  'refusals.merge.undo-blocked': ['destroyed', 'changed', 'not-merged', 'merged-again', 'held'].map(
    (because) => [{ number: 'N', because }],
  ),
  'refusals.approval.unfit': ['applicant', 'owner', null].map((head) => [
    {
      request: 'R1',
      step: 1,
      staff: 'Sample',
      post: head,
      posts: ['manager'],
      labels: {},
      head,
      person: 'Sample',
      source: [],
    },
  ]),
  'refusals.consultation.scope': secrecyLevels.map((from) => [
    { number: 'N', secrecy: from, from, source: [] },
  ]),
  'refusals.copy.accounted': ['returned', 'destroyed', 'lost'].map((outcome) => [
    { copy: 'P4/1', outcome, accountedOn: 'Sample' },
  ]),
  'refusals.disclosure.basis': [[{ basis: 'contract', bases: ['consent', 'law'], source: [] }]],
  'refusals.disclosure.consent': ['consent', 'law', 'contract'].map((basis) => [
    { basis, source: ['S004-M-8.1'] },
  ]),
  'disposal.because': becauses.map((it) => [it]),
  'refusals.disposal.kept': [[{ kept: [{ number: 'N', because: becauses }] }]],
  'refusals.disposal.status': disposalStatuses.map((status) => [{ disposal: 'D1', status }]),
  'refusals.disposal.names-customer': ['reason', 'appraisal', 'request'].map((where) => [
    { number: 'N', where },
  ]),
  'audit.checks.duplicate.likely.says': [
    [{ because: 'identity', other: 'N' }],
    [{ because: 'name', other: 'N' }],
  ],
  'refusals.signature.bad': ['form', 'text'].map((because) => [{ because }]),
  'refusals.signature.unknown-signer': ['unlisted', 'purpose'].map((because) => [
    { signers: 'Sample', fingerprint: 'Sample', because },
  ]),
  'refusals.approval-text.other': [
    [
      {
        request: 'R1',
        differences: [
          { key: 'step', said: 1, now: 2 },
          { key: 'dueOn', said: null, now: 'Sample' },
        ],
      },
    ],
  ],
  'refusals.approval-text.head': ['missing', 'changed', 'early'].map((because) => [
    { seq: 1, because },
  ]),
  'refusals.signature.expired': ['expired', 'early'].map((because) => [
    { signers: 'Sample', at: 'Sample', because },
  ]),
  'refusals.signature.no-program': ['missing', 'old'].map((because) => [
    { program: 'Sample', because },
  ]),
  'refusals.calendar.bad': [
    [
      {
        path: 'Sample',
        faults: calendarFaults.flatMap((because) => [
          { line: 2, because, value: 'Sample', invalid: null },
          { line: 2, because, value: 'Sample', invalid: value.invalid },
        ]),
      },
    ],
  ],
  'refusals.calendar.beyond': [null, 2004].map((year) => [
    { day: 'D', calendar: 'Sample', from: year, to: year, source: ['S'] },
  ]),
  'refusals.calendar.closed-day': [null, 'D'].map((day) => [
    {
      ...{ day: 'D', calendar: 'Sample', before: day, after: day, source: [] },
      holiday: day && { 'zh-Hans': 'Sample', 'zh-Hant': 'Sample', en: 'Sample' },
    },
  ]),
  'refusals.calendar.partial': [[], [2026]].map((years) => [{ path: 'Sample', years, least: 5 }]),
  'refusals.input.binary': ['zip', 'sqlite', 'pdf', 'binary'].map((kind) => [
    { path: 'Sample', kind },
  ]),
}
