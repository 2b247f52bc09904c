const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const units = { days: '天', workingDays: '個工作天' }

/** Why something may or may not be done with an archive. */
export const why = {
  questions: { lend: '借出', declassify: '解密', purge: '銷毀' },
  verdicts: {
    lend: (number: string, yes: boolean) => `${number} 現在${yes ? '可以' : '不能'}借出`,
    declassify: (number: string, yes: boolean) => `${number} ${yes ? '可以' : '無須'}調降密等`,
    purge: (number: string, yes: boolean) => `${number} 現在${yes ? '可以提出' : '不能'}銷毀`,
  },
  lend: {
    people: { internal: '本單位人員', external: '外部人員' },
    never: (who: string, source: readonly string[]) => `不借給${who}${clauses(source)}`,
    free: (who: string) => `${who}：無須審批`,
    steps: (
      who: string,
      steps: readonly string[],
      source: readonly string[],
      exempt: readonly string[],
    ) =>
      `${who}：須經${steps.join('，再經')}審批${clauses(source)}${exempt.length > 0 ? `；${exempt.join('、')}免審批` : ''}`,
    term: (count: number, unit: 'days' | 'workingDays', due: string, source: readonly string[]) =>
      `借期最長 ${count} ${units[unit]}${clauses(source)}，今天借出應還 ${due}`,
    bySlip: (source: readonly string[]) => `歸還日期由出借單寫明${clauses(source)}`,
    agreement: (who: readonly string[], source: readonly string[]) =>
      `${who.join('、')}須先簽借閱協議${clauses(source)}`,
    limit: (most: number, source: readonly string[]) =>
      `每人最多同時借 ${most} 份，有逾期的不能再借${clauses(source)}`,
    next: (number: string) => `dangan borrow ${number} --to <姓名> --purpose <用途>`,
  },
  declassify: {
    none: '沒有密等',
    noTerm: (level: string, source: readonly string[]) =>
      `密等為${level}，制度沒有規定期限，不會自行解密${clauses(source)}`,
    term: (level: string, years: number, source: readonly string[]) =>
      `密等為${level}，核定滿 ${years} 年自行解密${clauses(source)}`,
    next: (number: string) => `dangan classify ${number} --secrecy 無 --reason <原因>`,
  },
  purge: {
    permanent: (label: string, source: readonly string[]) =>
      `保存期限「${label}」：永久保存，不得銷毀${clauses(source)}`,
    notBegun: (label: string, source: readonly string[]) =>
      `保存期限「${label}」：尚未起算${clauses(source)}`,
    over: (label: string, day: string, source: readonly string[]) =>
      `保存期限「${label}」：已於 ${day} 屆滿${clauses(source)}`,
    until: (label: string, day: string, source: readonly string[]) =>
      `保存期限「${label}」：須保存到 ${day}${clauses(source)}`,
    held: (hold: string) => `正暫停銷毀（${hold}）`,
    copies: (count: number) => `有 ${count} 份影本沒有交代下落`,
    matters: {
      loan: '借出未還',
      request: '有未辦結的申請',
      consultation: '有人在查閱',
      material: '有材料',
      merged: '有合併的記載',
      hold: '正暫停銷毀',
      incident: '有事故記載',
    },
  },
}
