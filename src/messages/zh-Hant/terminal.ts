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
}
