import type { Catalog } from '../catalog.ts'

/** People of the office. */
export const staff = {
  summary: '人員：登錄、異動、離職',
  description:
    '登錄辦理檔案的人員。操作者的權限來自其作業系統帳號所對應的人員；--as 只表示代誰辦理，不增加權限。',
  options: {
    name: '姓名',
    post: '職稱',
    department: '部門',
    clearance: '知悉範圍：無、秘密、機密、絕密',
    account: '對應的作業系統帳號',
    joinedOn: '到職日期，預設為辦理日期',
    leftOn: '離職日期，預設為辦理日期',
    reason: '原因',
    all: '包括已離職的人員',
    who: '姓名或人員編號',
    newAccount: '改為對應的作業系統帳號；空白為取消',
  },
  keys: {
    staff: '編號',
    name: '姓名',
    post: '職稱',
    department: '部門',
    clearance: '知悉範圍',
    account: '帳號',
    joinedOn: '到職',
    leftOn: '離職',
    status: '狀態',
  },
  status: { active: '在職', left: '已離職' },
  add: {
    summary: '登錄一位人員',
    description:
      '登錄一位人員。沒有帳號的人員可以由他人代辦（--as），但不能自行辦理。授予的知悉範圍不能高於您自己的。',
    done: (id, name) => `已登錄人員 ${id}：${name}。`,
    homonym: (name, ids) => `已有同名人員 ${name}（${ids}）。往後請以編號指明，例如 --as ${ids}。`,
    similar: (option, value, known) =>
      `${option}「${value}」是新的，已有的是「${known}」。若為筆誤，請用 dangan staff update 改正。`,
    noAccount: (id) => `此人還沒有帳號，不能自行辦理：dangan staff update ${id} --account <帳號>。`,
  },
  list: { summary: '列出人員', description: '列出在職人員；--all 包括已離職的。' },
  show: { summary: '查閱一位人員', description: '依姓名或編號查閱一位人員。' },
  update: {
    summary: '異動一位人員',
    description: '變更姓名、職稱、部門、知悉範圍或帳號。知悉範圍高於您的人員，您不能變更。',
    done: (id, name) => `已變更人員 ${id}：${name}。`,
    unchanged: (id, name) => `人員 ${id}（${name}）沒有變動。`,
    losing: (account) => `您自己的帳號 ${account} 將不再對應您，此後不能用它辦理。確定嗎？`,
  },
  leave: {
    summary: '登錄離職',
    description: '登錄一位人員離職。紀錄照舊保留，帳號即可對應他人。',
    done: (name, on) => `${name} 已於 ${on} 離職。`,
    own: '您將登錄自己離職，此後不能再用這個帳號辦理。確定嗎？',
  },
} satisfies Catalog['staff']
