import { Command, Option } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { UsageFault } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import { fitsStep, requireUndecided, type Decider } from '../domain/approval.ts'
import { nextStep, requestName, type Request, type RequestStep } from '../domain/request.ts'
import { decisions, requestText } from '../domain/request-text.ts'
import { factsOf } from '../domain/signing.ts'
import { isActive } from '../domain/staff.ts'
import { headOf } from '../store/journal-check.ts'
import { claim } from '../store/place.ts'
import { registryOf } from '../store/registry.ts'
import { signatureOf } from '../store/requests.ts'
import { staffList } from '../store/staff.ts'
import { deciderFor, ownersOf } from './deciding.ts'
import type { Desk, Office } from './desk.ts'
import { requestGiven, requireReadable } from './requesting.ts'

interface TextOptions {
  readonly decision: (typeof decisions)[number]
  readonly step?: string
  readonly by?: string
  readonly post?: string
  readonly output?: string
}

/** `request text <request>`: the text that an approver signs with OpenSSH, and nothing else. */
export function requestTextCommand(desk: Desk) {
  const text = desk.text.signature.print
  const command = new Command('text')
    .summary(text.summary)
    .description(text.description)
    .argument('[request]', desk.text.request.keys.request)
    .addOption(
      new Option('--decision <decision>', text.decision)
        .choices(decisions)
        .default('approved' as const),
    )
    .option('--step <number>', text.step)
    .option('--by <name>', text.by)
    .option('--post <post>', text.post)
    .option('-o, --output <file>', text.output)
    .action(async (given, options) => {
      const question = { kind: 'text', message: desk.text.request.keys.request } as const
      const { request: name } = await desk.ask(
        { request: { ...question, option: '<request>' } },
        given === undefined ? {} : { request: given },
      )
      const office = await desk.read()
      const request = requireReadable(office, requestGiven(office, name))
      const step = stepGiven(desk, request, options.step)
      say(desk, request, step, await written(desk, office, request, step, options), options)
    })
  const examples = [
    'dangan request text R12',
    'dangan request text R12 --by 王芳 -o R12.txt',
    'dangan request text R12 --decision refused -o R12.txt',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

/** The step named, else the one whose turn it is. */
function stepGiven(desk: Desk, request: Request, said: string | undefined): RequestStep {
  const step =
    said === undefined
      ? (nextStep(request) ?? request.steps.at(-1))
      : request.steps.find((it) => String(it.step) === said)
  if (step) return step
  throw new UsageFault(desk.text.signature.print.noStep(requestName(request.id), said ?? '1'))
}

/** The text that was signed, of a step that was; else the one to sign. */
async function written(
  desk: Desk,
  office: Office,
  request: Request,
  step: RequestStep,
  options: TextOptions,
): Promise<string> {
  const { store, today } = office
  const kept = signatureOf(store, request.id, step.step)?.signedText
  if (kept) return kept
  requireUndecided(request, today)
  const name = requestName(request.id)
  if (step.decision !== null)
    throw new UsageFault(desk.text.signature.print.decided(name, step.step))
  const decider = await deciderWanted(desk, office, request, step, options)
  const file = registryOf(store).uuid
  const facts = factsOf(request, { file, step: step.step, decision: options.decision, decider })
  const { seq, head } = headOf(store)
  return requestText({ ...facts, headSeq: seq, headHash: head ?? '' })
}

/** Who is to sign: `--by`, or the only one who fits the step; a person is asked which. */
async function deciderWanted(
  desk: Desk,
  office: Office,
  request: Request,
  step: RequestStep,
  { by, post }: TextOptions,
): Promise<Decider> {
  const fitting = by === undefined ? fittingPeople(office, request, step) : []
  const [only, ...others] = fitting
  if (only && others.length === 0) return only
  const question = { kind: 'text', message: desk.text.signature.print.by, option: '--by' } as const
  const who = await desk.ask({ by: question }, by === undefined ? {} : { by })
  return deciderFor(office, { by: who.by, ...(post === undefined ? {} : { post }) })
}

function fittingPeople(office: Office, request: Request, step: RequestStep): Decider[] {
  const { store, policy, today } = office
  const ownerDepartments = ownersOf(office, request)
  return staffList(store)
    .filter((it) => isActive(it, today) && it.id !== request.applicant.staff?.id)
    .map((staff) => ({ staff, name: staff.name, post: staff.post }))
    .filter((decider) => fitsStep(request, step, { decider, ownerDepartments }, policy))
}

function say(
  desk: Desk,
  request: Request,
  { step }: RequestStep,
  text: string,
  options: TextOptions,
): void {
  const { output } = options
  const name = requestName(request.id)
  if (output === undefined) {
    if (desk.say.manner.format === 'table') return desk.say.raw(text)
    return desk.say.result({ request: name, step, text }, () => [])
  }
  if (desk.globals.dryRun) return desk.say.notice(desk.text.program.dryRun)
  claim(output, text)
  const said = desk.text.signature.print
  desk.say.result({ request: name, step, path: output }, () => [said.done(output)])
  const command = options.decision === 'approved' ? 'approve' : 'reject'
  desk.say.notice(...said.next(command, name, output))
}
