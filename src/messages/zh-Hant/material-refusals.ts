import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const damages = { length: '位元組數與登錄不符', hash: '內容與登錄的 SHA-256 不符' }

/** What can be wrong with materials and their files. */
export const materialRefusals = {
  'material.missing': ({ number, material }) =>
    `${number} 沒有第 ${material} 號材料。檢視清單：dangan attach --list ${number}。`,
  'material.no-file': ({ number, material }) =>
    `${number}/${material} 只有紙本，沒有電子檔。附上掃描檔：dangan attach --update ${number}/${material} <檔案>。`,
  'material.has-file': ({ number, material, name }) =>
    `${number}/${material} 已有電子檔「${name}」，不會覆寫。另附為一份材料：dangan attach ${number} <檔案>；或先移除：dangan attach --remove ${number}/${material}。`,
  'material.damaged': ({ number, material, because }) =>
    `${number}/${material} 的電子檔已損壞（${damages[because]}），沒有取出。請從備份取回，並核對其餘：dangan attach --verify。`,
  'match.bad': ({ pattern }) =>
    `--match「${pattern}」無法使用：須含一個 {number}，不能含資料夾，如 '{number}-*'。`,
  'match.nothing': ({ path, pattern }) =>
    `${path} 裡沒有檔名符合「${pattern}」的檔案。換一個規則：--match '{number}-*'；全部附入同一檔案：dangan attach <編號> ${path}。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
