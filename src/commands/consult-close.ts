import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { conditionNamed } from '../domain/return.ts'
import { archiveById } from '../store/archives.ts'
import { isSeveral } from './archives-given.ts'
import { consultationGiven } from './consultation-given.ts'
import { sayClosed } from './consultation-view.ts'
import { closed, type ClosingWish } from './consulting.ts'
import type { Desk } from './desk.ts'
import { nameIn, textIn } from './name-given.ts'
import { numbersFrom } from './numbers-given.ts'

interface CloseOptions {
  readonly signed?: string
  readonly effect?: string
  readonly condition?: string
  readonly remark?: string
  readonly reason?: string
}

/** `consult close <consultations…>`: it was given back, and the reader signed (S002-6.2-4). */
export function closeCommand(desk: Desk) {
  const text = desk.text.consultation.close
  const command = new Command('close')
    .summary(text.summary)
    .description(text.description)
    .argument('[consultations...]', text.consultations)
    .option('--signed <name>', text.signed)
    .option('--effect <text>', text.effect)
    .option('--condition <condition>', text.condition)
    .option('--remark <text>', text.remark)
    .option('--reason <reason>', desk.text.consultation.reason)
    .action(async (given, _own, self) => {
      // the command above has the same options, and takes them first
      const options = self.optsWithGlobals() as CloseOptions
      const names = await numbersFrom(desk, given, desk.text.consultation.keys.consultation)
      const wishes = await asked(desk, names, options)
      const done = await desk.act((office) => ({
        office,
        closed: names.map((name, at) => {
          const wish = wishes[at] as ClosingWish
          const consultation = closed(office, consultationGiven(office, name), wish)
          const location = archiveById(office.store, consultation.archiveId)?.location ?? null
          return { consultation, location }
        }),
      }))
      sayClosed(desk, done.office, done.closed, isSeveral(given))
    })
  const examples = [
    'dangan consult close C3 --signed 李雷',
    'dangan consult close C3 --signed 李雷 --effect 已据此答复客户',
    'dangan consult close C3 --signed 李雷 --condition 损坏 --remark 第7页折角',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted, exits.badData] },
    desk.text,
  )
}

/** Reads the line; at a terminal asks who signed, where the policy wants a signature, and what came of it. */
async function asked(
  desk: Desk,
  names: readonly string[],
  options: CloseOptions,
): Promise<ClosingWish[]> {
  const text = desk.text.consultation.close
  const { condition, remark, reason } = options
  const found = condition ?? 'intact'
  const seen = {
    condition: conditionNamed(found, desk.text.loan.conditions),
    remark: textIn('--remark', remark),
    reason,
  }
  const said = { signed: options.signed, effect: options.effect }
  const wishes: ClosingWish[] = []
  for (const name of names) {
    const { signed, effect } = await askEnding(desk, name, said, text)
    wishes.push({ ...seen, signed: nameIn('--signed', signed), effect: textIn('--effect', effect) })
  }
  return wishes
}

async function askEnding(
  desk: Desk,
  name: string,
  said: { readonly signed: string | undefined; readonly effect: string | undefined },
  text: Desk['text']['consultation']['close'],
): Promise<{ readonly signed: string | undefined; readonly effect: string | undefined }> {
  if (!desk.globals.interactive || said.signed !== undefined) return said
  const office = await desk.read()
  if (!office.policy.consultation?.closingSignature) return said
  const { reader } = consultationGiven(office, name)
  const questions = {
    signed: { kind: 'text', message: text.signed, option: '--signed', initial: reader },
    effect: { kind: 'text', message: text.effect, option: '--effect', optional: true },
  } as const
  return desk.ask(questions, said.effect === undefined ? {} : { effect: said.effect })
}
