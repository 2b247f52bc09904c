import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** Audits, findings and reviews. */
export const auditRefusals = {
  'audit.missing': ({ audit }) => `沒有稽核 ${audit}。檢視：dangan audit list。`,
  'audit.signed': ({ audit, by, on }) => `${audit} 已由 ${by} 於 ${on} 簽署，不再簽。`,
  'audit.own': ({ audit, by }) =>
    `${audit} 是 ${by} 自己做的稽核，須由另一人簽署（S000-5.2-2）：--as <人員>。`,
  'finding.missing': ({ finding }) =>
    `沒有問題 ${finding}，或它不在您的知悉範圍內。檢視：dangan audit findings。`,
  'finding.settled': ({ finding, status }) =>
    status === 'fixed'
      ? `${finding} 已經消除，無須辦理。`
      : `${finding} 已回報改善；要重新提出：dangan audit reopen ${finding}。`,
  'finding.open': ({ finding }) => `${finding} 本來就未改善，無須重新提出。`,
  'review.inactive': ({ number }) =>
    `${number} 不是使用中的檔案，不必審核。檢視：dangan show ${number}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
