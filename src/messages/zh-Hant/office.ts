import type { Catalog } from '../catalog.ts'

/** The archive file, its policy and people. */
export const office = {
  init: {
    summary: '新建檔案庫',
    description: '新建一個空的檔案庫，採用一部現成制度，並將您登記為第一位人員。',
    options: {
      policy: '現成制度的名稱',
      encrypt: '整檔加密（SQLCipher 4 格式）',
      newKeyFile: '產生隨機金鑰並寫入此檔（須與 --encrypt 併用）',
      name: '您的姓名',
      post: '您的職稱',
      department: '您的部門',
    },
    ask: { name: '您的姓名', post: '您的職稱（可不填）', policy: '採用哪部制度' },
    defaultPost: '檔案管理員',
    done: (path, policy, staff) => `已新建 ${path}，採用「${policy}」，人員 1：${staff}。`,
    plainWarning: '檔案庫未加密：能開啟它的人就能讀到內容。要加密請用 --encrypt。',
    sealedWarning: (keyFile) =>
      `檔案庫已加密。金鑰${keyFile === undefined ? '' : `在 ${keyFile}，`}一旦遺失，任何人都無法再開啟它，備份也一樣，沒有別的辦法。請另存一份金鑰，與檔案庫分開保管。`,
    offer: (path) => `沒有檔案庫 ${path}。現在新建嗎？`,
  },
} satisfies Catalog['office']
