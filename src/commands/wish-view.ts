import { basisOf } from '../domain/disclosure.ts'
import type { Request } from '../domain/request.ts'
import type { Desk } from './desk.ts'

/** What a request says besides purpose and day, as whoever decides it must know: how many copies, to whom, on what ground. */
export function wishWords(desk: Desk, { kind, wish }: Request): string[] {
  const { wishes: text, disclosure, kinds } = desk.text.permit
  const { scope, copies, excerpt, original } = wish
  const copying =
    kind === 'copy' ? kinds[original ? 'original' : excerpt ? 'excerpt' : 'copy'] : undefined
  return [
    ...(scope === undefined ? [] : [text.scope(scope)]),
    ...(copying === undefined ? [] : [`${copying} ${text.copies(copies ?? 1)}`]),
    ...(kind === 'disclose'
      ? [
          text.to(wish.recipient ?? '', wish.person ?? ''),
          text.what(wish.what ?? ''),
          text.basis(disclosure.bases[basisOf(wish)], wish.reference ?? ''),
        ]
      : []),
    ...(wish.report === undefined
      ? []
      : [
          desk.text.report.issue.wish(wish.recipient ?? '', copies ?? 1),
          ...[wish.period ?? [wish.from, wish.to].flatMap((it) => it ?? []).join('–')].filter(
            (it) => it !== '',
          ),
          ...Object.entries(wish.filter ?? {}).map(([key, value]) => `${key}=${String(value)}`),
        ]),
    ...(wish.consent === undefined ? [] : [text.consent(wish.consent)]),
  ]
}
