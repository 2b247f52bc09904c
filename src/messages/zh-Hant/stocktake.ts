import type { Catalog } from '../catalog.ts'

const results = {
  missing: '不在架',
  misplaced: '錯架',
  onLoan: '借出',
  moved: '已移走',
  merged: '已合併',
  present: '在架',
  purged: '已銷毀',
  void: '作廢號',
  unknown: '查無此號',
}

/** Stocktakes: shelves against register. */
export const stocktake = {
  summary: '清點：架上與登錄冊核對',
  description:
    '開始清點時定下應有的清單，逐份掃描或輸入編號，結束時得出在架、不在架、錯架、借出、查無的編號；不在架和錯架的列為問題。不帶子指令則列出未結束的清點。',
  stocktake: '清點的編號，如 C2；只有一次未結束時可省略',
  reason: '補登的原因',
  everywhere: '全部',
  status: { open: '未結束', closed: '已結束', dropped: '已撤銷' },
  results,
  keys: {
    stocktake: '清點',
    place: '範圍',
    type: '客戶類型',
    sample: '抽查',
    status: '狀態',
    openedOn: '開始',
    openedBy: '開始人',
    expected: '應有',
    counts: '結果',
    closedOn: '結束',
    counters: '清點人',
    witness: '監盤人',
    droppedBecause: '撤銷原因',
    audit: '問題留存於',
  },
  resultKeys: {
    number: '檔案編號',
    result: '結果',
    expected: '清單',
    place: '登錄的庫位',
    seenPlace: '所見的庫位',
    seenOn: '見到日期',
    times: '次數',
    lent: '借閱',
  },
  remarks: { unexpected: '不在清單', lent: '借出', lentButHere: '登錄為借出，卻在架' },
  open: {
    summary: '開始清點，定下清單',
    description:
      '清單是此刻應在架上的檔案：未銷毀的；只有電子檔、沒有庫位的不算。以後建檔、移位、借還不改清單。抽查時密等高的至少抽制度規定的比例，同樣的種子抽到同樣的檔案。',
    place: '只清點這個庫位及其中的各處',
    type: '只清點這種客戶類型',
    sample: '只抽查百分之幾，如 5%',
    seed: '抽樣的種子，預設 1',
    done: (stocktake, expected) => `已開始清點 ${stocktake}，應有 ${expected} 份`,
  },
  scan: {
    summary: '登錄見到的編號',
    description:
      '登錄架上見到的檔案，可分多次、多人。編號可以是標籤上的條碼、曾用號、小寫、不帶連字號的寫法或無歧義的末段；查無的、已銷毀的、作廢的照記。在終端機上不寫編號，則連續輸入，空行結束。',
    numbers: '檔案編號，可多個；- 表示從標準輸入讀取，每行一個',
    from: '編號清單：純文字或 CSV，每行第一格是編號',
    place: '正在清點的庫位；預設為清點的範圍',
    ask: '掃描或輸入編號（空行結束）',
    done: (it) =>
      `${it.stocktake} 讀入 ${it.read} 個編號：新見 ${it.counted} 份，重複 ${it.repeated} 次`,
    line: (it) => {
      if (it.kind === 'misplaced') return `${it.number}　錯架：登錄在 ${it.place}`
      if (it.kind === 'unexpected') return `${it.number}　不在清單上，照記`
      if (it.kind === 'purged') return `${it.number}　已銷毀，卻在架上！`
      return `${it.number}　${it.kind === 'void' ? '編號已作廢' : '查無此號，照記'}`
    },
    more: (count) => `……另有 ${count} 個`,
    left: (count) => `還有 ${count} 份沒有見到。`,
  },
  show: {
    summary: '逐份檢視清點結果',
    description:
      '每份檔案一行；未結束的依此刻判斷，結束的依結束時。結束前歸還的算在架；依登錄移到別處的不算錯架。無權知悉的檔案不列出。',
    result: '只列這些結果，如 missing,misplaced 或 不在架、錯架',
    tally: (stocktake, expected, results) =>
      `${stocktake} 應有 ${expected} 份：${results === '' ? '還沒有清點' : results}。`,
    destroyed: (count) => `清單上有 ${count} 份其後已銷毀。`,
    hidden: (count) => `另有 ${count} 份您無權知悉，未列出。`,
    none: '沒有這樣的檔案。',
    dropped: (reason) => `這次清點已撤銷：${reason}`,
  },
  list: {
    summary: '列出歷次清點',
    description: '最近的在前；未結束的，結果依此刻判斷。',
    open: '只列未結束的',
    none: '還沒有清點過。',
    noneOpen: '沒有未結束的清點。',
  },
  close: {
    summary: '結束清點，簽名',
    description:
      '依此刻判斷每份檔案的結果並固定下來，以後不能再登錄。不在架、錯架、架上有已銷毀或查無的編號，都列為問題，限期改善；再次清點見到的，隨之消除。',
    by: '清點人，可多人：人員姓名或編號，或外部人員姓名；預設為本人',
    witness: '監盤人，須不是清點人',
    drop: '撤銷誤開的清點，寫明原因：不留結果',
    done: (stocktake, by, it) =>
      `${stocktake} 已結束，${by} 簽名：${(Object.keys(results) as (keyof typeof results)[])
        .filter((key) => it[key] > 0)
        .map((key) => `${results[key]} ${it[key]}`)
        .join('，')}`,
    missing: '不在架的請再找；確已遺失的登錄事故：dangan incident open 遺失 <編號> --text …',
    dropped: (stocktake) => `${stocktake} 已撤銷`,
  },
  form: {
    summary: '清點結果表',
    description:
      '列印清點的結果：各類份數，不在架、錯架、借出等的逐份清單，供清點人、監盤人簽名（S002-5.3-2）。--all 連在架的一起列。',
    all: '連同在架的',
    title: '檔案清點表',
    file: '清點',
    columns: {
      no: '序號',
      number: '檔案編號',
      result: '結果',
      place: '登錄的庫位',
      seenPlace: '所見的庫位',
      seenOn: '見到日期',
      remark: '處理',
    },
    facts: {
      scope: '範圍',
      openedOn: '開始',
      closedOn: '結束',
      expected: '應有',
      unfinished: '尚未結束',
    },
    none: '沒有須列出的檔案。',
    signs: { counter: '清點人', witness: '監盤人' },
    resultLine: (results) => `結果：${results}`,
  },
} satisfies Catalog['stocktake']
