import type { Difference } from './request-facts.ts'

/** What can be wrong with a signature under an approval, and with the text that was signed. */
export interface SignatureRefusalFacts {
  /** What was signed is not, to the byte, a text that this program writes. */
  'approval-text.bad': { line: number }
  /** It is of another request, step or decision, or the request is not any more as it was. */
  'approval-text.other': { request: string; differences: readonly Difference[] }
  /** The journal's head that was signed: not there, another entry now, or older than the request. */
  'approval-text.head': { seq: number; because: 'missing' | 'changed' | 'early' }
  /** A decision that counts as signed, and the text is gone. */
  'approval-text.missing': { request: string; step: number }
  /** `form`: it is no OpenSSH signature at all; `text`: it is not one of this text. */
  'signature.bad': { because: 'form' | 'text' }
  'signature.foreign-namespace': { namespace: string }
  /** `purpose`: the key is listed, but not for approvals. */
  'signature.unknown-signer': {
    signers: string
    fingerprint: string
    because: 'unlisted' | 'purpose'
  }
  'signature.other-signer': { signer: string; wanted: readonly string[] }
  /** One key stands for several people, so that nobody can tell who of them has signed. */
  'signature.shared': { fingerprint: string; signer: string; other: string }
  'signature.expired': { signers: string; at: string; because: 'expired' | 'early' }
  'signature.no-program': { program: string; because: 'missing' | 'old' }
  'signature.no-signers': { path: string }
}
