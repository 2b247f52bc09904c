import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readChoice } from '../domain/choice.ts'
import { requireDating } from '../domain/dating.ts'
import { handoverRoles, type HandoverRole } from '../domain/handover-words.ts'
import { handoverName, requireSignable, signatureOf, type Handover } from '../domain/handover.ts'
import { invalid, isInvalid } from '../domain/invalid.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Staff } from '../domain/staff.ts'
import { addSignature } from '../store/handover-acts.ts'
import { handoverById } from '../store/handovers.ts'
import type { Desk, Office } from './desk.ts'
import {
  actorGiven,
  enterHandover,
  handoverGiven,
  handoverMeant,
  requireProof,
} from './handover-given.ts'
import { sayHandover } from './handover-view.ts'
import { nameIn } from './name-given.ts'

interface SignOptions {
  readonly asRole?: string
  readonly by?: string
  readonly form?: string
  readonly reason?: string
}

/** `handover sign H1 --as-role receiver`: one of three signatures of three people (S003-15.4-3, S003-15.5-3). */
export function handoverSignCommand(desk: Desk) {
  const { sign: text, reason, roles } = desk.text.handover
  const command = new Command('sign')
    .summary(text.summary)
    .description(text.description)
    .argument('[handover]', desk.text.handover.handover)
    .option('--as-role <role>', text.role)
    .option('--by <staff>', text.by)
    .option('--form <number>', text.form)
    .option('--reason <reason>', reason)
    .action(async (given, options) => {
      const name = await handoverGiven(desk, given)
      const { office, handover, role } = await desk.act((office) => ({
        office,
        ...signed(desk, office, name, options),
      }))
      const left = handoverRoles.filter((it) => !signatureOf(handover, it))
      const { signer = '' } = signatureOf(handover, role) ?? {}
      const { items } = desk.text.program.marks
      const lacking = left.map((it) => roles[it]).join(items)
      const id = handoverName(handover.id)
      await sayHandover(desk, office, handover, text.done(id, roles[role], signer, lacking))
      if (left.length === 0) desk.say.notice(desk.text.program.next(`dangan handover close ${id}`))
    })
  const examples = [
    'dangan handover sign H1',
    'dangan handover sign H1 --as-role 移出人 --by 李雷 --form YJ-2025-03',
    'dangan handover sign H1 --as-role supervisor --by 张总 --form YJ-2025-03',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** Decides and writes, in the caller's transaction. */
function signed(
  desk: Desk,
  office: Office,
  name: string,
  { asRole, by, form, reason }: SignOptions,
): { handover: Handover; role: HandoverRole } {
  const { store, policy, hand, today } = office
  requireDating({ ...office, reason }, policy)
  const handover = handoverMeant(office, name)
  const signer = actorGiven(office, by)
  const role = asRole === undefined ? roleOf(handover, signer) : roleNamed(desk, asRole)
  requireSignable(handover, role, signer, { policy, today })
  const formNumber = nameIn('--form', form) ?? null
  requireProof(office, handover, signer, formNumber)
  const signature = { role, signerId: signer.id, signedOn: today, formNumber }
  addSignature(store, handover.id, { ...signature, enteredBy: hand.staffId })
  enterHandover(office, handover, 'sign', { office: { ...signature, reason } })
  return { handover: handoverById(store, handover.id) as Handover, role }
}

/** Who neither gives nor receives is the third. */
const roleOf = ({ giverId, receiverId }: Handover, { id }: Staff): HandoverRole => {
  if (id === giverId) return 'giver'
  return id === receiverId ? 'receiver' : 'supervisor'
}

/** @throws Refusal value.bad */
function roleNamed(desk: Desk, said: string): HandoverRole {
  const { roles } = desk.text.handover
  const choices = Object.fromEntries(
    handoverRoles.map((key) => {
      const word = roles[key]
      return [key, { label: { 'zh-Hans': word, 'zh-Hant': word, en: word } }]
    }),
  )
  const role = readChoice(choices, said)
  if (!isInvalid(role) && role !== '') return role as HandoverRole
  const it = isInvalid(role) ? role : invalid('value.missing', {})
  throw new Refusal('value.bad', { problems: [{ key: '--as-role', value: said, invalid: it }] })
}
