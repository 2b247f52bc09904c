/** 档案包与客户自己的副本。 */
export const packaging = {
  bag: {
    option:
      '存成 BagIt 档案包：新文件夹，按客户类型/档案编号分文件夹，附元数据、电子材料和校验清单',
    description: (count: number) => `客户档案 ${count} 份，按客户类型和档案编号分文件夹`,
    written: (path: string, count: number, files: number, size: string) =>
      `已存成档案包 ${path}：${count} 份档案，${files} 个文件，${size}`,
    would: (count: number) => `将把 ${count} 份存成档案包。`,
  },
  subject: {
    option: '客户要求查阅、复制本人信息时，导出其本人的副本（-o 以 .html、.json 或 .zip 结尾）',
    toOption: '副本交给谁（留痕）',
    to: '副本交给谁',
    title: '客户个人信息副本',
    lead: (to: string, number: string) =>
      `应 ${to} 的要求，依《个人信息保护法》第四十五条，提供档案 ${number} 中留存的下列信息。`,
    contacts: '联系人',
    contactColumns: ['姓名', '职务', '电话', '邮箱'],
    entries: '记录',
    entryColumns: ['日期', '种类', '内容'],
    materials: '材料',
    materialColumns: ['序号', '标题', '种类', '日期', '电子文件'],
    disclosures: '对外提供',
    disclosureColumns: ['日期', '提供给', '内容', '依据'],
    none: '无。',
    onPaper: '纸质',
    file: (path: string, size: string) => `${path}（${size}）`,
    withheld: (contacts: number, entries: number, materials: number) =>
      contacts + entries + materials === 0
        ? '以上为留存的全部信息。'
        : `依本单位制度未包括：他人的信息（联系人 ${contacts} 人）、内部记录 ${entries} 条、内部材料 ${materials} 件。`,
    prepared: (day: string, by: string) => `${day} 由 ${by} 制作`,
    written: (path: string, number: string, to: string) =>
      `已导出 ${number} 的本人副本 ${path}，交 ${to}。`,
    would: (number: string, to: string) => `将导出 ${number} 的本人副本，交 ${to}。`,
    unread: (count: number) =>
      `有 ${count} 件材料客户可以得到，而您无权查看，未包括在内。请有权人员办理。`,
    lookThrough: '交出前请通读：记录的文字里若提到他人，请遮去。',
    withoutFiles: (count: number) => `电子材料 ${count} 件未附；连同材料：-o 以 .zip 结尾。`,
  },
}
