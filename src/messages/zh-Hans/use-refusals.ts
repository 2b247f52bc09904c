import type { RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'
import { request } from './request.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const people = { internal: '本单位人员', external: '外部人员' }
const units = { days: '天', workingDays: '个工作日' }
const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否为 ${suggestion}？`
const statuses = (needs: readonly (keyof typeof request.statuses)[]): string =>
  needs.map((status) => request.statuses[status]).join('或')

type Unfit = RefusalFacts['approval.unfit']

const whoever = ({ posts, labels, head, person }: Unfit): string =>
  request.anyOf([
    ...(head === null ? [] : [request.heads[head]]),
    ...posts.map((key) => labels[key]?.['zh-Hans'] ?? key),
    ...(person === null ? [] : [person]),
  ])

/** Why a request, an approval or a loan is not to be had, and what would help. */
export const useRefusals = {
  'request.missing': ({ request: name }) =>
    `没有申请 ${name}。列出申请：dangan request list --all。`,
  'request.never': ({ kind, borrower, secrecy, mayRead, source }) =>
    `制度不允许${people[borrower]}${request.kinds[kind]}${secrecy === 'none' ? '' : `${keys.secrecy[secrecy]}级的`}档案${clauses(source)}，审批也不能例外。${mayRead ? '可以申请就地查阅：dangan consult。' : ''}`,
  'request.basis': ({ kind, value, bases, labels, source }) =>
    `${request.kinds[kind]}须写明依据${clauses(source)}${value === null ? '' : `，“${value}”不是依据`}：--basis ${bases.map((key) => labels[key]?.['zh-Hans'] ?? key).join('|')}。`,
  'request.status': ({ request: name, status, needs }) =>
    `申请 ${name} ${request.statuses[status]}，须是${statuses(needs)}的。查看：dangan request show ${name}。`,
  'request.kind': ({ request: name, kind, needs }) =>
    `${name} 申请的是${request.kinds[kind]}，不是${request.kinds[needs]}。`,
  'request.other-due': ({ request: name, dueOn, asked }) =>
    `${name} 已提出，待审批，归还日期${asked === null ? '按制度的期限' : `为 ${asked}`}，不是 ${dueOn}。要改，请撤回后重新申请：dangan request withdraw ${name}。`,
  'request.raised': ({ request: name, number, before, after }) =>
    `${number} 的密级在申请 ${name} 之后由${keys.secrecy[before]}升为${keys.secrecy[after]}，原来的审批不再有效。请撤回后重新申请：dangan request withdraw ${name}。`,
  'approval.own': ({ request: name, staff }) =>
    `${name} 是 ${staff} 自己的申请，任何人不得审批自己的申请。请由他人审批。`,
  'approval.twice': ({ request: name, staff, step }) =>
    `${staff} 已在 ${name} 的第 ${step} 步审批过，一人只审批一步。请由他人审批。`,
  'approval.unfit': (facts) =>
    `${facts.staff}（${facts.post ?? '没有登记岗位'}）不能审批 ${facts.request} 的第 ${facts.step} 步，须由${whoever(facts)}审批${clauses(facts.source)}。岗位有误时：dangan staff update ${facts.staff} --post <岗位>；不在名单上的人：--by <姓名> --post <岗位> --form <表号>。`,
  'approval.unproven': ({ request: name, staff }) =>
    `${staff} 的审批不能由别人在程序里点头。请给出签字的表：dangan approve ${name} --by ${staff} --form <表号>，或由 ${staff} 用自己的账户审批。`,
  'approval.evidence': ({ request: name, step, evidence, accepted, source }) =>
    `${name} 的第 ${step} 步不认“${request.evidences[evidence]}”${clauses(source)}，须是：${accepted.map((it) => request.evidences[it]).join('、')}。${accepted.includes('paper') ? '凭签字的表：加 --form <表号>。' : ''}`,
  'applicant.stranger': ({ name, suggestion, options }) =>
    `没有名为“${name}”的人员。${orElse(suggestion)}外部人员请另给 ${options.join('、')}；本单位的人先登记：dangan staff add ${name}。`,
  'applicant.credential': ({ name, credentials, labels, source }) =>
    `外部人员 ${name} 须出示证件并登记号码${clauses(source)}：--credential ${credentials.map((key) => labels[key]?.['zh-Hans'] ?? key).join('|')} --credential-number <号码>。`,
  'applicant.not-cleared': ({ name, number, secrecy, clearance }) =>
    `${number} 的密级是${keys.secrecy[secrecy]}，${name} 的知悉范围到${keys.secrecy[clearance]}为止，制度又没有规定由谁审批（S001-22-4）。请在制度的 requests.chains 里规定审批流程。`,
  'applicant.seal': ({ name, source }) =>
    `${name} 的申请表须由其单位（部门）盖章、负责人签字${clauses(source)}：--unit-seal <签字的负责人>。`,
  'loan.missing': ({ loan: name }) => `没有借阅 ${name}。列出：dangan loans --all。`,
  'loan.borrower': ({ borrower, kinds, source }) =>
    `制度不借给${people[borrower]}${clauses(source)}，只借给${kinds.map((kind) => people[kind]).join('和')}。可以就地查阅：dangan consult。`,
  'loan.lost': ({ number, incident }) =>
    `${number} 归还时已丢失，事故 ${incident} 尚未了结，不能出借。查看：dangan incident show ${incident}；已经找回或另有结论：dangan incident close ${incident} --result …。`,
  'loan.held': ({ number, hold }) =>
    `${number} 正暂停销毁（${hold}），不得借出。可以就地查阅：dangan consult ${number}；解除：dangan release ${hold}。`,
  'loan.electronic': ({ material }) =>
    `${material} 是电子文件，没有实物可借。可以复制：dangan copy ${material}。`,
  'loan.out': ({ number, loan: name, borrower, dueOn }) =>
    `${number} 已借给 ${borrower}（${name}），应还 ${dueOn}。排队等候：加 --queue；催还：dangan loans recall ${name}。`,
  'loan.reserved': ({ number, request: name, applicant }) =>
    `${number} 已留给排队的 ${applicant}（${name}）。先办：dangan borrow ${name}；或由其撤回：dangan request withdraw ${name}。`,
  'loan.overdue': ({ borrower, loan: name, number, dueOn, source }) =>
    `${borrower} 有逾期未还的 ${number}（${name}，应还 ${dueOn}）${clauses(source)}，归还前不能再借。请先：dangan return ${name}。`,
  'loan.limit': ({ borrower, open, most, source }) =>
    `${borrower} 已借 ${open} 份，最多同时借 ${most} 份${clauses(source)}。请先归还一份。`,
  'loan.agreement': ({ source }) =>
    `交付前须签借阅协议${clauses(source)}。签好后写明编号：--agreement <协议编号>；协议可用 dangan form agreement <申请号> 打印。`,
  'loan.due-needed': ({ source }) =>
    `归还日期由出借单写明${clauses(source)}，请给出：--due <日期>。`,
  'loan.due-past': ({ dueOn, from }) => `归还日期 ${dueOn} 不能早于 ${from}。请改正 --due。`,
  'loan.due-beyond': ({ dueOn, latest, count, unit, mayRenew, source }) =>
    `借期最长 ${count} ${units[unit]}${clauses(source)}，最晚 ${latest} 归还，不能到 ${dueOn}。${mayRenew ? '到期前可以续借：dangan renew。' : ''}`,
  'loan.due-approved': ({ dueOn, approved, request: name }) =>
    `${name} 批准到 ${approved} 为止，不能到 ${dueOn}。请改正 --due，或另行申请。`,
  'loan.not-out': ({ number, returnedOn }) =>
    returnedOn === null
      ? `${number} 没有借出过。列出借出的：dangan loans。`
      : `${number} 没有借出，已于 ${returnedOn} 归还。`,
  'loan.returned': ({ loan: name, returnedOn }) => `借阅 ${name} 已于 ${returnedOn} 归还。`,
  'renewal.late': ({ loan: name, dueOn, source }) =>
    `${name} 应还 ${dueOn}，续借须在此之前提出${clauses(source)}。请先归还：dangan return ${name}。`,
  'renewal.most': ({ loan: name, most, source }) =>
    most === 0
      ? `制度不允许续借${clauses(source)}。请到期归还，另行借阅。`
      : `${name} 已续借 ${most} 次，不能再续${clauses(source)}。请先归还：dangan return ${name}。`,
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
