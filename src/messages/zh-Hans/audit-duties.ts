import type { CheckCode, CheckFacts } from '../../domain/audit-finding.ts'

/** What checks of how the office does its duties are called, and what they say. */
export const auditDuties = {
  'number.spelling': { title: '编号写法', says: () => '编号与编号规则和流水号不符' },
  'approval.own': {
    title: '自批自用',
    says: ({ request, step }) => `R${request} 第 ${step} 步由申请人自己批准`,
  },
  'approval.missing': {
    title: '审批环节',
    says: ({ request, step }) => `R${request} 已批准或已使用，第 ${step} 步却没有同意`,
  },
  'consultation.open': {
    title: '查阅未结',
    says: ({ consultation, openedOn }) => `C${consultation} 自 ${openedOn} 查阅，至今未归还签字`,
  },
  'copy.outstanding': {
    title: '复制件',
    says: ({ permit, expiresOn }) => `P${permit} 已于 ${expiresOn} 到期，复制件去向未交代`,
  },
  'entry.late': {
    title: '登记及时',
    says: ({ entry, since, recordedOn }) => `E${entry} 记 ${since} 的事，${recordedOn} 才登记`,
  },
  'rectification.overdue': {
    title: '逾期整改',
    says: ({ finding, dueOn }) => `F${finding} 应于 ${dueOn} 以前整改`,
  },
  'backup.overdue': { title: '备份', says: ({ dueOn }) => `应于 ${dueOn} 备份` },
  'file.exposed': {
    title: '档案文件权限',
    says: () => '本机任何人都能打开档案文件',
  },
  'manual.package': {
    title: '移交包',
    says: () => '有移交、接收的，请核对包的目录、件数、字节数和格式，记下结果',
  },
} satisfies {
  readonly [Code in CheckCode]?: { title: string; says: (facts: CheckFacts[Code]) => string }
}
