import type { CheckCode } from './audit-finding.ts'
import { fixed, show, standards, type ChecksOf } from './audit-rule.ts'

const set = (
  number: string,
  { fields: [key = ''] }: { readonly fields: readonly string[] },
): string =>
  key === 'contact' || key === 'contacts'
    ? `dangan update ${number} --add-contact …`
    : `dangan update ${number} --set ${key}=…`

/** Checks of what archives and numbers say. */
export const contentChecks = {
  'archive.required': {
    severity: 'warning',
    items: ['2-3', '2-4'],
    source: ({ types }, type) => types[type]?.source ?? ['S000-3-1'],
    fix: set,
  },
  'archive.checklist': {
    severity: 'warning',
    items: ['2-8', '2-9'],
    source: ({ checklists }, type) =>
      Object.values(checklists ?? {}).find(({ types }) => types?.includes(type) ?? true)?.source ??
      [],
    fix: (number) => `dangan attach ${number} --missing`,
  },
  'value.checksum': { severity: 'error', items: ['1-3'], source: fixed(...standards), fix: set },
  'value.shape': { severity: 'warning', items: ['1-3'], source: fixed(...standards), fix: set },
  'value.choice': { severity: 'warning', items: ['1-4'], source: fixed(...standards), fix: set },
  'text.control': { severity: 'warning', items: ['1-6'], source: fixed(...standards), fix: set },
  'date.order': { severity: 'error', items: ['1-5'], source: fixed(...standards), fix: show },
  'duplicate.likely': {
    severity: 'warning',
    items: ['1-8'],
    source: fixed(...standards),
    fix: (number, { other }) => `dangan merge ${number} --into ${other}`,
  },
  'number.gap': {
    severity: 'warning',
    items: ['2-6'],
    source: fixed('S002-3.2', 'DA/T 13-2022'),
    fix: () => 'dangan log',
  },
  'number.before': {
    severity: 'info',
    items: ['2-6'],
    source: fixed('S002-3.2'),
    lasting: true,
    fix: () => 'dangan import list',
  },
  'number.width': {
    severity: 'warning',
    items: ['1-7'],
    source: ({ audit }) => audit?.source ?? ['DA/T 13-2022'],
    fix: () => 'dangan policy show types',
  },
} satisfies Partial<ChecksOf<CheckCode>>
