/** Holds: nothing may be destroyed while they stand. */
export const hold = {
  place: {
    summary: '暂停销毁，列出暂停中的档案',
    description:
      '暂停销毁一份或多份档案：有诉讼、纠纷、调查等情形时，解除以前不得销毁。一份档案可以有几项暂停，各自解除；写了 --until 的到期自行终止。--list 列出现行的，--all 连同已终止的。',
    numbers: '档案编号，可多个；- 表示从标准输入读取',
    reason: '原因，如 合同纠纷诉讼',
    authority: '依据或决定者，如 某法院、总经理',
    until: '暂停至（含当日）；不写则到解除为止',
    noLending: '期间也不得外借',
    list: '列出现行的暂停',
    all: '连同已终止的（与 --list 同用）',
    done: (hold: string, number: string, until: string | null) =>
      `${number} 已暂停销毁（${hold}${until === null ? '' : `，至 ${until}`}）`,
    none: '没有暂停销毁的档案。',
    count: (count: number) => `共 ${count} 项。`,
  },
  release: {
    summary: '解除暂停销毁',
    description:
      '按暂停的编号（H2）解除；写档案编号则解除其唯一的一项，有几项时须写明是哪一项，或用 --all 全部解除。',
    what: '暂停的编号（H2）或档案编号，可多个；- 表示从标准输入读取',
    reason: '解除的原因',
    all: '档案有几项暂停时全部解除',
    done: (hold: string, number: string, left: number) =>
      left > 0
        ? `已解除 ${hold}；${number} 还有 ${left} 项暂停，仍不得销毁`
        : `已解除 ${hold}，${number} 不再暂停销毁`,
  },
  keys: {
    hold: '暂停',
    number: '档案编号',
    name: '客户名称',
    reason: '原因',
    authority: '依据',
    placedOn: '起',
    placedBy: '经手人',
    until: '至',
    lending: '外借',
    status: '状态',
    releasedOn: '解除',
    releasedBy: '解除人',
    fromNumber: '原档案编号',
    releaseReason: '解除原因',
  },
  status: { standing: '现行', expired: '已到期', released: '已解除' },
  lending: (may: boolean) => (may ? '可' : '不得'),
  shown: '暂停销毁',
  until: (on: string) => `至 ${on}`,
  noLending: '不得外借',
}
