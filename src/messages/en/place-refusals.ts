import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''
const levels = (list: readonly (keyof typeof keys.secrecy)[]): string =>
  list.map((level) => keys.secrecy[level]).join(', ')

/** Why something cannot lie somewhere. */
export const placeRefusals = {
  'place.missing': ({ place, suggestion }) =>
    `There is no place ${place}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} List them: dangan locate list; enter it: dangan locate add ${place}.`,
  'place.exists': ({ place }) =>
    `The place ${place} is there already: dangan locate show ${place}.`,
  'place.unknown': ({ name, place, source }) =>
    `${name} cannot lie at "${place}": the policy wants a place that the office has entered${clauses(source)}. List them: dangan locate list; enter it: dangan locate add <code>.`,
  'place.full': ({ place, capacity }) =>
    `${place} is full (it holds ${capacity}). The next free place: dangan locate --next.`,
  'place.divided': ({ place, within }) =>
    `${place} is divided into ${within}; say in which of them. List them: dangan locate list.`,
  'place.not-apart': ({ name, place, secrecy, source }) =>
    `${name} is ${keys.secrecy[secrecy]}, which lies apart, and cannot lie at ${place}${clauses(source)}. Where it may lie: dangan locate --next --secrecy ${secrecy}; mark a place for it: dangan locate update <place> --levels ${secrecy} --keeper <staff>.`,
  'place.apart': ({ name, place, secrecy, levels: marked, source }) =>
    `${place} is for ${levels(marked)} only, and ${name} is of level ${keys.secrecy[secrecy]}; the two are not mixed${clauses(source)}. Where it may lie: dangan locate --next${secrecy === 'none' ? '' : ` --secrecy ${secrecy}`}.`,
  'place.not-locked': ({ name, place, source }) =>
    `${name} belongs in a safe and cannot lie at ${place}${clauses(source)}. Enter a safe: dangan locate add <code> --kind safe --keeper <staff>.`,
  'place.no-keeper': ({ place, source }) =>
    `Nobody keeps ${place}, and the policy wants a keeper there${clauses(source)}. Name one: dangan locate update ${place} --keeper <staff>.`,
  'place.none-free': ({ secrecy, places }) =>
    places === 0
      ? `There is no place ${secrecy === 'none' ? 'yet where it could lie' : `for archives of level ${keys.secrecy[secrecy]}`}. Enter one: dangan locate add <code>.`
      : `All ${places} places for it are full. Enter another: dangan locate add <code>; or say that one holds more: dangan locate update <place> --capacity <count>.`,
  'place.in-use': ({ place, holdings }) =>
    `${holdings} still lie at ${place}, so it cannot be changed like that. Move them first: dangan locate list --place ${place}.`,
  'place.within-itself': ({ place, parent }) =>
    `${place} cannot go into ${parent}, which is a part of it.`,
  'place.holds-others': ({ place, holdings }) =>
    `${holdings} at ${place} are of a level or kind that may not lie there then. Move them first: dangan locate list --place ${place}.`,
  'place.escort': ({ place, visitor, source }) =>
    `${visitor} does not keep ${place}, and goes in with a keeper only${clauses(source)}. Say who went along: --with <keeper>.`,
  'anchor.bad': ({ code }) =>
    `"${code}" is not the code that forms carry; it may have been copied wrongly. They look like 57-K7QM-4XTP-9RZ2-HB3D. Check it once more.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
