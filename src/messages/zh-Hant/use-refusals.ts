import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { request } from './request.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const people = { internal: '本單位人員', external: '外部人員' }
const units = { days: '天', workingDays: '個工作天' }
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否為 ${suggestion}？`
const statuses = (needs: readonly (keyof typeof request.statuses)[]): string =>
  needs.map((status) => request.statuses[status]).join('或')

type Unfit = RefusalFacts['approval.unfit']

const whoever = ({ posts, labels, head, person }: Unfit): string =>
  request.anyOf([
    ...(head === null ? [] : [request.heads[head]]),
    ...posts.map((key) => labels[key]?.['zh-Hant'] ?? key),
    ...(person === null ? [] : [person]),
  ])

/** Why a request, an approval or a loan is not to be had, and what would help. */
export const useRefusals = {
  'request.missing': ({ request: name }) =>
    `沒有申請 ${name}。列出申請：dangan request list --all。`,
  'request.never': ({ kind, borrower, secrecy, mayRead, source }) =>
    `制度不允許${people[borrower]}${request.kinds[kind]}${secrecy === 'none' ? '' : `${keys.secrecy[secrecy]}的`}檔案${clauses(source)}，審批也不能例外。${mayRead ? '可以申請就地查閱：dangan consult。' : ''}`,
  'request.basis': ({ kind, value, bases, labels, source }) =>
    `${request.kinds[kind]}須寫明依據${clauses(source)}${value === null ? '' : `，「${value}」不是依據`}：--basis ${bases.map((key) => labels[key]?.['zh-Hant'] ?? key).join('|')}。`,
  'request.status': ({ request: name, status, needs }) =>
    `申請 ${name} ${request.statuses[status]}，須為${statuses(needs)}的。檢視：dangan request show ${name}。`,
  'request.kind': ({ request: name, kind, needs }) =>
    `${name} 申請的是${request.kinds[kind]}，不是${request.kinds[needs]}。`,
  'request.other-due': ({ request: name, dueOn, asked }) =>
    `${name} 已提出，待審批，歸還日期${asked === null ? '依制度的期限' : `為 ${asked}`}，不是 ${dueOn}。要改，請撤回後重新申請：dangan request withdraw ${name}。`,
  'request.raised': ({ request: name, number, before, after }) =>
    `${number} 的密等在申請 ${name} 之後由${keys.secrecy[before]}調為${keys.secrecy[after]}，原來的審批不再有效。請撤回後重新申請：dangan request withdraw ${name}。`,
  'approval.own': ({ request: name, staff }) =>
    `${name} 是 ${staff} 自己的申請，任何人不得審批自己的申請。請由他人審批。`,
  'approval.twice': ({ request: name, staff, step }) =>
    `${staff} 已在 ${name} 的第 ${step} 步審批過，一人只審批一步。請由他人審批。`,
  'approval.unfit': (facts) =>
    `${facts.staff}（${facts.post ?? '沒有登錄職位'}）不能審批 ${facts.request} 的第 ${facts.step} 步，須由${whoever(facts)}審批${clauses(facts.source)}。職位有誤時：dangan staff update ${facts.staff} --post <職位>；不在名冊上的人：--by <姓名> --post <職位> --form <表號>。`,
  'approval.unproven': ({ request: name, staff }) =>
    `${staff} 的審批不能由別人在程式裡代為點頭。請給出簽名的表單：dangan approve ${name} --by ${staff} --form <表號>，或由 ${staff} 以自己的帳號審批。`,
  'approval.evidence': ({ request: name, step, evidence, accepted, source }) =>
    `${name} 的第 ${step} 步不採認「${request.evidences[evidence]}」${clauses(source)}，須為：${accepted.map((it) => request.evidences[it]).join('、')}。${accepted.includes('paper') ? '憑簽名的表單：加 --form <表號>。' : ''}`,
  'applicant.stranger': ({ name, suggestion, options }) =>
    `沒有名為「${name}」的人員。${orElse(suggestion)}外部人員請另給 ${options.join('、')}；本單位的人先登錄：dangan staff add ${name}。`,
  'applicant.credential': ({ name, credentials, labels, source }) =>
    `外部人員 ${name} 須出示證件並登錄號碼${clauses(source)}：--credential ${credentials.map((key) => labels[key]?.['zh-Hant'] ?? key).join('|')} --credential-number <號碼>。`,
  'applicant.not-cleared': ({ name, number, secrecy, clearance }) =>
    `${number} 的密等是${keys.secrecy[secrecy]}，${name} 的知悉範圍到${keys.secrecy[clearance]}為止，制度又沒有規定由誰審批（S001-22-4）。請在制度的 requests.chains 裡規定審批流程。`,
  'applicant.seal': ({ name, source }) =>
    `${name} 的申請表須由其單位（部門）用印、主管簽名${clauses(source)}：--unit-seal <簽名的主管>。`,
  'loan.missing': ({ loan: name }) => `沒有借閱 ${name}。列出：dangan loans --all。`,
  'loan.borrower': ({ borrower, kinds, source }) =>
    `制度不借給${people[borrower]}${clauses(source)}，只借給${kinds.map((kind) => people[kind]).join('和')}。可以就地查閱：dangan consult。`,
  'loan.lost': ({ number, incident }) =>
    `${number} 歸還時已遺失，事故 ${incident} 尚未結案，不能出借。檢視：dangan incident show ${incident}；已尋回或另有結論：dangan incident close ${incident} --result …。`,
  'loan.held': ({ number, hold }) =>
    `${number} 正暫停銷毀（${hold}），不得借出。可以就地查閱：dangan consult ${number}；解除：dangan release ${hold}。`,
  'loan.electronic': ({ material }) =>
    `${material} 是電子檔案，沒有實物可借。可以複製：dangan copy ${material}。`,
  'loan.out': ({ number, loan: name, borrower, dueOn }) =>
    `${number} 已借給 ${borrower}（${name}），應還 ${dueOn}。排隊等候：加 --queue；催還：dangan loans recall ${name}。`,
  'loan.reserved': ({ number, request: name, applicant }) =>
    `${number} 已留給排隊的 ${applicant}（${name}）。先辦：dangan borrow ${name}；或由其撤回：dangan request withdraw ${name}。`,
  'loan.overdue': ({ borrower, loan: name, number, dueOn, source }) =>
    `${borrower} 有逾期未還的 ${number}（${name}，應還 ${dueOn}）${clauses(source)}，歸還前不能再借。請先：dangan return ${name}。`,
  'loan.limit': ({ borrower, open, most, source }) =>
    `${borrower} 已借 ${open} 份，最多同時借 ${most} 份${clauses(source)}。請先歸還一份。`,
  'loan.agreement': ({ source }) =>
    `交付前須簽借閱協議${clauses(source)}。簽好後寫明編號：--agreement <協議編號>；協議可用 dangan form agreement <申請號> 列印。`,
  'loan.due-needed': ({ source }) =>
    `歸還日期由出借單寫明${clauses(source)}，請給出：--due <日期>。`,
  'loan.due-past': ({ dueOn, from }) => `歸還日期 ${dueOn} 不能早於 ${from}。請改正 --due。`,
  'loan.due-beyond': ({ dueOn, latest, count, unit, mayRenew, source }) =>
    `借期最長 ${count} ${units[unit]}${clauses(source)}，最晚 ${latest} 歸還，不能到 ${dueOn}。${mayRenew ? '到期前可以續借：dangan renew。' : ''}`,
  'loan.due-approved': ({ dueOn, approved, request: name }) =>
    `${name} 核准到 ${approved} 為止，不能到 ${dueOn}。請改正 --due，或另行申請。`,
  'loan.not-out': ({ number, returnedOn }) =>
    returnedOn === null
      ? `${number} 沒有借出過。列出借出的：dangan loans。`
      : `${number} 沒有借出，已於 ${returnedOn} 歸還。`,
  'loan.returned': ({ loan: name, returnedOn }) => `借閱 ${name} 已於 ${returnedOn} 歸還。`,
  'renewal.late': ({ loan: name, dueOn, source }) =>
    `${name} 應還 ${dueOn}，續借須在此之前提出${clauses(source)}。請先歸還：dangan return ${name}。`,
  'renewal.most': ({ loan: name, most, source }) =>
    most === 0
      ? `制度不允許續借${clauses(source)}。請到期歸還，另行借閱。`
      : `${name} 已續借 ${most} 次，不能再續${clauses(source)}。請先歸還：dangan return ${name}。`,
} satisfies {
  readonly [
    Code in Extract<
      keyof RefusalFacts,
      | `request.${string}`
      | `approval.${string}`
      | `applicant.${string}`
      | `loan.${string}`
      | `renewal.${string}`
    >
  ]: (facts: RefusalFacts[Code]) => string
}
