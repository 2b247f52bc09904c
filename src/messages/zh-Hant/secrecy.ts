/** Who may read, and how long. */
export const secrecy = {
  options: {
    addReader: '指定知悉人（姓名或人員編號），可重複',
    removeReader: '取消知悉人，可重複',
  },
  readers: (number: string, names: string) =>
    names === '' ? `${number} 沒有指定的知悉人` : `${number} 的知悉人：${names}`,
  beyond: (number: string) =>
    `${number} 已建檔，您不在知悉人之內，不能再閱覽。指定知悉人：dangan update ${number} --add-reader <姓名>。`,
  uncleared: (staff: string, clearance: string, number: string) =>
    `${staff} 的知悉範圍到${clearance}為止，仍不能閱覽 ${number}。`,
  lapsed: (count: number) => `${count} 份檔案的保密期限已滿，已依規定降密或解密。`,
}
