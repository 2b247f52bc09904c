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
}
