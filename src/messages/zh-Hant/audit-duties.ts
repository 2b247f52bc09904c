import type { Catalog } from '../catalog.ts'

/** What checks of how the office does its duties are called, and what they say. */
export const auditDuties = {
  'number.spelling': { title: '編號寫法', says: () => '編號與編號規則和流水號不符' },
  'approval.own': {
    title: '自批自用',
    says: ({ request, step }) => `R${request} 第 ${step} 步由申請人自己核准`,
  },
  'approval.missing': {
    title: '審批環節',
    says: ({ request, step }) => `R${request} 已核准或已使用，第 ${step} 步卻沒有同意`,
  },
  'consultation.open': {
    title: '查閱未結',
    says: ({ consultation, openedOn }) => `C${consultation} 自 ${openedOn} 查閱，至今未歸還簽名`,
  },
  'copy.outstanding': {
    title: '複製件',
    says: ({ permit, expiresOn }) => `P${permit} 已於 ${expiresOn} 屆期，複製件去向未交代`,
  },
  'entry.late': {
    title: '登錄及時',
    says: ({ entry, since, recordedOn }) => `E${entry} 記 ${since} 的事，${recordedOn} 才登錄`,
  },
  'rectification.overdue': {
    title: '逾期改善',
    says: ({ finding, dueOn }) => `F${finding} 應於 ${dueOn} 以前改善`,
  },
  'backup.overdue': { title: '備份', says: ({ dueOn }) => `應於 ${dueOn} 備份` },
  'file.exposed': {
    title: '檔案冊權限',
    says: () => '本機任何人都能開啟檔案冊',
  },
  'manual.package': {
    title: '移交包',
    says: () => '有移交、接收的，請核對包的目錄、件數、位元組數和格式，記下結果',
  },
} satisfies Pick<Catalog['audit']['checks'], DutyCode>

type DutyCode = keyof typeof import('../zh-Hans/audit-duties.ts').auditDuties
