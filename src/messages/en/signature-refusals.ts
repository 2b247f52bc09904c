import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { signedFacts } from './signature.ts'

const flaws = {
  form: 'this is no OpenSSH signature (which begins with -----BEGIN SSH SIGNATURE-----)',
  text: 'it does not fit the approval text: the text was changed after signing, or another one was signed',
}
const heads = {
  missing: 'the journal has no such entry: its end was cut off, or this is an older file',
  changed: 'the journal was rewritten after the signing',
  early: 'it is older than the request',
}
const shown = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value)
const steps = 'dangan request text <request> -o <file>, then ssh-keygen -Y sign -n dangan-approval'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export const signatureRefusals = {
  'approval-text.bad': ({ line }) =>
    `Line ${line} of the approval text is not as this program writes it; not one byte may differ (lines end with LF). Get the text again and sign it: ${steps}.`,
  'approval-text.other': ({ request, differences }) =>
    [
      `The approval text (${request}) is not how things stand; a signature is good for what its text says:`,
      ...differences.map(
        ({ key, said, now }) => `  ${signedFacts[key]}: text ${shown(said)}, now ${shown(now)}`,
      ),
      `Get the text again and sign it: ${steps}.`,
    ].join('\n'),
  'approval-text.head': ({ seq, because }) =>
    `The journal's head in the approval text (entry ${seq}) does not stand: ${heads[because]}. Check the journal first: dangan log verify; if it is sound, get the text again and sign it.`,
  'approval-text.missing': ({ request, step }) =>
    `Step ${step} of ${request} counts as signed, but the signed text is gone. Stop working with this file and compare it with a backup.`,
  'signature.bad': ({ because }) =>
    `The signature does not count: ${flaws[because]}. Sign again: ${steps}.`,
  'signature.foreign-namespace': ({ namespace }) =>
    `This signature was made for another purpose and approves nothing. Say the purpose when signing: ssh-keygen -Y sign -n ${namespace}.`,
  'signature.unknown-signer': ({ signers, fingerprint, because }) =>
    because === 'purpose'
      ? `The key that signed (${fingerprint}) is in ${signers}, but not for approvals. Whoever keeps that file must add namespaces="dangan-approval" to its line.`
      : `The key that signed (${fingerprint}) is not in ${signers}, so nobody knows whose it is. Whoever keeps that file (not the archivist) must make sure of the person and add the public key.`,
  'signature.other-signer': ({ signer, wanted }) =>
    `${signer} signed this, but the approval text says that ${wanted.join(' / ')} decides. Let them sign, or get a text that names ${signer}: dangan request text <request> --by ${signer}.`,
  'signature.shared': ({ fingerprint, signer, other }) =>
    `The key that signed (${fingerprint}) is listed for ${signer} and for ${other}, so nobody can tell who signed. Whoever keeps the list must give everybody a key of their own.`,
  'signature.expired': ({ signers, at, because }) =>
    because === 'expired'
      ? `The key that signed had expired by ${at} (valid-before in ${signers}). Sign again with a key that is valid now.`
      : `The key that signed was not valid yet at ${at} (valid-after in ${signers}). Sign with a key that is valid now.`,
  'signature.no-program': ({ program, because }) =>
    because === 'missing'
      ? `There is no ${program} on this machine, so signatures cannot be checked. Install the OpenSSH client: apt install openssh-client, dnf install openssh-clients; on Windows add OpenSSH Client under Optional features.`
      : `The ${program} on this machine is too old to check when a signature was made. Update to OpenSSH 8.9 or later.`,
  'signature.no-signers': ({ path }) =>
    `There is no list of signers at ${path}, so nobody knows whose signature this is. Somebody other than the archivist keeps it at /etc/dangan/allowed_signers, or name it with --allowed-signers <file> or DANGAN_ALLOWED_SIGNERS. Each line: name namespaces="dangan-approval" public-key.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
