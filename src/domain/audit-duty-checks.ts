import { fixed, show, standards, type ChecksOf } from './audit-rule.ts'
import type { CheckCode } from './audit-finding.ts'
import type { Policy } from './policy.ts'

const apart = ({ storage }: Policy) => storage?.apart?.source ?? []
const opened = ({ opening }: Policy) => opening?.source ?? []

/** Checks of what the office does, of what keeps its files sound, and those that a person answers. */
export const dutyChecks = {
  'loan.overdue': {
    severity: 'error',
    items: [],
    source: ({ loans }) => loans?.term?.source ?? [],
    fix: (_, { loan }) => `dangan return L${loan}`,
  },
  'loan.agreement': {
    severity: 'warning',
    items: [],
    source: ({ loans, agreements }) =>
      loans?.agreement?.source ??
      Object.values(agreements ?? {}).find(({ neededFor }) => neededFor.includes('borrow'))
        ?.source ??
      [],
    fix: () => 'dangan staff agreement --missing',
  },
  'review.overdue': {
    severity: 'warning',
    items: [],
    source: ({ review }) => review?.source ?? [],
    fix: (number) => `dangan audit confirm ${number}`,
  },
  'opening.late': { severity: 'info', items: [], source: opened, lasting: true, fix: show },
  'contacts.few': {
    severity: 'warning',
    items: [],
    source: ({ importances }) =>
      Object.values(importances ?? {}).find(({ contacts = 0 }) => contacts > 0)?.source ?? [],
    fix: (number) => `dangan update ${number} --add-contact …`,
  },
  'secret.apart': {
    severity: 'error',
    items: [],
    source: apart,
    fix: (number) => `dangan locate ${number} --next`,
  },
  'secret.keeper': {
    severity: 'error',
    items: [],
    source: apart,
    fix: () => 'dangan locate list',
  },
  'secrecy.over': {
    severity: 'warning',
    items: [],
    source: fixed('S003-7.3.4-2'),
    fix: (number) => `dangan show ${number} --why declassify`,
  },
  'retention.over': {
    severity: 'warning',
    items: [],
    source: ({ retention }) => retention?.source ?? ['S004-E-5.4'],
    fix: (number) => `dangan show ${number} --why purge`,
  },
  'approval.paper': {
    severity: 'info',
    items: ['2-5', '4-7'],
    source: ({ requests }) => requests?.source ?? [],
    lasting: true,
    fix: (_, { request }) => `dangan request show R${request}`,
  },
  'verify.self': {
    severity: 'info',
    items: ['4-7'],
    source: ({ verification }) => verification?.source ?? [],
    lasting: true,
    fix: show,
  },
  backdated: {
    severity: 'info',
    items: ['2-5'],
    source: ({ backdating }) => backdating?.source ?? [],
    lasting: true,
    fix: () => 'dangan log',
  },
  'journal.intact': {
    severity: 'error',
    items: ['1-1', '4-7'],
    source: fixed(...standards, 'S000-5.2-1'),
    fix: () => 'dangan log verify',
  },
  'file.fixity': {
    severity: 'error',
    items: ['1-1', '1-10', '2-7'],
    source: fixed(...standards),
    fix: (number) => `dangan attach ${number} --verify`,
  },
  'file.intact': {
    severity: 'error',
    items: ['3-2'],
    source: fixed(...standards),
    fix: () => 'dangan backup list',
  },
  'row.damaged': {
    severity: 'error',
    items: ['3-2'],
    source: fixed(...standards),
    fix: () => 'dangan backup list',
  },
  'row.orphan': {
    severity: 'error',
    items: ['1-11'],
    source: fixed(...standards),
    fix: () => 'dangan backup list',
  },
  'incident.report': {
    severity: 'error',
    items: [],
    source: ({ incidents }) => incidents?.source ?? ['S000-4.7-3'],
    fix: (_, { incident }) => `dangan incident report I${incident}`,
  },
  'handover.missing': {
    severity: 'error',
    items: [],
    source: ({ handover }) => handover?.source ?? ['S003-15.4-10'],
    fix: (_, { handover, item }) => `dangan handover item H${handover} ${item}`,
  },
  'request.expired': {
    severity: 'warning',
    items: [],
    source: ({ requests }) => requests?.source ?? [],
    fix: (_, { request }) => `dangan request withdraw R${request}`,
  },
  'card.behind': {
    severity: 'warning',
    items: [],
    source: fixed('S002-2.3-4'),
    fix: (number) => `dangan form card ${number}`,
  },
  'place.wrong': {
    severity: 'warning',
    items: [],
    source: ({ storage }) => storage?.source ?? [],
    fix: (number) => `dangan locate ${number} --next`,
  },
  'manual.readable': {
    severity: 'manual',
    items: ['3-3', '3-4', '3-5', '3-6', '3-7'],
    source: fixed(...standards),
    lasting: true,
    fix: () => 'dangan attach',
  },
  'manual.virus': {
    severity: 'manual',
    items: ['4-1', '4-2', '4-3'],
    source: fixed(...standards),
    lasting: true,
    fix: () => 'dangan audit findings',
  },
  'manual.media': {
    severity: 'manual',
    items: ['4-4', '4-5', '4-6'],
    source: fixed(...standards),
    lasting: true,
    fix: () => 'dangan backup list',
  },
} satisfies Partial<ChecksOf<CheckCode>>
