import type { Secrecy, Status } from '../../domain/words.ts'

/** What keys, states and levels are called. */
export const keys = {
  archive: {
    number: '档案编号',
    type: '客户类型',
    year: '年份',
    orgCode: '机构代码',
    serial: '序号',
    name: '客户名称',
    status: '状态',
    stage: '业务阶段',
    industry: '行业',
    region: '地区',
    secrecy: '密级',
    secrecyUntil: '保密至',
    secrecySetBy: '定密人',
    secrecySetOn: '定密日期',
    readers: '知悉人',
    importance: '重要程度',
    owner: '责任人',
    phone: '电话',
    email: '电子邮箱',
    address: '地址',
    openedOn: '建档日期',
    formedOn: '形成日期',
    closedOn: '结束日期',
    nextReviewOn: '下次审核',
    retentionClass: '保存期限类别',
    retainUntil: '保存至',
    location: '存放位置',
    version: '版本',
    fields: '字段',
    channel: '信息来源',
    contact: '联系人',
    contacts: '联系人',
    entries: '记录',
    kind: '种类',
    on: '日期',
    text: '内容',
    aliases: '曾用编号',
    remark: '备注',
    collectedBy: '采集人',
    verifiedBy: '核实人',
    verifiedOn: '核实日期',
  },
  status: {
    pending: '待核实',
    active: '在用',
    closed: '已结束',
    destroyed: '已销毁',
  } satisfies Record<Status, string>,
  secrecy: {
    none: '无',
    secret: '秘密',
    confidential: '机密',
    topSecret: '绝密',
  } satisfies Record<Secrecy, string>,
}

/** A key as people read it; fields of the policy and extra ones are their own names. */
export const keyLabel = (key: string): string =>
  Object.hasOwn(keys.archive, key) ? keys.archive[key as keyof typeof keys.archive] : key

/** What stands for the number of an archive that the reader may not see. */
export const hiddenArchive = '您无权查看的一份档案'
