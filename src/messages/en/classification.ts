import type { Catalog } from '../catalog.ts'

/** Classifying archives. */
export const classification = {
  summary: 'Classify archives',
  description:
    'Sets type, stage, industry, region, importance, secrecy and retention class of one or many archives, or classifies them by the rules of the policy. Which ones: numbers, or --find, --where and the other conditions of list; --type, --stage and their like say what to set, and are conditions as --where type=…. The plan is shown first. A change of type keeps the number, unless --renumber is said.',
  options: {
    find: 'all archives that answer to these words, as find does',
    byRules: 'by the classification rules of the policy (all archives where no number is given)',
    renumber: 'give a new number after the new type; the old one still leads to the archive',
  },
  ask: {
    axis: 'Classify by',
    confirm: (count) => `${count} ${count === 1 ? 'archive' : 'archives'} will be changed. Go on?`,
  },
  plan: (count, kept) =>
    kept > 0
      ? `Plan: ${count} to be changed, ${kept} are so already`
      : `Plan: ${count} to be changed`,
  rule: (rule, source) =>
    source === '' ? `rule ${rule} of the policy` : `rule ${rule} of the policy (${source})`,
  newNumber: 'gets a new number',
  done: (number, version) => `Classified ${number} (version ${version})`,
  renumbered: (number, old) => `Renumbered ${old} → ${number}; the old number still works`,
  nothing: 'No archive needs to be changed.',
  declined: 'Nothing was changed.',
} satisfies Catalog['classification']
