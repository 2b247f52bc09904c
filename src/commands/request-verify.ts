import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { failureOf } from '../cli/failure.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { isWithinReach, requireSigners } from '../exchange/signers-file.ts'
import type { Desk } from './desk.ts'
import { requestGiven, requireReadable } from './requesting.ts'
import { signaturesIn, type SignatureCheck } from './signature-checks.ts'

/**
 * `request verify [requests…]`: every signature of the past, checked again as of the time of its
 * decision, with a list of signers that may be the auditor's own.
 */
export function requestVerifyCommand(desk: Desk) {
  const text = desk.text.signature.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', desk.text.request.decision.requests)
    .option('--allowed-signers <file>', desk.text.signature.options.allowedSigners)
    .action(async (given, options) => {
      const office = await desk.read()
      const named = given.map((name) => requireReadable(office, requestGiven(office, name)).id)
      const { allowedSigners: own } = options
      if (own !== undefined) requireSigners(own)
      const list = own ?? desk.allowedSigners
      const checks = await signaturesIn(desk, office, list, named)
      if ((own !== undefined || checks.length > 0) && isWithinReach(list))
        desk.say.notice(desk.text.signature.writable(list))
      sayChecks(desk, checks)
    })
  const examples = [
    'dangan request verify',
    'dangan request verify R12 --allowed-signers /media/audit/allowed_signers',
    'dangan request verify --json',
  ]
  const manual = { examples, exits: [exits.missing, exits.notPermitted, exits.integrity] }
  return withManual(command, manual, desk.text)
}

function sayChecks(desk: Desk, checks: readonly SignatureCheck[]): void {
  const text = desk.text.signature.verify
  desk.say.listing(checks, columns(desk))
  const bad = checks.find(({ refusal }) => refusal)
  if (checks.length === 0) return desk.say.notice(text.none)
  if (!bad?.refusal) return desk.say.notice(text.good(checks.length))
  const because = failureOf(bad.refusal, desk.text)?.message ?? ''
  const many = checks.filter(({ refusal }) => refusal).length
  desk.say.notice(text.bad(bad.request, bad.step, because), text.count(many, checks.length))
  desk.finish(exits.integrity)
}

function columns(desk: Desk): readonly Column<SignatureCheck>[] {
  const { keys, verify } = desk.text.signature
  const { decisions, keys: of } = desk.text.request
  return [
    { key: 'request', heading: of.request, value: (it) => it.request },
    { key: 'step', heading: keys.step, value: (it) => it.step },
    {
      key: 'decision',
      heading: keys.decision,
      value: (it) => it.decision,
      shown: ({ decision }) => (decision === null ? '' : decisions[decision]),
    },
    { key: 'decider', heading: keys.decider, value: (it) => it.decider },
    { key: 'signer', heading: keys.signer, value: (it) => it.signer },
    { key: 'fingerprint', heading: keys.fingerprint, value: (it) => it.fingerprint, besides: true },
    { key: 'decidedOn', heading: keys.decidedOn, value: (it) => it.decidedOn },
    { key: 'headSeq', heading: keys.headSeq, value: (it) => it.headSeq },
    {
      key: 'ok',
      heading: keys.ok,
      value: (it) => it.refusal === undefined,
      shown: (it) => (it.refusal ? verify.isBad : verify.isGood),
    },
    { key: 'code', heading: keys.code, value: (it) => it.refusal?.code ?? null, besides: true },
  ]
}
