import type { Catalog } from '../catalog.ts'

/** Places: where archives and materials lie. */
export const place = {
  summary: 'Say where archives lie, shelve and move them; keep the places',
  description:
    'Says where archives lie, and those of their materials that lie by themselves; --to moves them, --next puts them at the next free place in the order of the shelves. Each move is journaled; --history lists them. add, list, show and update keep the places; visit enters who was in the store-room.',
  numbers: 'archive numbers, or number/material; - reads them from standard input',
  codes: 'codes of places, such as A or A-3-07',
  place: 'the code of a place',
  options: {
    to: 'move it to this place; empty: take it out, to lie nowhere yet',
    next: 'the next free place; with numbers, put them there',
    in: 'look within this place only (with --next)',
    secrecy: 'a free place for this level (with --next)',
    keeper: 'who keeps the material',
    history: 'list the moves',
    reason: 'why',
    kind: 'kind: room, cabinet, row, slot, box, safe',
    inside: 'the place in which it stands',
    label: 'what people call it',
    rows: 'divide it into so many rows',
    slots: 'divide each row (or it, without rows) into so many slots',
    capacity: 'how many go in',
    placeKeeper: 'who keeps it (name or staff number); empty: as around it',
    levels: 'for these levels only, separated by commas; empty: as around it',
    order: 'its place among the others in there: left to right, top to bottom',
    remove: 'take the place out, and those in it (nothing may lie there)',
  },
  moved: (name, from, to) => {
    if (to === null)
      return from === null
        ? `${name} has had no place of its own`
        : `${name} taken from ${from}; it lies nowhere yet`
    if (from === to) return `${name} is at ${to} already`
    return from === null ? `${name} put at ${to}` : `${name} moved from ${from} to ${to}`
  },
  free: (place, path, room) =>
    `${place}${path === place ? '' : ` (${path})`}${room === null ? '' : `, room for ${room}`}`,
  nowhere: '(nowhere yet)',
  neverMoved: 'Never moved.',
  misplaced: (name) =>
    `${name} lies where its level may not lie. Move it: dangan locate ${name} --next.`,
  unlocked: (name, source) =>
    `${name} belongs in a safe, under a keeper (${source}). Put it there: dangan locate ${name} --next. No safe yet: dangan locate add <code> --kind safe --keeper <staff>.`,
  asWords: (places) =>
    `No places have been entered; "${places}" is kept as it stands. Once they are, codes are checked, shelves are kept in order and nothing gets too full: dangan locate add.`,
  unknownPlace: 'no known place',
  orphaned: (name, places, first) =>
    `${name} still keeps ${places}. Name another keeper: dangan locate update ${first} --keeper <staff>.`,
  keys: {
    place: 'Place',
    kind: 'Kind',
    label: 'Name',
    in: 'In',
    order: 'Order',
    capacity: 'Capacity',
    used: 'Used',
    free: 'Free',
    keeper: 'Keeper',
    levels: 'Only for',
    path: 'Where',
    name: 'Name',
    since: 'Since',
    remark: 'Remark',
    on: 'Date',
    by: 'By',
    from: 'From',
    to: 'To',
    reason: 'Why',
  },
  add: {
    summary: 'Enter places',
    description:
      'Enters rooms, cabinets, rows, slots, boxes, safes; --rows and --slots enter a whole cabinet at once, with codes such as A-1-1, or A-1-01 where there are ten slots and more; either is understood. Shelves go from left to right and from top to bottom.',
    done: (count, first, last) =>
      count === 1 ? `Entered the place ${first}` : `Entered ${count} places: ${first} to ${last}`,
  },
  list: {
    summary: 'List places, or what lies at one',
    description:
      'Lists places in the order of the shelves, with the room that is left; --place lists what lies at one and within it.',
    place: 'list what lies here',
    none: 'There are no places yet. Enter some: dangan locate add A --kind cabinet --rows 6 --slots 10.',
    empty: 'Nothing lies here.',
    count: (count, hidden) =>
      hidden > 0 ? `${count} in all, of which you may not see ${hidden}.` : `${count} in all.`,
    misplaced: 'misplaced',
  },
  show: {
    summary: 'Show a place',
    description: 'Shows the kind of a place, its capacity, its keeper and the levels it is for.',
  },
  update: {
    summary: 'Change a place, or take it out',
    description:
      'Changes name, capacity, keeper, levels, the place around it and its order there; --remove takes an empty place out. The code stays.',
    done: (place) => `Changed the place ${place}`,
    same: (place) => `Nothing changed for the place ${place}`,
    removed: (place, count) =>
      count === 1
        ? `Took out the place ${place}`
        : `Took out the place ${place} and ${count - 1} within it`,
  },
  visit: {
    summary: 'Enter a visit to the store-room',
    description:
      'Enters who was in the store-room, with whom, what for; --list lists the visits. Where the policy says so, nobody but the keeper goes in alone.',
    who: 'who',
    purpose: 'what for',
    with: 'who went along',
    escort: 'with',
    list: 'list the visits',
    done: (who, place, on) => `Entered: ${who} at ${place} on ${on}`,
    none: 'No visits.',
  },
} satisfies Catalog['place']
