import type { Catalog } from '../catalog.ts'

/** 終端機：如何提問、如何回答。 */
export const terminal: Catalog['terminal'] = {
  ask: {
    choose: '↑↓ 或數字選擇，Enter 確認，Ctrl-C 取消',
    nothing: '（不填）',
    needed: '不可空白，請填寫。',
    yesOrNo: (presumed: boolean) => `（y 是，n 否；Enter 為${presumed ? '是' : '否'}）`,
    yesOrNoOnly: '請回答 y（是）或 n（否）。',
    hidden: '（輸入時不顯示）',
    again: '再輸入一次：',
    differs: '兩次輸入不一致，請重新輸入。',
    noEmptyKey: '金鑰不可空白：空白金鑰等於未加密。',
  },
  help: {
    words: { options: '選項', command: '命令' },
    aside: (note: string) => `（${note}）`,
    and: '、',
    globals: (names: string) => `通用選項（說明見 dangan --help）：${names}`,
    moreHelp: '某個命令的用法與範例：dangan help <命令>',
  },
  failed: (word: string, message: string) => `${word}：${message}`,
  usage: {
    tooMany: (command: string, expected: number, extra: string) =>
      `${command} ${expected === 0 ? '不需引數' : `最多 ${expected} 個引數`}，多了：${extra}。用法：${command} --help。`,
    conflict: (one: string, other: string) => `${one} 與 ${other} 不能同時使用。`,
    other: (reason: string) => `命令列有誤：${reason}`,
  },
  completion: {
    summary: '輸出命令列補全指令稿',
    description:
      '輸出 bash、zsh 或 fish 的補全指令稿：可補全命令、選項、檔案編號、人員與客戶類型。',
    shell: '哪一種 shell',
  },
  man: {
    summary: '輸出使用手冊頁',
    explained: '依各命令的說明產生使用手冊頁（roff 格式）。',
    title: '客戶檔案',
    purpose: '客戶檔案登記',
    name: '名稱',
    synopsis: '概要',
    description: '說明',
    commands: '命令',
    options: '通用選項',
    exits: '結束狀態',
    files: '檔案',
    environment: '環境變數',
    examples: '範例',
    fileList: [
      ['$XDG_DATA_HOME/dangan/archive.db', '登記檔；未設 XDG_DATA_HOME 時在 ~/.local/share 之下。'],
      ['<登記檔>.purged', '已銷毀檔案的編號，還原備份時據此不使其復活。'],
    ],
    variables: [
      ['DANGAN_FILE', '登記檔，同 --file。'],
      ['DANGAN_AS', '代表何人辦理，同 --as。'],
      ['DANGAN_DATE', '辦理日期，同 --date。'],
      ['DANGAN_LANG', '語言，同 --lang；未設時依序看 LC_ALL、LC_MESSAGES、LANG。'],
      ['DANGAN_KEY', '加密登記檔的通行片語。'],
      ['DANGAN_KEY_FILE', '加密登記檔的金鑰檔，同 --key-file。'],
      ['DANGAN_ALLOWED_SIGNERS', '審批簽章的簽署人名單，同 --allowed-signers。'],
      ['NO_COLOR', '不用色彩。'],
      ['FORCE_COLOR', '輸出不到終端機時也用色彩。'],
      ['CI', '不提問，同 --no-input。'],
    ],
  },
}
