import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Reclassification } from '../domain/classification.ts'
import { requireAfterLastAct, requireDating } from '../domain/dating.ts'
import { Refusal } from '../domain/refusal.ts'
import { writeChanges, type Change } from '../store/changes.ts'
import { renumbered } from '../store/renumbering.ts'
import { isSeveral } from './archives-given.ts'
import { sayArchive, sayArchives } from './archive-view.ts'
import {
  askClassification,
  conditionsIn,
  type ClassifyOptions,
  type ClassifyWish,
} from './classify-questions.ts'
import { planIn, type Meant, type Planned } from './classify-plan.ts'
import { sayPlan } from './classify-view.ts'
import { dashed } from './content-options.ts'
import { noticeMisplaced } from './custody-flags.ts'
import type { Desk, Office } from './desk.ts'
import { withConditions } from './filter-options.ts'
import { numbersFrom } from './numbers-given.ts'
import { enterPassing, toEnter } from './reading.ts'

/** `classify`: puts archives in their classes, one or many, by hand or by the policy's rules (S000-4.3). */
export function classifyCommand(desk: Desk) {
  const text = desk.text.classification
  const contents = desk.text.archive.add.options
  const command = new Command('classify')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', desk.text.archive.show.numbers)
    .option('--type <type>', contents.type)
    .option('--org <code>', contents.orgCode)
    .option('--stage <stage>', contents.stage)
    .option('--industry <industry>', contents.industry)
    .option('--region <region>', contents.region)
    .option('--importance <importance>', contents.importance)
    .option('--secrecy <level>', contents.secrecy)
    .option('--secrecy-until <day>', contents.secrecyUntil)
    .option('--retention-class <class>', contents.retentionClass)
    .option('--by-rules', text.options.byRules)
    .option('--find <words>', text.options.find)
    .option('--renumber', text.options.renumber)
    .option('--reason <reason>', contents.reason)
    .action(async (given, options) => classify(desk, given, options as ClassifyOptions))
  return withManual(withConditions(command, desk.text.finding.filters), manual, desk.text)
}

const manual = {
  examples: [
    'dangan classify RG2025-0001 --stage 售后 --importance 重要',
    'dangan classify 0001 --type 经销商 --org XH01 --renumber',
    'dangan classify --where 地区=华东 --importance 重要 --dry-run',
    'dangan classify --find 宏达 --opened-after 2026-01-01 --stage 售后 --dry-run',
    'dangan classify RG2025-0001 --secrecy 机密 --secrecy-until 2035-12-31',
    'dangan classify --by-rules --dry-run',
  ],
  exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData],
}

/** As many are changed without asking again. */
const few = 3

async function classify(
  desk: Desk,
  given: readonly string[],
  options: ClassifyOptions,
): Promise<void> {
  const meant = await askMeant(desk, given, options)
  const read = await desk.read()
  const wish = await askClassification(desk, read.policy, options)
  const plan = planIn(read, meant, wish)
  const told = new Set(
    plan.archives.length > 0 ? plan.archives : plan.changes.map(({ before }) => before),
  )
  await enterPassing(desk, ['classify', ...given].join(' '), toEnter(read, [...told]))
  sayPlan(desk, read, plan, wish)
  if (plan.changes.length > few && !desk.globals.dryRun) {
    const question = desk.text.classification.ask.confirm(plan.changes.length)
    if (!(await desk.confirm(question, 'classify')))
      return desk.say.notice(desk.text.classification.declined)
  }
  const done = await desk.act((office) => ({
    archives: classified(office, meant, wish, plan),
    office,
  }))
  const { archives, office } = done
  const { policy } = office
  const text = desk.text.classification
  const formerly = new Map(plan.changes.map(({ before }) => [before.id, before.number]))
  const sentence = ({ id, number, version }: (typeof archives)[number]) => {
    const old = formerly.get(id)
    if (old === undefined) return desk.text.change.update.unchanged(number, version)
    return old === number ? text.done(number, version) : text.renumbered(number, old)
  }
  const [only] = archives
  if ('words' in meant || isSeveral(given) || !only) sayArchives(desk, policy, archives, sentence)
  else sayArchive(desk, policy, only, sentence(only))
  noticeMisplaced(desk, office, plan.changes)
}

/** Numbers, or conditions; under --by-rules neither is needed: all archives are meant. */
async function askMeant(
  desk: Desk,
  given: readonly string[],
  options: ClassifyOptions,
): Promise<Meant> {
  const { find = '', byRules } = options
  const conditions = conditionsIn(options)
  const [asked] = [...(find.trim() === '' ? [] : ['find']), ...Object.keys(conditions)]
  if (asked !== undefined && given.length > 0)
    throw new Refusal('usage.together', { options: [dashed(asked), given.join(' ')] })
  if (asked !== undefined || (byRules && given.length === 0)) return { words: find, conditions }
  return { numbers: await numbersFrom(desk, given) }
}

/** Plans again where nobody else writes; what was shown must still be what is done. */
function classified(office: Office, meant: Meant, wish: ClassifyWish, shown: Planned) {
  const { policy, today } = office
  requireDating({ ...office, reason: wish.reason }, policy)
  const plan = planIn(office, meant, wish)
  const changes = asShown(plan, shown).map(({ before, after, because }): Change => {
    requireAfterLastAct(before, today)
    const rule = because.by === 'rule' ? because.source : undefined
    return { before, after: wish.renumber ? renumbered(office, after) : after, remarks: { rule } }
  })
  const action = wish.renumber && wish.isPlain ? 'archive.renumber' : 'archive.classify'
  const stored = writeChanges(office, changes, action, { reason: wish.reason })
  if ('words' in meant) return stored
  const changed = new Map(stored.map((archive) => [archive.id, archive]))
  return plan.archives.map((archive) => changed.get(archive.id) ?? archive)
}

/** What was shown and is still so. @throws Refusal version.stale where somebody changed it since */
function asShown(plan: Planned, shown: Planned): readonly Reclassification[] {
  const versions = new Map(shown.changes.map(({ before }) => [before.id, before.version]))
  return plan.changes.filter(({ before: { id, number, version } }) => {
    const expected = versions.get(id)
    if (expected !== undefined && expected !== version)
      throw new Refusal('version.stale', { number, expected, actual: version })
    return expected !== undefined
  })
}
