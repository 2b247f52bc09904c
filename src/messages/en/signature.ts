import type { RequestFact } from '../../domain/request-facts.ts'

/** What the lines of an approval text are called. */
export const signedFacts = {
  applicant: 'applicant',
  decider: 'who decides',
  deciderPost: 'their post',
  decision: 'decision',
  dueOn: 'due day',
  expiresOn: 'expiry of the request',
  file: 'archive file',
  headHash: "hash of the journal's head",
  headSeq: "journal's head",
  kind: 'kind of request',
  materials: 'materials',
  nonce: 'nonce',
  numbers: 'archives',
  policyVersion: 'policy version',
  purpose: 'purpose',
  request: 'request',
  secrecy: 'secrecy',
  step: 'step',
  unit: 'unit',
  wish: 'other wishes',
} satisfies Record<RequestFact, string>

/** Signatures on approvals. */
export const signature = {
  options: {
    signature: "the approver's OpenSSH signature (what ssh-keygen -Y sign wrote)",
    text: 'the text that was signed; if left out, the file beside the signature without .sig',
    allowedSigners:
      'list of signers; default DANGAN_ALLOWED_SIGNERS, then /etc/dangan/allowed_signers',
  },
  onlyOne: 'A signature is for one request: --signature goes with one request only.',
  writable: (path: string) =>
    `Note: you can replace the list of signers ${path} yourself, so a signature proves little. Let somebody else (root) keep it at /etc/dangan/allowed_signers.`,
  print: {
    summary: 'Write the text that an approver signs',
    description:
      "A text fixed to the byte: request, archives, purpose, due day, decision, who decides, and the journal's head at this moment. An approver who signs it with their key witnesses the journal up to there. Of a step that was signed it writes the text signed then.",
    decision: 'the decision: approved (default) or refused',
    step: 'which step; default the one whose turn it is',
    by: 'who decides: name or staff number; not needed where only one person may',
    post: 'the post of somebody who is not in the register',
    output: 'write to a file instead of stdout',
    noStep: (request: string, step: string) => `${request} has no step ${step}.`,
    decided: (request: string, step: number) =>
      `Step ${step} of ${request} has been decided, and not by a signature.`,
    done: (path: string) => `Approval text written to ${path}`,
    next: (command: 'approve' | 'reject', request: string, path: string) => [
      `The approver signs: ssh-keygen -Y sign -n dangan-approval -f ~/.ssh/id_ed25519 ${path}`,
      `Hand it in: dangan ${command} ${request} --signature ${path}.sig`,
    ],
  },
  verify: {
    summary: 'Check the signatures of approvals again',
    description:
      "Checks each signature again as of the moment of its decision: the signer, whether the text still says what the request says, and whether the journal's head that was signed still stands. Auditors may use a list of their own: --allowed-signers.",
    none: 'No approval was given by signature.',
    good: (count: number) =>
      count === 1
        ? 'The one signature is good, and the journal that the signer witnessed is unchanged.'
        : `All ${count} signatures are good, and the journal that the signers witnessed is unchanged.`,
    bad: (request: string, step: number, because: string) =>
      `The signature on step ${step} of ${request} cannot be trusted: ${because}`,
    count: (bad: number, all: number) => `Signatures: ${all}, not to be trusted: ${bad}.`,
    isGood: 'good',
    isBad: 'BAD',
  },
  keys: {
    step: 'step',
    decision: 'decision',
    decider: 'decided by',
    signer: 'signer',
    fingerprint: 'key',
    decidedOn: 'on',
    headSeq: 'journal to',
    ok: 'signature',
    code: 'why',
  },
}
