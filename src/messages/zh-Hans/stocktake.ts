import type { StocktakeCounts } from '../../domain/stocktake.ts'

const results = {
  missing: '不在架',
  misplaced: '错架',
  onLoan: '借出',
  moved: '已移走',
  merged: '已合并',
  present: '在架',
  purged: '已销毁',
  void: '作废号',
  unknown: '不认识',
}

/** Stocktakes: shelves against register. */
export const stocktake = {
  summary: '清点：架上与登记册核对',
  description:
    '开始清点时定下应有的清单，逐份扫描或输入编号，结束时得出在架、不在架、错架、借出、不认识的编号；不在架和错架的列为问题。不带子命令则列出未结束的清点。',
  stocktake: '清点的编号，如 C2；只有一次未结束时可省略',
  reason: '补记的原因',
  everywhere: '全部',
  status: { open: '未结束', closed: '已结束', dropped: '已撤销' },
  results,
  keys: {
    stocktake: '清点',
    place: '范围',
    type: '客户类型',
    sample: '抽查',
    status: '状态',
    openedOn: '开始',
    openedBy: '开始人',
    expected: '应有',
    counts: '结果',
    closedOn: '结束',
    counters: '清点人',
    witness: '监盘人',
    droppedBecause: '撤销原因',
    audit: '问题留存于',
  },
  resultKeys: {
    number: '档案编号',
    result: '结果',
    expected: '清单',
    place: '登记的库位',
    seenPlace: '所见的库位',
    seenOn: '见到日期',
    times: '次数',
    lent: '借阅',
  },
  remarks: { unexpected: '不在清单', lent: '借出', lentButHere: '登记为借出，却在架' },
  open: {
    summary: '开始清点，定下清单',
    description:
      '清单是此刻应在架上的档案：未销毁的；只有电子文件、没有库位的不算。以后建档、移位、借还不改清单。抽查时密级高的至少抽制度规定的比例，同样的种子抽到同样的档案。',
    place: '只清点这个库位及其中的各处',
    type: '只清点这种客户类型',
    sample: '只抽查百分之几，如 5%',
    seed: '抽样的种子，默认 1',
    done: (stocktake: string, expected: number) => `已开始清点 ${stocktake}，应有 ${expected} 份`,
  },
  scan: {
    summary: '登记见到的编号',
    description:
      '登记架上见到的档案，可分多次、多人。编号可以是标签上的条码、曾用号、小写、不带连字符的写法或无歧义的末段；不认识的、已销毁的、作废的照记。在终端上不写编号，则连续输入，空行结束。',
    numbers: '档案编号，可多个；- 表示从标准输入读取，每行一个',
    from: '编号清单：文本或 CSV，每行第一格是编号',
    place: '正在清点的库位；默认为清点的范围',
    ask: '扫描或输入编号（空行结束）',
    done: (it: {
      readonly stocktake: string
      readonly read: number
      readonly counted: number
      readonly repeated: number
    }) => `${it.stocktake} 读入 ${it.read} 个编号：新见 ${it.counted} 份，重复 ${it.repeated} 次`,
    line: (it: { readonly kind: string; readonly number: string; readonly place?: string }) => {
      if (it.kind === 'misplaced') return `${it.number}　错架：登记在 ${it.place}`
      if (it.kind === 'unexpected') return `${it.number}　不在清单上，照记`
      if (it.kind === 'purged') return `${it.number}　已销毁，却在架上！`
      return `${it.number}　${it.kind === 'void' ? '编号已作废' : '不认识，照记'}`
    },
    more: (count: number) => `……另有 ${count} 个`,
    left: (count: number) => `还有 ${count} 份没有见到。`,
  },
  show: {
    summary: '逐份查看清点结果',
    description:
      '每份档案一行；未结束的按此刻判断，结束的按结束时。结束前归还的算在架；按登记移到别处的不算错架。无权查看的档案不列出。',
    result: '只列这些结果，如 missing,misplaced 或 不在架、错架',
    tally: (stocktake: string, expected: number, results: string) =>
      `${stocktake} 应有 ${expected} 份：${results === '' ? '还没有清点' : results}。`,
    destroyed: (count: number) => `清单上有 ${count} 份其后已销毁。`,
    hidden: (count: number) => `另有 ${count} 份您无权查看，未列出。`,
    none: '没有这样的档案。',
    dropped: (reason: string) => `这次清点已撤销：${reason}`,
  },
  list: {
    summary: '列出历次清点',
    description: '最近的在前；未结束的，结果按此刻判断。',
    open: '只列未结束的',
    none: '还没有清点过。',
    noneOpen: '没有未结束的清点。',
  },
  close: {
    summary: '结束清点，签字',
    description:
      '按此刻判断每份档案的结果并固定下来，以后不能再登记。不在架、错架、架上有已销毁或不认识的编号，都列为问题，限期整改；再次清点见到的，随之消除。',
    by: '清点人，可多人：人员姓名或编号，或外部人员姓名；默认本人',
    witness: '监盘人，须不是清点人',
    drop: '撤销误开的清点，写明原因：不留结果',
    done: (stocktake: string, by: string, it: StocktakeCounts) =>
      `${stocktake} 已结束，${by} 签字：${(Object.keys(results) as (keyof typeof results)[])
        .filter((key) => it[key] > 0)
        .map((key) => `${results[key]} ${it[key]}`)
        .join('，')}`,
    missing: '不在架的请再找；确已丢失的登记事故：dangan incident open 丢失 <编号> --text …',
    dropped: (stocktake: string) => `${stocktake} 已撤销`,
  },
  form: {
    summary: '清点结果表',
    description:
      '打印清点的结果：各类份数，不在架、错架、借出等的逐份清单，供清点人、监盘人签字（S002-5.3-2）。--all 连在架的一起列。',
    all: '连同在架的',
    title: '档案清点表',
    file: '清点',
    columns: {
      no: '序号',
      number: '档案编号',
      result: '结果',
      place: '登记的库位',
      seenPlace: '所见的库位',
      seenOn: '见到日期',
      remark: '处理',
    },
    facts: {
      scope: '范围',
      openedOn: '开始',
      closedOn: '结束',
      expected: '应有',
      unfinished: '尚未结束',
    },
    none: '没有须列出的档案。',
    signs: { counter: '清点人', witness: '监盘人' },
    resultLine: (results: string) => `结果：${results}`,
  },
}
