/** Who may read, and how long. */
export const secrecy = {
  options: {
    addReader: '指定知悉人（姓名或人员编号），可重复',
    removeReader: '取消知悉人，可重复',
  },
  readers: (number: string, names: string) =>
    names === '' ? `${number} 没有指定的知悉人` : `${number} 的知悉人：${names}`,
  beyond: (number: string) =>
    `${number} 已建档，您不在知悉人之内，不能再查看。指定知悉人：dangan update ${number} --add-reader <姓名>。`,
  uncleared: (staff: string, clearance: string, number: string) =>
    `${staff} 的知悉范围到${clearance}为止，仍不能查看 ${number}。`,
  lapsed: (count: number) => `${count} 份档案的保密期限已满，已按规定降密或解密。`,
}
