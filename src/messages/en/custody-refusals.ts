import type { AgreementUse } from '../../domain/policy-custody.ts'
import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

const uses: Readonly<Record<AgreementUse, string>> = {
  handle: 'work on archives',
  consult: 'consult archives',
  borrow: 'borrow',
  renew: 'renew a loan',
  copy: 'have copies',
  disclose: 'disclose archives',
}

type Party = Pick<RefusalFacts['agreement.missing'], 'name' | 'staff' | 'unit' | 'kind'>

/** The line that enters what is lacking. */
const signing = ({ name, staff, unit, kind }: Party): string =>
  `dangan staff agreement ${staff ?? quoted(name)}${unit === null ? '' : ` --unit ${quoted(unit)}`} --kind ${kind}`

/** Agreements, incidents and holds. */
export const custodyRefusals = {
  'agreement.none': ({ name }) =>
    `${name} has no agreement that holds, so there is nothing to end. See: dangan staff agreement --list --all.`,
  'agreement.missing': ({ name, staff, unit, kind, label, use, source }) =>
    `${name} has not signed the ${label.en} and cannot ${uses[use]}${clauses(source)}. Once it is signed: ${signing({ name, staff, unit, kind })}.`,
  'agreement.expired': ({ name, staff, unit, kind, label, use, source, agreement, until }) =>
    `The ${label.en} of ${name} (${agreement}) held until ${until} and holds no more; they cannot ${uses[use]}${clauses(source)}. Once it is signed anew: ${signing({ name, staff, unit, kind })}.`,
  'incident.missing': ({ incident }) =>
    `There is no incident ${incident}, or you are not cleared for it. List them: dangan incident list.`,
  'incident.closed': ({ incident, closedOn }) =>
    `Incident ${incident} was closed on ${closedOn}. Enter what has come up since as another: dangan incident open <kind>.`,
  'incident.before-found': ({ incident, date, foundOn }) =>
    `Incident ${incident} was found on ${foundOn}; nothing was reported or done about it before that, on ${date}. Correct --on.`,
  'incident.unreported': ({ incident, posts, source }) =>
    `Incident ${incident} cannot be closed: not told yet ${posts.length === 1 ? 'is' : 'are'} ${posts.map(({ post, label }) => label?.en ?? post).join(', ')}${clauses(source)}. Once they are: dangan incident report ${incident} --to ${posts[0]?.post}.`,
  'incident.nobody': ({ to, suggestion }) =>
    `There is no post or person "${to}".${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} See: dangan staff list, dangan policy show posts.`,
  'hold.missing': ({ hold }) =>
    `There is no hold ${hold}, or you are not cleared for it. List them: dangan hold --list.`,
  'hold.ended': ({ hold, endedOn }) =>
    `Hold ${hold} ended on ${endedOn}; there is nothing to release.`,
  'hold.none': ({ number }) =>
    `No hold stands on ${number}, so there is nothing to release. List them: dangan hold --list.`,
  'hold.several': ({ number, holds }) =>
    `${number} has ${holds.length} holds: ${holds.join(', ')}. Say which one to release: dangan release ${holds[0]}; or all of them: --all.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
