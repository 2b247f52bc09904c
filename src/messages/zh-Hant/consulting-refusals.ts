import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { permit } from './permit.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

/** Why something is not to be read, copied, collected or told, and what would help. */
export const consultingRefusals = {
  'archive.being-read': ({ number, consultation, reader }) =>
    `${number} 正由 ${reader} 查閱（${consultation}），查閱完畢前不能借出。可以先申請並排隊：加 --queue；查閱完畢：dangan consult close ${consultation}。`,
  'archive.out': ({ number, loan, borrower, dueOn }) =>
    `${number} 已借給 ${borrower}（${loan}），應還 ${dueOn}，不在館內，無法調出。催還：dangan loans recall ${loan}；歸還：dangan return ${loan}。`,
  'material.handed-out': ({ material }) =>
    `${material} 的正本已全部由客戶領走，檔案裡一份不剩。領取登記：dangan copy list --collected。`,
  'consultation.missing': ({ consultation }) =>
    `沒有查閱 ${consultation}。列出：dangan consult list --all。`,
  'consultation.none-open': ({ number }) =>
    `沒有人在查閱 ${number}。列出未結束的：dangan consult list --open。`,
  'consultation.several': ({ number, consultations }) =>
    `${number} 有 ${consultations.length} 人在查閱：${consultations.join('、')}。請寫明查閱號。`,
  'consultation.closed': ({ consultation, closedOn }) =>
    `查閱 ${consultation} 已於 ${closedOn} 結束。`,
  'consultation.already': ({ number, consultation, reader }) =>
    `${reader} 正在查閱 ${number}（${consultation}），不必再調。查閱完畢：dangan consult close ${consultation}。`,
  'consultation.scope': ({ number, secrecy, from, source }) =>
    `${number} 的密等是${keys.secrecy[secrecy]}，自${keys.secrecy[from]}起查閱須限定在必要的內容${clauses(source)}。請寫明材料（${number}/序號），或寫明範圍：--scope <內容>。`,
  'consultation.identity': ({ name, source }) =>
    `調出前須核對 ${name} 的身分${clauses(source)}。核對後寫明所憑證件：--identity <證件>。`,
  'consultation.place': ({ place, places, labels, source }) =>
    `「${place}」不是指定的查閱地點${clauses(source)}，須在：${places.map((key) => labels[key]?.['zh-Hant'] ?? key).join('、')}。`,
  'consultation.signature': ({ consultation, reader, source }) =>
    `查閱完畢須由 ${reader} 在查閱登記表上簽名${clauses(source)}。簽名後：dangan consult close ${consultation} --signed ${reader}。`,
  'permit.missing': ({ permit: name }) => `沒有許可 ${name}。列出：dangan copy list。`,
  'permit.no-copies': ({ permit: name }) =>
    `${name} 是對外提供的許可，沒有影本。檢視：dangan disclose list。`,
  'copy.top-secret': ({ number, source }) =>
    `${number} 是絕密，原則上不允許摘抄或影印${clauses(source)}。可以就地查閱：dangan consult ${number}；制度確有例外的，在 copies.topSecret 和 requests.chains 裡寫明由誰核准。`,
  'copy.too-many': ({ number, copies, most, source }) =>
    `${number} 一次最多影印 ${most} 份${clauses(source)}，不能影印 ${copies} 份。`,
  'copy.whole': ({ number }) =>
    `領取正本須寫明是哪幾件材料：${number}/序號。檢視：dangan show ${number}。`,
  'copy.electronic': ({ material }) =>
    `${material} 是電子檔，沒有正本可領。可以給客戶影本：dangan copy ${material} --customer。`,
  'copy.too-few': ({ material, copies, held }) =>
    `${material} 只有 ${held} 份，不能領取 ${copies} 份。`,
  'copy.signature': ({ name, source }) =>
    `領取須由 ${name} 在領取登記表上簽名確認${clauses(source)}。簽名後加：--signed ${name}。`,
  'copy.accounted': ({ copy, outcome, accountedOn }) =>
    `${copy} 已於 ${accountedOn} 交代過：${permit.outcomes[outcome]}。`,
  'copy.before-issued': ({ permit: name, on, issuedOn }) =>
    `${name} 是 ${issuedOn} 發出的，不能在 ${on} 就收回或銷毀。請改正 --on。`,
  'disclosure.basis': ({ basis, bases, source }) =>
    `${permit.disclosure.bases[basis]}不是制度認可的依據${clauses(source)}，只有：${bases.map((it) => permit.disclosure.bases[it]).join('、')}。`,
  'disclosure.consent': ({ basis, source }) =>
    `依${permit.disclosure.bases[basis]}對外提供，也須有客戶同意${clauses(source)}。請寫明同意書：--consent <編號>。`,
  'disclosure.unapproved': ({ source }) =>
    `對外提供須事先經簽核${clauses(source)}，制度卻沒有規定由誰核准。請在制度的 requests.chains 裡寫明 disclose 的簽核流程。`,
} satisfies {
  readonly [
    Code in Extract<
      keyof RefusalFacts,
      | 'archive.being-read'
      | 'archive.out'
      | 'material.handed-out'
      | `consultation.${string}`
      | `permit.${string}`
      | `copy.${string}`
      | `disclosure.${string}`
    >
  ]: (facts: RefusalFacts[Code]) => string
}
