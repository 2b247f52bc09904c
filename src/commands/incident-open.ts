import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { requireDating } from '../domain/dating.ts'
import { dayGiven } from '../domain/day-given.ts'
import { incidentKind, incidentKinds, incidentName, reportsOpen } from '../domain/incident.ts'
import { quoted } from '../domain/quoted.ts'
import type { Desk, Office } from './desk.ts'
import type { Befallen } from './incident-given.ts'
import { openIncident } from './incident-opening.ts'
import { incidentKindWord, postWord, sayIncident, whatBefell } from './incident-view.ts'
import { somebodyIn } from './people.ts'
import { wordsGiven } from './text-given.ts'
import { thingsGiven } from './things-given.ts'

interface OpenOptions {
  readonly foundOn?: string
  readonly by?: string
  readonly text?: string
  readonly liable?: string
  readonly suspected?: true
  readonly reason?: string
}

/** `incident open <kind> [number[/material]]`: enters what befell, and says who must be told (S000-4.6-8, S001-27-1). */
export function incidentOpenCommand(desk: Desk) {
  const { open: text, reason } = desk.text.incident
  const command = new Command('open')
    .summary(text.summary)
    .description(text.description)
    .argument('[kind]', text.kind)
    .argument('[number]', text.number)
    .option('--found-on <day>', text.foundOn)
    .option('--by <staff>', text.by)
    .option('--text <text>', text.text)
    .option('--liable <staff>', text.liable)
    .option('--suspected', text.suspected)
    .option('--reason <reason>', reason)
    .action(async (kind, number, options) => {
      const asked = await askIncident(desk, kind, options)
      const { office, ...opened } = await desk.act((office) => ({
        office,
        ...opening(office, number, { ...options, ...asked }),
      }))
      const word = incidentKindWord(desk, office.policy, opened.incident.kind)
      const name = incidentName(opened.incident.id)
      sayIncident(desk, office, opened, text.done(name, word, whatBefell(opened)))
      noticeOwed(desk, office, opened)
    })
  const examples = [
    'dangan incident open 丢失 RG2025-0001/3 --text 归还时缺第3号材料 --liable 李雷',
    'dangan incident open 泄密 --suspected --found-on 2025-06-01 --text 客户名单疑似外传 --by 王芳',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function askIncident(desk: Desk, kind: string | undefined, options: OpenOptions) {
  const { open: text } = desk.text.incident
  const isAsked = kind === undefined && desk.globals.interactive
  const kinds = isAsked ? incidentKinds((await desk.read()).policy) : {}
  const choices = Object.entries(kinds).map(([value, { label }]) => ({
    value,
    name: label[desk.language],
  }))
  const questions = {
    kind: { kind: 'choice', message: text.kind, option: '<kind>', choices },
    text: { kind: 'text', message: text.text, option: '--text' },
  } as const
  const said = options.text === undefined ? {} : { text: options.text }
  return desk.ask(questions, { ...said, ...(kind === undefined ? {} : { kind }) })
}

/** Reads, decides and enters, in the caller's transaction. */
function opening(
  office: Office,
  number: string | undefined,
  wish: OpenOptions & { readonly kind: string; readonly text: string },
): Befallen {
  const { store, policy, today } = office
  const { reason, foundOn, by, liable } = wish
  requireDating({ ...office, reason }, policy)
  const kind = incidentKind(policy, wish.kind)
  const [thing] = number === undefined ? [] : thingsGiven(office, [number])
  const incident = openIncident(office, {
    kind,
    text: wordsGiven('--text', wish.text),
    archive: thing?.archive,
    material: thing?.material,
    suspected: wish.suspected,
    foundOn: foundOn === undefined ? undefined : dayGiven('--found-on', foundOn, today),
    foundBy: by === undefined ? undefined : somebodyIn(store, '--by', by),
    liable: liable === undefined ? undefined : somebodyIn(store, '--liable', liable),
    reason,
  })
  return { incident, archive: thing?.archive ?? null }
}

/** Who must be told, by when, and the line that says so afterwards. */
function noticeOwed(desk: Desk, { policy }: Office, { incident }: Befallen): void {
  const owed = reportsOpen(incident)
  const [first] = owed
  if (!first?.post || first.dueOn === null) return
  const { marks, next } = desk.text.program
  const posts = owed.map(({ post }) => postWord(desk, policy, post ?? ''))
  desk.say.notice(desk.text.incident.open.owed(posts.join(marks.items), first.dueOn))
  const to = quoted(posts[0] ?? first.post)
  desk.say.notice(next(`dangan incident report ${incidentName(incident.id)} --to ${to}`))
}
