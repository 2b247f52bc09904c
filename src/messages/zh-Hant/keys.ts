import type { Secrecy, Status } from '../../domain/words.ts'

/** What keys, states and levels are called. */
export const keys = {
  archive: {
    number: '檔案編號',
    type: '客戶類型',
    year: '年份',
    orgCode: '機構代碼',
    serial: '序號',
    name: '客戶名稱',
    status: '狀態',
    stage: '業務階段',
    industry: '行業',
    region: '地區',
    secrecy: '密等',
    secrecyUntil: '保密至',
    secrecySetBy: '定密人',
    secrecySetOn: '定密日期',
    readers: '知悉人',
    importance: '重要程度',
    owner: '業務負責人',
    phone: '電話',
    email: '電子郵件',
    address: '地址',
    openedOn: '建檔日期',
    formedOn: '形成日期',
    closedOn: '結束日期',
    nextReviewOn: '下次審核',
    retentionClass: '保存期限類別',
    retainUntil: '保存至',
    location: '存放位置',
    version: '版本',
    fields: '欄位',
    channel: '資訊來源',
    contact: '聯絡人',
    contacts: '聯絡人',
    entries: '記錄',
    kind: '種類',
    on: '日期',
    text: '內容',
    aliases: '曾用編號',
    remark: '備註',
    collectedBy: '蒐集人',
    verifiedBy: '核實人',
    verifiedOn: '核實日期',
  },
  status: {
    pending: '待核實',
    active: '使用中',
    closed: '已結束',
    destroyed: '已銷毀',
  } satisfies Record<Status, string>,
  secrecy: {
    none: '無',
    secret: '秘密',
    confidential: '機密',
    topSecret: '絕密',
  } satisfies Record<Secrecy, string>,
}

/** A key as people read it; fields of the policy and extra ones are their own names. */
export const keyLabel = (key: string): string =>
  Object.hasOwn(keys.archive, key) ? keys.archive[key as keyof typeof keys.archive] : key

/** What stands for the number of an archive that the reader may not see. */
export const hiddenArchive = '您無權檢視的一份檔案'
