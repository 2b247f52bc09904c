import type { Catalog } from '../catalog.ts'

/** Trainings of people, and rules that they broke. */
export const supervision = {
  training: {
    summary: '訓練：登錄、列出到期',
    description:
      '登錄人員參加的訓練，按制度算出下次訓練的期限（S000-4-12、S000-5-7、S004-G-3.1）。不帶子命令則列出全部。',
    keys: {
      training: '訓練',
      staff: '姓名',
      subject: '科目',
      heldOn: '日期',
      hours: '時數',
      score: '成績',
      nextDue: '下次',
      past: '已有後續',
    },
    add: {
      summary: '登錄一次訓練',
      description: '登錄一位人員參加了什麼訓練。下次的期限按制度，也可以指定。',
      subject: '科目，如 保密（制度的 training.subjects）',
      on: '訓練日期，預設辦理日期',
      hours: '時數',
      score: '成績或考核結果',
      nextDue: '下次訓練的期限；預設按制度',
      done: (id, name, subject, next) =>
        `已登錄 ${id}：${name} 參加訓練 ${subject}${next === null ? '' : `，下次 ${next} 以前`}`,
    },
    list: {
      summary: '列出訓練',
      description: '列出訓練，新的在前；--due 只列在職人員已到期、須再訓練的。',
      due: '只列已到期的',
      subject: '只列這一科目',
    },
    none: '沒有這樣的訓練。',
  },
  violation: {
    summary: '違規：登錄、申訴、複核',
    description:
      '登錄人員違反檔案管理規定的事：種類與金額按制度（S003-10.2-8、S003-10.4-7），本人可以申訴，由他人複核。不帶子命令則列出全部。',
    violation: '違規編號，如 V3',
    keys: {
      violation: '違規',
      staff: '姓名',
      code: '種類',
      happenedOn: '日期',
      text: '情況',
      amount: '原金額',
      due: '金額（元）',
      status: '狀態',
      enteredOn: '登錄',
      appealBy: '申訴期限',
      appealedOn: '申訴',
      appeal: '申訴理由',
      decideBy: '複核期限',
      decidedOn: '複核',
      decider: '複核人',
      form: '表號',
      note: '複核意見',
    },
    statuses: {
      standing: '成立',
      appealed: '申訴中',
      upheld: '維持',
      reduced: '減輕',
      cancelled: '撤銷',
    },
    add: {
      summary: '登錄一次違規',
      description: '登錄誰違反了哪一條；金額由制度規定。',
      code: '種類，如 擅自查閱（制度的 violations.codes）',
      on: '發生的日期，預設辦理日期',
      text: '情況；不要寫客戶的姓名與資料',
      done: (id, name, code, amount, by) =>
        `已登錄 ${id}：${name} ${code}，${amount} 元${by === null ? '' : `；${by} 以前可以申訴`}`,
    },
    list: {
      summary: '列出違規',
      description: '列出違規，新的在前，並合計金額；--open 只列申訴待複核的。',
      open: '只列申訴待複核的',
      code: '只列這一種',
      none: '沒有這樣的違規。',
      count: (count, amount) => `共 ${count} 次，合計 ${amount} 元。`,
    },
    appeal: {
      summary: '登錄申訴',
      description: '本人在期限內不服的，寫明理由。',
      text: '理由',
      done: (id, by) => `${id} 已申訴，${by} 以前複核`,
    },
    decide: {
      summary: '登錄複核結果',
      description: '由本人與登錄人以外、制度規定的職位複核：維持、減輕或撤銷。',
      decision: '維持、減輕、撤銷',
      amount: '減輕後的金額（元）',
      note: '意見',
      by: '複核人：姓名或人員編號；預設本人',
      form: '複核人簽名的紙本表單編號',
      done: (id, decision, amount) => `${id} 複核：${decision}，${amount} 元`,
    },
  },
} satisfies Catalog['supervision']
