import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { disposal as text } from './disposal.ts'

const places = { reason: '原因', appraisal: '鑑定意見', request: '申請的審批意見' }

/** Destroying archives. */
export const disposalRefusals = {
  'disposal.missing': ({ disposal }) =>
    `沒有銷毀 ${disposal}，或它不在您的知悉範圍內。請查詢：dangan purge list --all。`,
  'disposal.kept': ({ kept }) =>
    [
      `有 ${kept.length} 份不能銷毀：`,
      ...kept
        .slice(0, 20)
        .map(({ number, because }) => `  ${number}：${because.map(text.because).join('；')}`),
      '請去掉它們，或待原因消除後再辦。逐份查詢：dangan purge plan --kept。',
    ].join('\n'),
  'disposal.status': ({ disposal, status }) =>
    `銷毀 ${disposal} 現在是「${text.statuses[status]}」，不能這樣辦理。請查詢：dangan purge show ${disposal}。`,
  'disposal.same-person': ({ name }) =>
    `執行人和監銷人須是兩個人，不能都是 ${name}（S002-9.2-3）。請換一位：--witness <姓名>。`,
  'disposal.unattested': ({ name }) =>
    `${name} 不能在程式中親自確認，須憑簽字的單據。請寫明單據編號：--form <編號>。`,
  'disposal.sold': ({ method }) =>
    `檔案不得當作廢紙出售（S001-25-1），不能用「${method}」。請用粉碎、焚燒等方式：--method 粉碎。`,
  'disposal.unconfirmed': ({ disposal, said }) =>
    `輸入的「${said}」不是 ${disposal}，沒有銷毀。請核對後寫明：--confirm ${disposal}。`,
  'disposal.appraisal': ({ source }) =>
    `申請銷毀須附鑑定意見${source.length > 0 ? `（${source.join('、')}）` : ''}：--appraisal <意見>。`,
  'disposal.names-customer': ({ number, where }) =>
    `${places[where]}裡有 ${number} 的客戶內容，而它要永久留存。請改寫，只寫類別和依據。`,
  'disposal.pending': ({ disposal }) =>
    `${disposal} 的內容已經刪除，但另有程序還在讀舊的檔案檔，不能重寫完。請待它結束後繼續：dangan purge execute ${disposal}。`,
  'disposal.residue': ({ disposal, values }) =>
    `${disposal} 執行後在檔案檔的原始位元組中還找到 ${values} 個值，沒有完成。請檢查名為制度、單位或備註的地方是否寫有客戶內容，改正後繼續：dangan purge execute ${disposal}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
