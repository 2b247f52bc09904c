/** 檔案包與客戶自己的副本。 */
export const packaging = {
  bag: {
    option:
      '存成 BagIt 檔案包：新資料夾，依客戶類型/檔案編號分資料夾，附詮釋資料、電子材料與校驗清單',
    description: (count: number) => `客戶檔案 ${count} 份，依客戶類型與檔案編號分資料夾`,
    written: (path: string, count: number, files: number, size: string) =>
      `已存成檔案包 ${path}：${count} 份檔案，${files} 個檔，${size}`,
    would: (count: number) => `將把 ${count} 份存成檔案包。`,
  },
}
