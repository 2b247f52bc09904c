import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const flaws = {
  form: 'this is no OpenSSH signature (which begins with -----BEGIN SSH SIGNATURE-----)',
  text: 'it does not fit the approval text: the text was changed after signing, or another one was signed',
}
const steps = 'dangan request text <request> -o <file>, then ssh-keygen -Y sign -n dangan-approval'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export const signatureRefusals = {
  'approval-text.bad': ({ line }) =>
    `Line ${line} of the approval text is not as this program writes it; not one byte may differ (lines end with LF). Get the text again and sign it: ${steps}.`,
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
