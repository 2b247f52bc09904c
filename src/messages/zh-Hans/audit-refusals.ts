import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

/** Audits, findings and reviews. */
export const auditRefusals = {
  'audit.missing': ({ audit }) => `没有检查 ${audit}。查看：dangan audit list。`,
  'audit.signed': ({ audit, by, on }) => `${audit} 已由 ${by} 于 ${on} 签署，不再签。`,
  'audit.own': ({ audit, by }) =>
    `${audit} 是 ${by} 自己做的检查，须由另一人签署（S000-5.2-2）：--as <人员>。`,
  'finding.missing': ({ finding }) =>
    `没有问题 ${finding}，或它不在您的知悉范围内。查看：dangan audit findings。`,
  'finding.settled': ({ finding, status }) =>
    status === 'fixed'
      ? `${finding} 已经消除，无须办理。`
      : `${finding} 已报告整改；要重新提出：dangan audit reopen ${finding}。`,
  'finding.open': ({ finding }) => `${finding} 本来就未整改，无须重新提出。`,
  'review.inactive': ({ number }) =>
    `${number} 不是在用的档案，不必审核。查看：dangan show ${number}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
