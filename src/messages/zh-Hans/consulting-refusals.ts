import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { permit } from './permit.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

/** Why something is not to be read, copied, collected or told, and what would help. */
export const consultingRefusals = {
  'archive.being-read': ({ number, consultation, reader }) =>
    `${number} 正由 ${reader} 查阅（${consultation}），查阅完毕前不能借出。可以先申请并排队：加 --queue；查阅完毕：dangan consult close ${consultation}。`,
  'archive.out': ({ number, loan, borrower, dueOn }) =>
    `${number} 已借给 ${borrower}（${loan}），应还 ${dueOn}，不在馆内，无法调出。催还：dangan loans recall ${loan}；归还：dangan return ${loan}。`,
  'material.handed-out': ({ material }) =>
    `${material} 的原件已全部由客户领走，档案里一份不剩。领取登记：dangan copy list --collected。`,
  'consultation.missing': ({ consultation }) =>
    `没有查阅 ${consultation}。列出：dangan consult list --all。`,
  'consultation.none-open': ({ number }) =>
    `没有人在查阅 ${number}。列出未结束的：dangan consult list --open。`,
  'consultation.several': ({ number, consultations }) =>
    `${number} 有 ${consultations.length} 人在查阅：${consultations.join('、')}。请写明查阅号。`,
  'consultation.closed': ({ consultation, closedOn }) =>
    `查阅 ${consultation} 已于 ${closedOn} 结束。`,
  'consultation.already': ({ number, consultation, reader }) =>
    `${reader} 正在查阅 ${number}（${consultation}），不必再调。查阅完毕：dangan consult close ${consultation}。`,
  'consultation.scope': ({ number, secrecy, from, source }) =>
    `${number} 的密级是${keys.secrecy[secrecy]}，自${keys.secrecy[from]}级起查阅须限定在必要的内容${clauses(source)}。请写明材料（${number}/序号），或写明范围：--scope <内容>。`,
  'consultation.identity': ({ name, source }) =>
    `调出前须核对 ${name} 的身份${clauses(source)}。核对后写明所凭证件：--identity <证件>。`,
  'consultation.place': ({ place, places, labels, source }) =>
    `“${place}”不是指定的查阅地点${clauses(source)}，须在：${places.map((key) => labels[key]?.['zh-Hans'] ?? key).join('、')}。`,
  'consultation.signature': ({ consultation, reader, source }) =>
    `查阅完毕须由 ${reader} 在查阅登记表上签字${clauses(source)}。签字后：dangan consult close ${consultation} --signed ${reader}。`,
  'permit.missing': ({ permit: name }) => `没有许可 ${name}。列出：dangan copy list。`,
  'permit.no-copies': ({ permit: name }) =>
    `${name} 是对外提供的许可，没有复制件。查看：dangan disclose list。`,
  'copy.top-secret': ({ number, source }) =>
    `${number} 是绝密级，原则上不允许摘抄或复制${clauses(source)}。可以就地查阅：dangan consult ${number}；制度确有例外的，在 copies.topSecret 和 requests.chains 里写明由谁批准。`,
  'copy.too-many': ({ number, copies, most, source }) =>
    `${number} 一次最多复制 ${most} 份${clauses(source)}，不能复制 ${copies} 份。`,
  'copy.whole': ({ number }) =>
    `领取原件须写明是哪几件材料：${number}/序号。查看：dangan show ${number}。`,
  'copy.electronic': ({ material }) =>
    `${material} 是电子文件，没有原件可领。可以给客户复印件：dangan copy ${material} --customer。`,
  'copy.too-few': ({ material, copies, held }) =>
    `${material} 只有 ${held} 份，不能领取 ${copies} 份。`,
  'copy.signature': ({ name, source }) =>
    `领取须由 ${name} 在领取登记表上签字确认${clauses(source)}。签字后加：--signed ${name}。`,
  'copy.accounted': ({ copy, outcome, accountedOn }) =>
    `${copy} 已于 ${accountedOn} 交代过：${permit.outcomes[outcome]}。`,
  'copy.before-issued': ({ permit: name, on, issuedOn }) =>
    `${name} 是 ${issuedOn} 发出的，不能在 ${on} 就收回或销毁。请改正 --on。`,
  'disclosure.basis': ({ basis, bases, source }) =>
    `${permit.disclosure.bases[basis]}不是制度认可的依据${clauses(source)}，只有：${bases.map((it) => permit.disclosure.bases[it]).join('、')}。`,
  'disclosure.consent': ({ basis, source }) =>
    `依${permit.disclosure.bases[basis]}对外提供，也须有客户同意${clauses(source)}。请写明同意书：--consent <编号>。`,
  'disclosure.unapproved': ({ source }) =>
    `对外提供须事先经审批${clauses(source)}，制度却没有规定由谁批准。请在制度的 requests.chains 里写明 disclose 的审批流程。`,
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
