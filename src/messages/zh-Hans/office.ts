/** The archive file, its policy and people. */
export const office = {
  init: {
    summary: '新建档案文件',
    description: '新建一个空的档案文件，采用一部现成制度，并把您登记为第一位人员。',
    options: {
      policy: '现成制度的名称',
      encrypt: '加密整个文件（SQLCipher 4 格式）',
      newKeyFile: '生成随机密钥并写入此文件（须与 --encrypt 同用）',
      name: '您的姓名',
      post: '您的职务',
      department: '您的部门',
    },
    ask: { name: '您的姓名', post: '您的职务（可空）', policy: '采用哪部制度' },
    defaultPost: '档案管理员',
    done: (path: string, policy: string, staff: string) =>
      `已新建 ${path}，采用${policy}，人员 1：${staff}。`,
    plainWarning: '文件未加密：能打开文件的人就能读到内容。加密用 --encrypt。',
    sealedWarning: (keyFile: string | undefined) =>
      `文件已加密。密钥${keyFile === undefined ? '' : `在 ${keyFile}，`}丢了就谁也打不开这份档案，备份也一样，没有别的办法。请另存一份密钥，与档案文件分开保管。`,
    offer: (path: string) => `没有档案文件 ${path}。现在新建吗？`,
  },
}
