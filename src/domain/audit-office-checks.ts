import type { CheckCode } from './audit-finding.ts'
import { fixed, standards, type ChecksOf } from './audit-rule.ts'
import type { Policy } from './policy.ts'

const requests = ({ requests: rule }: Policy) => rule?.source ?? standards

/** Checks of how the office does its duties: who decided, what is overdue, who can open the file. */
export const officeChecks = {
  'number.spelling': {
    severity: 'error',
    items: ['1-7'],
    source: fixed('S002-3.2', 'DA/T 13-2022'),
    fix: (number) => `dangan show ${number} --history`,
  },
  'approval.own': {
    severity: 'error',
    items: ['4-7'],
    source: requests,
    fix: (_, { request }) => `dangan request show R${request}`,
  },
  'approval.missing': {
    severity: 'error',
    items: ['2-5'],
    source: requests,
    fix: (_, { request }) => `dangan request show R${request}`,
  },
  'consultation.open': {
    severity: 'warning',
    items: [],
    source: ({ consultation }) => consultation?.source ?? ['S002-6.2-4'],
    fix: (_, { consultation }) => `dangan consult close C${consultation}`,
  },
  'copy.outstanding': {
    severity: 'warning',
    items: [],
    source: ({ copies }) => copies?.source ?? ['S003-7.4.2-3'],
    fix: (_, { permit }) => `dangan copy account P${permit}`,
  },
  'entry.late': {
    severity: 'info',
    items: [],
    source: ({ entries }) =>
      Object.values(entries ?? {}).flatMap(({ enterWithin }) => enterWithin?.source ?? []),
    lasting: true,
    fix: (_, { entry }) => `dangan note show E${entry}`,
  },
  'rectification.overdue': {
    severity: 'warning',
    items: [],
    source: ({ audit }) => audit?.source ?? ['S000-5-3'],
    fix: (_, { finding }) => `dangan audit resolve F${finding} --note …`,
  },
  'backup.overdue': {
    severity: 'warning',
    items: ['4-7'],
    source: ({ duties }) => duties?.backup?.source ?? [],
    fix: () => 'dangan backup',
  },
  'file.exposed': {
    severity: 'warning',
    items: ['4-7'],
    source: fixed(...standards, 'S000-4.6-3'),
    fix: () => 'chmod o-rwx …',
  },
  'manual.package': {
    severity: 'manual',
    items: ['1-12', '1-13', '1-14', '2-1', '2-2', '2-10', '2-11', '3-1', '3-8'],
    source: fixed(...standards),
    lasting: true,
    fix: () => 'dangan audit findings',
  },
} satisfies Partial<ChecksOf<CheckCode>>
