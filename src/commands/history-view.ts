import type { Archive } from '../domain/archive.ts'
import { labelOf, valueLabel } from '../domain/labels.ts'
import type { VersionDetail } from '../store/changes.ts'
import { historyOf, type Event } from '../store/history.ts'
import type { Desk, Office } from './desk.ts'

/** `show --history`: who changed what, when, with before and after (S002-1.3-1). */
export function sayHistory(desk: Desk, office: Office, archives: readonly Archive[]): void {
  const text = desk.text.archive.show.history_
  const rows = archives.flatMap(({ id, number }) =>
    historyOf(office.store, id).map((event) => ({ number, ...event })),
  )
  const actions = desk.text.archive.actions
  desk.say.listing(rows, [
    { key: 'number', heading: desk.text.keys.archive.number, value: (it) => it.number, besides: archives.length < 2 },
    { key: 'seq', heading: '#', value: (it) => it.seq, besides: true },
    { key: 'at', heading: text.on, value: (it) => it.at, besides: true },
    { key: 'version', heading: text.version, value: (it) => versionIn(it), shown: (it) => String(versionIn(it) ?? '') },
    { key: 'on', heading: text.on, value: (it) => it.on },
    { key: 'by', heading: text.by, value: (it) => it.by, shown: (it) => it.by ?? it.account },
    { key: 'account', heading: text.by, value: (it) => it.account, besides: true },
    {
      key: 'action',
      heading: text.action,
      value: (it) => it.action,
      shown: (it) => actions[it.action as keyof typeof actions] ?? it.action,
    },
    { key: 'detail', heading: text.change, value: (it) => it.detail, shown: (it) => changeText(desk, office, it) },
  ])
}

const versionIn = ({ detail }: Event): number | null =>
  (detail as { version?: number } | null)?.version ?? null

/** `电话 138… → 139…；行业 → 口腔诊所（原因：…）` */
function changeText(desk: Desk, office: Office, { detail }: Event): string {
  if (detail === null) return desk.text.archive.show.history_.erased
  const { before, after, reason } = detail as Partial<VersionDetail>
  if (!before || !after) return reason ?? ''
  const changes = Object.keys(after).map((key) => one(desk, office, key, before[key], after[key]))
  return [changes.join('；'), reason ? `（${reason}）` : ''].join('')
}

function one(desk: Desk, office: Office, key: string, was: unknown, is: unknown): string {
  const { policy } = office
  const label = labelOf(key, policy, desk.language, desk.text.keys)
  const worded = (value: unknown) =>
    value === null || value === undefined
      ? ''
      : typeof value === 'string'
        ? valueLabel(key, value, policy, desk.language)
        : JSON.stringify(value)
  return was === undefined || was === null
    ? `${label}：${worded(is)}`
    : `${label}：${worded(was)} → ${worded(is)}`
}
