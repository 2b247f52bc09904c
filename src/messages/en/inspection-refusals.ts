import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

type Item = Pick<RefusalFacts['inspection.bare'], 'item' | 'label'>
const named = ({ item, label }: Item): string => label?.en ?? item

/** Inspections, repairs and stocktakes. */
export const inspectionRefusals = {
  'inspection.missing': ({ inspection }) =>
    `There is no inspection ${inspection}. See: dangan inspect list.`,
  'inspection.already': ({ inspection, period, place }) =>
    `${period} has its inspection of ${place ?? 'everything'}, ${inspection}; each period has one (S001-14-1). See: dangan inspect show ${inspection}; if it was opened by mistake: dangan inspect close ${inspection} --drop <reason>.`,
  'inspection.early': ({ period, from, date }) =>
    `${period} begins on ${from}; it cannot be inspected on ${date}. Correct --period or --on.`,
  'inspection.before-opened': ({ inspection, date, openedOn }) =>
    `Inspection ${inspection} was opened on ${openedOn}; nothing is entered in it before that (${date}). Correct --date.`,
  'inspection.closed': ({ inspection, closedOn }) =>
    `Inspection ${inspection} was closed on ${closedOn} and stays as it is. Enter what was found since in the next one, or as an incident: dangan incident open <kind>.`,
  'inspection.unanswered': ({ inspection, items, source }) =>
    `Inspection ${inspection} cannot be closed: ${items.length} items have no answer, ${items.map(named).join(', ')}${clauses(source)}. Enter them: dangan inspect record ${inspection}.`,
  'inspection.reading': ({ item, label, isWanted, unit }) =>
    isWanted
      ? `${named({ item, label })} is measured (${unit}); "ok" is not enough. Add --reading <number>, or answer na where it cannot be measured.`
      : `${named({ item, label })} has no reading: it is not measured, or not applicable. Leave --reading out.`,
  'inspection.beyond': ({ item, label, reading, limits: { from, to, unit, source } }) =>
    `${named({ item, label })}: ${reading}${unit} is beyond ${from ?? ''} to ${to ?? ''}${unit} and cannot be ok${clauses(source ?? [])}. Leave "ok" out, or answer bad.`,
  'inspection.bare': (item) =>
    `${named(item)} is bad: say what is the matter, so that it can be put right. Add --note <text>.`,
  'repair.missing': ({ repair }) =>
    `There is no repair ${repair}, or you may not know of it. See: dangan inspect repairs --all.`,
  'repair.done': ({ repair, repairedOn }) =>
    `${repair} was repaired on ${repairedOn}. Enter new damage as another: dangan inspect condition.`,
  'repair.before-seen': ({ repair, date, seenOn }) =>
    `${repair} was seen on ${seenOn}; it cannot have been repaired before that (${date}). Correct --on.`,
  'stocktake.missing': ({ stocktake }) =>
    `There is no stocktake ${stocktake}. See: dangan stocktake list.`,
  'stocktake.already': ({ stocktake }) =>
    `Stocktake ${stocktake} of the same extent is still open. Go on with it: dangan stocktake scan ${stocktake}; if it was opened by mistake: dangan stocktake close ${stocktake} --drop <reason>.`,
  'stocktake.nothing': ({ place, type }) =>
    `There is nothing to count: no archive${type === null ? '' : ' of this type'} ought to be ${place === null ? 'on the shelves' : `at ${place}`}. Correct --place, --type or --sample.`,
  'stocktake.closed': ({ stocktake, closedOn }) =>
    `Stocktake ${stocktake} was closed on ${closedOn}; its result is settled. Count again with another: dangan stocktake open.`,
  'stocktake.uncounted': ({ stocktake, expected }) =>
    `Nothing has been scanned in stocktake ${stocktake}; closed now, all ${expected} would be missing. Scan first: dangan stocktake scan ${stocktake}; if it was opened by mistake: dangan stocktake close ${stocktake} --drop <reason>.`,
  'stocktake.same-person': ({ name }) =>
    `${name} counted and cannot be the witness as well: somebody else looks on. Correct --witness or --by.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
