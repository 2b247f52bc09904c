import { quoted } from '../../domain/quoted.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { handover as text } from './handover.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

/** Handovers. */
export const handoverRefusals = {
  'handover.missing': ({ handover }) =>
    `There is no handover ${handover}. See: dangan handover list.`,
  'handover.nothing': ({ giver, others }) =>
    others.length > 0
      ? `All that ${giver} answers for is in ${others.join(', ')} already. See: dangan handover show ${others[0]}.`
      : `${giver} has no archives, loans, requests, findings, reviews or places: there is nothing to hand over.`,
  'handover.self': ({ staff }) =>
    `Giver and receiver are both ${staff}. A handover takes two people.`,
  'handover.not-theirs': ({ number, giver, owner }) =>
    `The owner of ${number} is ${owner ?? 'nobody'}, not ${giver}, who cannot hand it over. Check the number, or put the owner right first: dangan update ${number} --owner ${quoted(giver)}.`,
  'handover.already': ({ number, handover }) =>
    `${number} is in handover ${handover} already, and cannot be in two. See: dangan handover show ${handover}.`,
  'handover.not-cleared': ({ receiver, number, secrecy, clearance }) =>
    `${number} is ${keys.secrecy[secrecy]}; ${receiver}, who is to receive it, is cleared up to ${keys.secrecy[clearance]} (S001-22). Name another receiver, or clear them first: dangan staff update ${quoted(receiver)} --clearance ${secrecy}.`,
  'handover.ended': ({ handover, endedOn, outcome }) =>
    `${handover} was ${outcome} on ${endedOn}; nothing more can be done about it.`,
  'handover.signed': ({ handover, role, by, on }) =>
    `${handover} was signed by the ${text.roles[role]}, ${by}, on ${on}: what was checked stays. If it is wrong, withdraw it and open another: dangan handover withdraw ${handover}.`,
  'handover.no-item': ({ handover, item, items }) =>
    `${handover} has no item ${item}, only 1 to ${items}. See: dangan handover show ${handover}.`,
  'handover.not-loan': ({ handover, item }) =>
    `Item ${item} of ${handover} is no loan: --take-over is for loans.`,
  'handover.unchecked': ({ handover, items, loans }) =>
    `${items.length} ${items.length === 1 ? 'item' : 'items'} of ${handover} ${items.length === 1 ? 'is' : 'are'} unchecked: ${items.slice(0, 10).join(', ')}${items.length > 10 ? ' …' : ''} (S003-15.4-10). Check: dangan handover item ${handover} ${items[0]}.${
      loans.length > 0
        ? ` What is lent to whoever leaves (${loans.join(', ')}) must come back, or be taken over by the receiver (--take-over).`
        : ''
    }`,
  'handover.twice': ({ handover, role, by, on }) =>
    `The ${text.roles[role]} of ${handover}, ${by}, signed on ${on} already.`,
  'handover.not-party': ({ handover, staff, role, expected }) =>
    `The ${text.roles[role]} of ${handover} is ${expected}, not ${staff}.`,
  'handover.same': ({ handover, staff }) =>
    `${staff} gives or receives in ${handover} and cannot supervise it or give it more time: the three must be three different people (S003-15.4-3).`,
  'handover.unfit': ({ handover, staff, act, posts, source }) =>
    `${staff} may not ${act === 'sign' ? `supervise ${handover}` : `give ${handover} more time`}; that takes: ${posts.map(({ post, label }) => label?.en ?? post).join(', ')}${clauses(source)}. Name somebody: --by <staff>.`,
  'handover.unproven': ({ handover, staff }) =>
    `It is not ${staff} who sits here for ${handover}: their signed form is needed: --form <number>.`,
  'handover.unsigned': ({ handover, roles, source }) =>
    `${handover} is not signed by the ${roles.map((role) => text.roles[role]).join(' or ')} and cannot be closed${clauses(source)}. Enter the signature: dangan handover sign ${handover} --as-role ${roles[0]} --by <staff>.`,
  'handover.too-long': ({ handover, days, left, unit, source }) =>
    `${handover} can have ${left} more ${unit === 'days' ? 'days' : 'working days'} at most, not ${days}${clauses(source)}.`,
  'handover.outstanding': ({ staff, duties, handover, source }) =>
    `${staff} still answers for ${text.duties(duties)}, and cannot leave before that is handed over${clauses(source)}: ${handover === null ? `dangan handover open --from ${quoted(staff)} --to <receiver>` : `dangan handover close ${handover}`}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
