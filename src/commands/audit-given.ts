import { checkCodes, isCheckCode } from '../domain/audit-checks.ts'
import {
  auditName,
  findingName,
  readNamed,
  severities,
  type AuditScope,
  type CheckCode,
  type Severity,
} from '../domain/audit-finding.ts'
import { readPeriod, type Period } from '../domain/period.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearest } from '../domain/suggest.ts'
import { auditRuns, type AuditRun } from '../store/audit-runs.ts'
import { findingById, type Finding } from '../store/findings.ts'
import type { Desk, Office } from './desk.ts'

/** What the line says of which archives and checks are meant. */
export interface ScopeOptions {
  readonly check?: readonly string[]
  readonly sample?: string
  readonly seed?: string
  readonly period?: string
}

/** @throws Refusal usage.bad-option */
export function scopeGiven({ check, sample, seed, period }: ScopeOptions): AuditScope {
  return {
    ...(check ? { checks: checksGiven(check) } : {}),
    ...(sample === undefined
      ? {}
      : { sample: { percent: percentGiven(sample), seed: seedGiven(seed) } }),
    ...(period === undefined ? {} : { period: periodGiven(period) }),
  }
}

export const checksGiven = (said: readonly string[]): CheckCode[] => {
  const codes = said.flatMap((word) => word.split(/[,，、]/)).filter((word) => word !== '')
  return [...new Set(codes)].map((code) => {
    if (isCheckCode(code)) return code
    const alike = checkCodes.filter((it) => it.split('.')[0] === code.split('.')[0])
    throw bad('--check', code, nearest(code, checkCodes) ?? (alike.length > 0 ? alike : checkCodes))
  })
}

function percentGiven(said: string): number {
  const read = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/.exec(said.normalize('NFKC').trim())
  const percent = Number(read?.[1] ?? 0)
  if (percent > 0 && percent <= 100) return percent
  throw bad('--sample', said, ['5%', '20%'])
}

function seedGiven(said: string | undefined): number {
  if (said === undefined) return 1
  if (/^\d{1,9}$/.test(said)) return Number(said)
  throw bad('--seed', said, ['7'])
}

export function periodGiven(said: string): Period {
  const period = readPeriod(said)
  if (period) return period
  throw bad('--period', said, ['2025Q1', '2025H1', '2025-03', '2025'])
}

export function severityGiven(said: string | undefined): Severity | undefined {
  const severity = severities.find((it) => it === said)
  if (said === undefined || severity) return severity
  throw bad('--severity', said, severities)
}

const bad = (option: string, value: string, choices: string | readonly string[]) =>
  new Refusal('usage.bad-option', { option, value, choices: [choices].flat() })

/** @throws Refusal audit.missing */
export function auditMeant({ store }: Office, given: string): AuditRun {
  const id = readNamed('A', given)
  const run = id === undefined ? undefined : auditRuns(store, id)[0]
  if (run) return run
  throw new Refusal('audit.missing', { audit: id === undefined ? given : auditName(id) })
}

/** Of a finding in what the operator may not read nothing is told. @throws Refusal finding.missing */
export function findingMeant({ store, operator }: Office, given: string): Finding {
  const id = readNamed('F', given)
  const finding = id === undefined ? undefined : findingById(store, operator.rights, id)
  if (finding) return finding
  throw new Refusal('finding.missing', { finding: id === undefined ? given : findingName(id) })
}

/** What the line names, or a person is asked for. */
export async function namedGiven(
  desk: Desk,
  given: string | undefined,
  message: string,
  option: '<audit>' | '<finding>',
): Promise<string> {
  const question = { kind: 'text', message, option } as const
  return (await desk.ask({ named: question }, given === undefined ? {} : { named: given })).named
}
