import type { Column } from '../cli/printer.ts'
import {
  agreementName,
  agreementStatus,
  signatoryName,
  type Agreement,
  type AgreementStatus,
} from '../domain/agreement.ts'
import type { Policy } from '../domain/policy.ts'
import type { Day } from '../domain/words.ts'
import type { Desk, Office } from './desk.ts'

/** An agreement as other programs see it. */
export const agreementShown = (agreement: Agreement, today: Day) => ({
  agreement: agreementName(agreement.id),
  staff: agreement.signatory.staff?.id ?? null,
  name: signatoryName(agreement.signatory),
  unit: agreement.signatory.outsider?.unit ?? null,
  kind: agreement.kind,
  number: agreement.number,
  signedOn: agreement.signedOn,
  until: agreement.until,
  status: agreementStatus(agreement, today) satisfies AgreementStatus,
  endedOn: agreement.endedOn,
  endReason: agreement.endReason,
})

type AgreementShown = ReturnType<typeof agreementShown>

/** What a kind of the policy is called; one that it no longer has stands for itself. */
export const agreementKindWord = (desk: Desk, { agreements }: Policy, kind: string): string =>
  agreements?.[kind]?.label[desk.language] ?? kind

/** `保密协议 BM-01，2025-06-01 签，有效至 2027-05-31` */
export function agreementWords(desk: Desk, { policy, today }: Office, it: Agreement): string {
  const { keys, status, forEver } = desk.text.agreement
  const state = agreementStatus(it, today)
  const end = it.endedOn ?? it.until
  return [
    [agreementKindWord(desk, policy, it.kind), it.number ?? ''].join(' ').trim(),
    `${keys.signedOn} ${it.signedOn}`,
    end === null ? forEver : `${keys.until} ${end}`,
    ...(state === 'standing' ? [] : [status[state]]),
  ].join(desk.text.program.marks.items)
}

export function agreementColumns(
  desk: Desk,
  { policy }: Office,
  all: boolean,
): readonly Column<AgreementShown>[] {
  const { keys, status, forEver } = desk.text.agreement
  const plain = (key: keyof AgreementShown & keyof typeof keys, besides = false) => ({
    key,
    heading: keys[key],
    value: (it: AgreementShown) => it[key],
    besides,
  })
  return [
    plain('agreement'),
    plain('staff', true),
    plain('name'),
    plain('unit'),
    { ...plain('kind'), shown: ({ kind }) => agreementKindWord(desk, policy, kind) },
    plain('number'),
    plain('signedOn'),
    { ...plain('until'), shown: ({ until }) => until ?? forEver },
    {
      ...plain('status', !all),
      shown: (it) => [status[it.status], it.endedOn ?? ''].join(' ').trim(),
    },
    { key: 'endedOn', heading: status.ended, value: (it) => it.endedOn, besides: true },
    {
      key: 'endReason',
      heading: desk.text.agreement.options.reason,
      value: (it) => it.endReason,
      besides: true,
    },
  ]
}
