import type { Command } from '@commander-js/extra-typings'
import { UsageFault } from '../cli/failure.ts'
import { requireUndecided, type Decider } from '../domain/approval.ts'
import { Refusal } from '../domain/refusal.ts'
import { applicantName, nextStep, type Decision, type Request } from '../domain/request.ts'
import type { RequestFacts } from '../domain/request-facts.ts'
import { readRequestText } from '../domain/request-text.ts'
import { factsOf, requireHead, requireSame } from '../domain/signing.ts'
import { shortFile } from '../exchange/short-file.ts'
import { isWithinReach } from '../exchange/signers-file.ts'
import { verifySignature, type Signed, type Signer } from '../exchange/ssh-keygen.ts'
import type { Catalog } from '../messages/catalog.ts'
import { hashAt } from '../store/journal-check.ts'
import { registryOf } from '../store/registry.ts'
import { callsOf } from '../store/signed-steps.ts'
import { decided, deciderFor, type DecisionOptions, type Proof } from './deciding.ts'
import type { Desk, Office } from './desk.ts'
import { requestGiven, requireReadable } from './requesting.ts'

/** What the line says of a signature. */
export interface SignatureOptions {
  readonly signature?: string
  readonly text?: string
  readonly allowedSigners?: string
  readonly by?: string
}

/** A signature that OpenSSH has found good, and the text under which it stands. */
export interface Signature {
  readonly by: string
  readonly proof: Proof
  readonly said: RequestFacts
}

/**
 * The signature that the line hands in, checked before anything is written; undefined: none is.
 * @throws Refusal approval-text.*, signature.*, request.*, input.*
 */
export async function signatureGiven(
  desk: Desk,
  names: readonly string[],
  decision: Decision,
  options: SignatureOptions,
): Promise<Signature | undefined> {
  const { signature: path, by } = options
  if (path === undefined) return undefined
  const [name = '', ...others] = names
  if (others.length > 0) throw new UsageFault(desk.text.signature.onlyOne)
  const text = textIn(shortFile(options.text ?? textBeside(path)))
  const said = readRequestText(text)
  const office = await desk.read()
  const request = requireReadable(office, requestGiven(office, name))
  const decider = deciderSaid(office, said, by)
  requireProper(office, request, decision, { said, decider })
  const list = options.allowedSigners ?? desk.allowedSigners
  const signature = shortFile(path).toString('latin1')
  const signed = { text, signature, allowedSigners: list, at: desk.now() }
  const signer = await signerFor(desk, office, signed, { decider, request })
  if (isWithinReach(list)) desk.say.notice(desk.text.signature.writable(list))
  const proof = { signedText: text, signature, signer: signer.principal }
  return { by: by ?? said.decider, proof, said }
}

/** `R12.txt.sig` lies beside `R12.txt`, where ssh-keygen has put it. @throws Refusal usage.missing */
function textBeside(path: string): string {
  if (path.endsWith('.sig')) return path.slice(0, -'.sig'.length)
  throw new Refusal('usage.missing', { options: ['--text'] })
}

/** @throws Refusal approval-text.bad where it is no UTF-8 */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('approval-text.bad', { line: 1 })
  }
}

const deciderSaid = (office: Office, { decider, deciderPost }: RequestFacts, by?: string) =>
  deciderFor(office, {
    by: by ?? decider,
    ...(deciderPost === null ? {} : { post: deciderPost }),
  })

/**
 * Does the text say this decision, on the step whose turn it is, of the request as it is now? Asked
 * once more in the transaction that enters it: what was read before may have changed.
 * @throws Refusal request.status, approval-text.other, approval-text.head
 */
function requireProper(
  { store, today }: Office,
  request: Request,
  decision: Decision,
  { said, decider }: { readonly said: RequestFacts; readonly decider: Decider },
): void {
  requireUndecided(request, today)
  const step = nextStep(request)?.step ?? 0
  const file = registryOf(store).uuid
  requireSame(said, factsOf(request, { file, step, decision, decider }))
  requireHead(said, hashAt(store, said.headSeq), request.journalSeq ?? 0)
}

/**
 * Enters a decision as `decided` does, with a signature where one was handed in: what its text says
 * is compared once more.
 */
export function decidedBy(
  office: Office,
  name: string,
  decision: Decision,
  {
    signature,
    ...options
  }: DecisionOptions & {
    readonly signature?: Signature | undefined
    readonly scanId?: number
  },
): Request {
  if (!signature) return decided(office, name, decision, options)
  const { said, by, proof } = signature
  const decider = deciderSaid(office, said, by)
  requireProper(office, requestGiven(office, name), decision, { said, decider })
  const post = said.deciderPost === null ? {} : { post: said.deciderPost }
  return decided(office, name, decision, { ...options, by, ...post, proof })
}

/** The options by which a signature is handed in. */
export const withSignatureOptions = <
  Args extends unknown[],
  Options extends Record<string, unknown>,
>(
  command: Command<Args, Options>,
  { options: text }: Catalog['signature'],
) =>
  command
    .option('--signature <file>', text.signature)
    .option('--text <file>', text.text)
    .option('--allowed-signers <file>', text.allowedSigners)

/** Who has signed: the one who decides, with a key that is nobody else's here. @throws Refusal signature.* */
async function signerFor(
  { processes: { runOther } }: Desk,
  { operator }: Office,
  signed: Omit<Signed, 'principals'>,
  { decider, request }: { readonly decider: Decider; readonly request: Request },
): Promise<Signer> {
  const own = principalsOf(decider)
  const signer = await verifySignature({ ...signed, principals: own }, runOther)
  const { staff } = request.applicant
  const applicant = principalsOf({ staff, name: applicantName(request.applicant) })
  const others = [...applicant, ...(operator.staff ? callsOf(operator.staff) : [])]
  for (const other of others.filter((it) => !own.includes(it))) {
    if (!(await counts({ ...signed, principals: [other] }, runOther))) continue
    const { principal, fingerprint } = signer
    throw new Refusal('signature.shared', { fingerprint, signer: principal, other })
  }
  return signer
}

const principalsOf = ({ staff, name }: Pick<Decider, 'staff' | 'name'>): string[] =>
  staff ? callsOf(staff) : [name]

async function counts(signed: Signed, run: Desk['processes']['runOther']): Promise<boolean> {
  try {
    await verifySignature(signed, run)
    return true
  } catch (thrown) {
    if (thrown instanceof Refusal) return false
    throw thrown
  }
}
