import { Refusal } from '../domain/refusal.ts'
import { requestName, type Decision, type Request, type RequestStep } from '../domain/request.ts'
import type { RequestFacts } from '../domain/request-facts.ts'
import { readRequestText } from '../domain/request-text.ts'
import { factsOf, requireHead, requireSame, type SignedFacts } from '../domain/signing.ts'
import type { Day } from '../domain/words.ts'
import { requireSigners } from '../exchange/signers-file.ts'
import { verifySignature, type Signer } from '../exchange/ssh-keygen.ts'
import { hashAt, verifyJournal } from '../store/journal-check.ts'
import { archiveOf } from '../store/lookup.ts'
import { registryOf } from '../store/registry.ts'
import { requestById } from '../store/requests.ts'
import {
  callsOf,
  enteredDecisions,
  formerNames,
  isSameStep,
  signedSteps,
  type EnteredDecision,
  type SignedStep,
} from '../store/signed-steps.ts'
import { staffById } from '../store/staff.ts'
import { isReadable } from './requesting.ts'
import type { Desk, Office } from './desk.ts'

/** What became of one signature when it was checked again. */
export interface SignatureCheck {
  readonly request: string
  readonly step: number
  readonly decision: Decision | null
  readonly decider: string | null
  readonly signer: string | null
  readonly fingerprint: string | null
  readonly decidedOn: Day | null
  /** Until which entry of the journal the signer has witnessed it; null: the text cannot be read. */
  readonly headSeq: number | null
  /** Why it does not count; undefined: it does. */
  readonly refusal: Refusal | undefined
}

/** What holds for all signatures of one file. */
interface Grounds {
  readonly office: Office
  readonly run: Desk['processes']['runOther']
  readonly allowedSigners: string
  readonly file: string
  /** From this entry on the journal is not as it was entered; undefined: all of it is. */
  readonly firstBad: number | undefined
  readonly entered: readonly EnteredDecision[]
  readonly former: ReturnType<typeof formerNames>
}

/** A signature that is asked after, and the request it was made for. */
interface Asked {
  readonly signed: SignedStep
  readonly request: Request
}

/**
 * Every signature of the requests named, of all where none is, but what the reader may not see.
 * @throws Refusal signature.no-signers, input.* only where there is a signature to check
 */
export async function signaturesIn(
  { processes }: Desk,
  office: Office,
  allowedSigners: string,
  named: readonly number[],
): Promise<SignatureCheck[]> {
  const { store } = office
  const grounds: Grounds = {
    office,
    run: processes.runOther,
    allowedSigners,
    file: registryOf(store).uuid,
    firstBad: verifyJournal(store).firstBad?.seq,
    entered: enteredDecisions(store),
    former: formerNames(store),
  }
  const isAsked = ({ requestId }: SignedStep) => named.length === 0 || named.includes(requestId)
  const asked = signedSteps(store, grounds.entered)
    .filter(isAsked)
    .map((signed) => ({ signed, request: requestById(store, signed.requestId) }))
    .filter((it): it is Asked => it.request !== undefined && isReadable(office, it.request))
  if (asked.length > 0) requireSigners(allowedSigners)
  const checks: SignatureCheck[] = []
  for (const { request, signed } of asked) checks.push(await checked(grounds, request, signed))
  return checks
}

async function checked(
  grounds: Grounds,
  request: Request,
  signed: SignedStep,
): Promise<SignatureCheck> {
  const step = request.steps.find((it) => it.step === signed.step) as RequestStep
  const { decision, decider, decidedOn } = step
  const seen = { fingerprint: null as string | null, headSeq: null as number | null }
  let refusal: Refusal | undefined
  try {
    const said = textOf(signed)
    seen.headSeq = said.headSeq
    requireSame(said, factsThen(grounds, request, step, said))
    requireStanding(grounds, request, said)
    seen.fingerprint = (await signerThen(grounds, step, signed)).fingerprint
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || isOfTheMachine(thrown)) throw thrown
    refusal = thrown
  }
  const { signer } = signed
  const name = requestName(request.id)
  return { request: name, step: step.step, decision, decider, signer, decidedOn, ...seen, refusal }
}

/** Not the signature's fault: nothing can be checked at all. */
const isOfTheMachine = ({ code }: Refusal): boolean =>
  code === 'signature.no-program' || code === 'signature.no-signers' || code.startsWith('input.')

/** @throws Refusal approval-text.missing, approval-text.bad */
function textOf(signed: SignedStep): RequestFacts {
  const { requestId, step, signedText, signature } = signed
  if (signedText && signature) return readRequestText(signedText)
  throw new Refusal('approval-text.missing', { request: requestName(requestId), step })
}

/** What the text had to say then: people may have other names since, archives other numbers. */
function factsThen(
  { office, file, former }: Grounds,
  request: Request,
  { step, decision, decider, deciderPost }: RequestStep,
  said: RequestFacts,
): SignedFacts {
  const whose = { name: decider ?? '', post: deciderPost }
  const facts = factsOf(request, { file, step, decision: decision ?? 'approved', decider: whose })
  const applicant = request.applicant.staff
  const names = applicant ? (former.get(applicant.id) ?? []) : []
  const isRenamed = names.includes(said.applicant)
  const isRenumbered =
    String(said.numbers) !== String(facts.numbers) &&
    String(numbersNow(office, said.numbers)) === String(facts.numbers)
  return {
    ...facts,
    ...(isRenamed ? { applicant: said.applicant } : {}),
    ...(isRenumbered ? { numbers: said.numbers, materials: said.materials } : {}),
  }
}

/** The numbers that archives have by now: after a merge, after `classify --renumber`. */
const numbersNow = (office: Office, numbers: readonly string[]): string[] => [
  ...new Set(numbers.map((number) => numberNow(office, number))),
]

function numberNow(office: Office, number: string): string {
  try {
    return archiveOf(office, number).number
  } catch (thrown) {
    if (thrown instanceof Refusal) return number
    throw thrown
  }
}

/** @throws Refusal approval-text.head also where the journal was changed before the head */
function requireStanding(
  { office, firstBad }: Grounds,
  request: Request,
  said: RequestFacts,
): void {
  const { headSeq: seq } = said
  requireHead(said, hashAt(office.store, seq), request.journalSeq ?? 0)
  if (firstBad !== undefined && firstBad <= seq)
    throw new Refusal('approval-text.head', { seq, because: 'changed' })
}

/** @throws Refusal signature.* */
function signerThen(grounds: Grounds, step: RequestStep, signed: SignedStep): Promise<Signer> {
  const { office, allowedSigners, entered, former, run } = grounds
  const { decidedBy, decider, decidedOn } = step
  const staff = decidedBy === null ? undefined : staffById(office.store, decidedBy)
  const principals = staff ? [...callsOf(staff), ...(former.get(staff.id) ?? [])] : [decider ?? '']
  const at = entered.find((it) => isSameStep(it, signed))?.at
  return verifySignature(
    {
      text: signed.signedText ?? '',
      signature: signed.signature ?? '',
      allowedSigners,
      principals: [...new Set(principals)],
      at: at ?? `${decidedOn}T12:00:00.000Z`,
    },
    run,
  )
}
