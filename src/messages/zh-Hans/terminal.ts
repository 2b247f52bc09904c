/** The terminal itself: how questions are asked and answered. */
export const terminal = {
  ask: {
    choose: '↑↓ 或数字选择，回车确认，Ctrl-C 取消',
    nothing: '（不填）',
    needed: '不能为空，请填写。',
    yesOrNo: (presumed: boolean) => `（y 是，n 否；回车为${presumed ? '是' : '否'}）`,
    yesOrNoOnly: '请回答 y（是）或 n（否）。',
    hidden: '（输入时不显示）',
    again: '再输入一次：',
    differs: '两次输入不一致，请重新输入。',
    noEmptyKey: '密钥不能为空：空密钥等于不加密。',
  },
}
