/** 匯入名冊。 */
export const importing = {
  run: {
    summary: '匯入名冊（CSV、TSV、Excel）',
    description:
      '把名冊逐列匯入：自動辨識編碼、分隔符號與標題列，逐列檢查，好的匯入、壞的列出。同一檔案再匯入不會改變任何內容。活頁簿（xlsx、xls、xlsb、ods，以及另存為 .xls 的網頁）依內容辨識：取第一張有內容的工作表，略過標題列以上的各列，隱藏的列一併匯入，隱藏的工作表須以 --sheet 指明。',
    file: '檔案，- 表示標準輸入',
    options: {
      type: '表中沒有類型一欄時，全部按此客戶類型',
      map: '指定標題：客戶名稱=name,傳真=extra',
      onDuplicate: '已有的客戶：ask 詢問、skip 略過、update 更新、add 新建、fail 拒絕',
      encoding: '編碼（預設自動辨識）',
      delimiter: '分隔符號（預設自動辨識；tab 表示定位字元）',
      sheet: '活頁簿中的工作表：名稱，或第幾張（預設第一張有內容的）',
      errors: '把未接受的資料列連同原因存入此檔案（.csv 或 .xlsx），改好可再匯入',
      template: '寫一份空白的匯入範本（.xlsx），附下拉清單與填寫說明',
      allOrNothing: '有一列不被接受就全部不匯入',
      foreignNumber: '不合規則的舊編號原樣保留',
    },
    columns: (columns: readonly string[]) => `欄：${columns.join('　')}`,
    known: (heading: string, key: string) => (heading === key ? key : `${heading}→${key}`),
    extra: (heading: string) => `${heading}→（附加欄位）`,
    derived: (heading: string) => `${heading}→（自動得出，不取）`,
    keep: '作為附加欄位保留',
    unknown: (heading: string) => `「${heading}」一欄是什麼？`,
    read: (encoding: string, delimiter: string, rows: number) =>
      `編碼 ${encoding}，分隔符號 ${delimiter}，讀入 ${rows} 列`,
    readSheet: (kind: string, sheet: string, rows: number) =>
      `${kind} 活頁簿，工作表「${sheet}」，讀入 ${rows} 列`,
    sheet: (sheet: string, others: readonly string[]) =>
      `工作表：${sheet}${others.length > 0 ? `（另有 ${others.join('、')}，以 --sheet 換一張）` : ''}`,
    headingLine: (line: number) => `標題在第 ${line} 列，其上各列略過。`,
    hiddenRows: (rows: number) => `有 ${rows} 列在表中是隱藏的，一併匯入。`,
    counts: (counts: {
      created: number
      updated: number
      unchanged: number
      skipped: number
      rejected: number
    }) =>
      `新建 ${counts.created}，更新 ${counts.updated}，不變 ${counts.unchanged}，略過 ${counts.skipped}，未接受 ${counts.rejected}`,
    numbers: (first: string, last: string) => `編號 ${first} 至 ${last}`,
    rejectedTitle: '未接受的資料列：',
    rejectedLine: (line: number, problems: string) => `  第 ${line} 列　${problems}`,
    passedOverTitle: '疑似已建檔而略過的資料列：',
    passedOverLine: (line: number, number: string, because: string) =>
      `  第 ${line} 列　與 ${number} ${because}`,
    because: {
      number: '編號相同',
      identity: '證件號碼相同',
      businessKey: '業務編號相同',
      phoneAndName: '電話與名稱相同',
      name: '名稱相同',
    },
    more: (count: number) => `  ……另有 ${count} 列`,
    batch: (batch: string, seconds: number) =>
      `批次 ${batch}，用時 ${seconds} 秒。復原：dangan import undo ${batch}`,
    rejectedSheet: '未接受的列',
    rejectedIn: (path: string) => `未接受的列已寫入 ${path}，改好後直接匯入它。`,
    unfinished: (batch: string, rows: number) =>
      `前 ${rows} 列已經匯入（批次 ${batch}），其餘沒有。改正檔案後整個再匯入一次，只會補上其餘的。`,
    stands: (batch: string, counts: string) =>
      `已停止詢問，但名單已經匯入（批次 ${batch}：${counts}）。沒有回答的列算作跳過；再匯入同一個檔，只會問這些列。撤銷整批：dangan import undo ${batch}。`,
    badDelimiter: (value: string) =>
      `--delimiter 不能是「${value}」：分隔符號是一個字元，不是引號也不是換行；定位字元寫 tab。`,
    decisions: { skip: '略過', add: '另一位客戶，新建', update: '同一位客戶，更新' },
    likeness: (line: number, cells: string, number: string) =>
      `第 ${line} 列（${cells}）疑似 ${number}：`,
  },
  template: {
    sheet: '客戶名冊',
    notes: '填寫說明',
    noteColumns: ['欄位', '是否必填', '填寫說明'],
    lead: [
      '一列一位客戶，填在「客戶名冊」工作表；標題列請勿更動。有 * 者必填，其餘有則填。',
      '檔案編號不必填，由程式給號。填妥後匯入：dangan import <本檔案>',
    ],
    required: '必填',
    requiredFor: (types: string) => `${types}必填`,
    choose: '請從下拉清單中選擇。',
    oneOf: (choices: string) => `從清單中選：${choices}`,
    hints: {
      text: '文字',
      date: '日期，如 2026-11-22',
      integer: '整數',
      number: '數字',
      amount: '金額，元，如 1234.50',
      phone: '電話，如 0912345678、02-23456789',
      email: '電子信箱',
      idCard: '18 碼身分證號',
      uscc: '18 碼統一社會信用代碼',
      choice: '從清單中選',
      orgCode: '機構代碼，1 至 12 碼英文字母與數字',
    },
    written: (path: string, columns: number) => `已寫出匯入範本 ${path}（${columns} 欄）`,
    next: (path: string) => `填妥後：dangan import ${path}`,
    would: (path: string, columns: number) => `將寫出匯入範本 ${path}（${columns} 欄）`,
  },
  list: { summary: '列出匯入批次' },
  show: {
    summary: '檢視一個匯入批次',
    batch: '批次，如 B7',
    reject: (line: number, field: string, code: string) => `  第 ${line} 列　${field}　${code}`,
  },
  undo: {
    summary: '復原一個匯入批次',
    description: '復原匯入：新建的檔案刪除、編號作廢，更新的改回；其後改動過的保留並列出。',
    batch: '批次，如 B7',
    confirm: (batch: string, created: number, updated: number) =>
      `復原 ${batch}：刪除新建的 ${created} 份，改回更新的 ${updated} 份，編號作廢。確定嗎？`,
    done: (batch: string, removed: number, reverted: number) =>
      `已復原 ${batch}：刪除 ${removed} 份，改回 ${reverted} 份。`,
    kept: (number: string, because: string) => `  保留 ${number}：${because}`,
    because: {
      changed: '其後改動過',
      entries: '已有記錄',
      materials: '已有材料',
      merged: '已合併',
      hold: '有暫停銷毀的記載',
      incident: '有事故記載',
    },
  },
  columns: {
    batch: '批次',
    startedOn: '日期',
    fileName: '檔案',
    content: '內容',
    encoding: '編碼',
    delimiter: '分隔符號',
    status: '狀態',
    read: '讀入',
    created: '新建',
    updated: '更新',
    unchanged: '不變',
    skipped: '略過',
    rejected: '未接受',
    firstNumber: '首個編號',
    lastNumber: '末個編號',
    seconds: '秒',
  },
  contents: { archives: '檔案', entries: '記錄' },
  states: { running: '未完成', done: '完成', undone: '已復原' },
}
