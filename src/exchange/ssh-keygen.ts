import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/words.ts'
import type { Ended, RunOther } from './other-program.ts'
import { requireSigners } from './signers-file.ts'

/** What a signature was made for: one for git or a mail approves nothing. */
const namespace = 'dangan-approval'
const program = 'ssh-keygen'

/** A text with the signature over it, as `ssh-keygen -Y sign -n dangan-approval` made it. */
export interface Signed {
  readonly text: string
  readonly signature: string
  /** The file that says whose keys count: ALLOWED SIGNERS of ssh-keygen(1). */
  readonly allowedSigners: string
  /** Who must have signed: any of these; anybody in the list, where left out. */
  readonly principals?: readonly string[]
  /** When it was signed, or counts as signed: the key must have been valid then. */
  readonly at: Instant
}

export interface Signer {
  readonly principal: string
  /** `SHA256:…` */
  readonly fingerprint: string
}

/**
 * Has the signature been made over this text, by a key that the list gives to one of `principals`?
 * OpenSSH alone says so; what it says besides only tells the refusals apart.
 * @throws Refusal signature.*, and those of `requireSigners`
 */
export async function verifySignature(signed: Signed, run: RunOther): Promise<Signer> {
  const armor = armorIn(signed.signature)
  requireSigners(signed.allowedSigners)
  const room = mkdtempSync(join(tmpdir(), 'dangan-signature-'))
  try {
    const file = join(room, 'text.sig')
    writeFileSync(file, armor, { mode: 0o600, flag: 'wx' })
    return await signerOf(signed, asker(signed, file, run))
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** The armored signature alone, as OpenSSH writes it; mail and Windows change line ends. @throws Refusal signature.bad */
function armorIn(signature: string): string {
  const [armor] =
    /-----BEGIN SSH SIGNATURE-----\n[\w+/=\n]{1,100000}\n-----END SSH SIGNATURE-----/.exec(
      signature.replaceAll('\r\n', '\n'),
    ) ?? []
  if (armor === undefined) throw new Refusal('signature.bad', { because: 'form' })
  return `${armor}\n`
}

/** Asks ssh-keygen one thing about one signature. */
type Ask = (what: string, ...words: readonly string[]) => Promise<Ended>

function asker({ text, at }: Signed, file: string, run: RunOther): Ask {
  const time = at.slice(0, 19).replaceAll(/\D/g, '')
  return async (what, ...words) => {
    const line = ['-Y', what, '-s', file, `-Overify-time=${time}`, ...words]
    const ended = await run(program, line, text)
    if (!ended) throw new Refusal('signature.no-program', { program, because: 'missing' })
    if (/^(usage:|unsupported operation|unknown option|invalid option)/im.test(ended.err))
      throw new Refusal('signature.no-program', { program, because: 'old' })
    return ended
  }
}

async function signerOf(signed: Signed, ask: Ask): Promise<Signer> {
  const { allowedSigners, principals } = signed
  const complaints: string[] = []
  for (const principal of principals ?? (await listed(ask, allowedSigners))) {
    const ended = await verified(ask, allowedSigners, principal)
    if (ended.status === 0) return { principal, fingerprint: fingerprintIn(ended.out) }
    complaints.push(ended.err)
  }
  throw await refusalFor(signed, ask, complaints)
}

const verified = (ask: Ask, signers: string, principal: string): Promise<Ended> =>
  ask('verify', '-n', namespace, '-f', signers, '-I', principal)

/** To whom the list gives the key: of several lines of one key, those of the first that fits. */
async function listed(ask: Ask, signers: string): Promise<readonly string[]> {
  const { status, out } = await ask('find-principals', '-f', signers)
  return status === 0 ? out.split(/\r?\n/).filter((it) => it !== '') : []
}

const fingerprintIn = (said: string): string => /SHA256:[\w+/]+\s*$/.exec(said)?.[0].trim() ?? ''

/** Why it does not count; `complaints` are what ssh-keygen said of those who were to have signed. */
async function refusalFor(
  { allowedSigners: signers, principals, at }: Signed,
  ask: Ask,
  complaints: readonly string[],
): Promise<Refusal> {
  const looked = await ask('check-novalidate', '-n', namespace)
  if (looked.status !== 0) return flawIn(looked.err)
  const found = await ask('find-principals', '-f', signers)
  const said = [...complaints, found.err].join('\n')
  if (said.includes('key has expired'))
    return new Refusal('signature.expired', { signers, at, because: 'expired' })
  if (said.includes('key is not yet valid'))
    return new Refusal('signature.expired', { signers, at, because: 'early' })
  const others = found.status === 0 ? await listed(ask, signers) : []
  for (const signer of principals ? others : [])
    if ((await verified(ask, signers, signer)).status === 0)
      return new Refusal('signature.other-signer', { signer, wanted: principals ?? [] })
  const because = others.length > 0 ? 'purpose' : 'unlisted'
  const fingerprint = fingerprintIn(looked.out)
  return new Refusal('signature.unknown-signer', { signers, fingerprint, because })
}

const flawIn = (said: string): Refusal =>
  said.includes('namespace does not match')
    ? new Refusal('signature.foreign-namespace', { namespace })
    : new Refusal('signature.bad', { because: said.includes('parse') ? 'form' : 'text' })
