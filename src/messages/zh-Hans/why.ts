const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const units = { days: '天', workingDays: '个工作日' }

/** Why something may or may not be done with an archive. */
export const why = {
  questions: { lend: '借出', declassify: '解密', purge: '销毁' },
  verdicts: {
    lend: (number: string, yes: boolean) => `${number} 现在${yes ? '可以' : '不能'}借出`,
    declassify: (number: string, yes: boolean) => `${number} ${yes ? '可以' : '无须'}降低密级`,
    purge: (number: string, yes: boolean) => `${number} 现在${yes ? '可以提出' : '不能'}销毁`,
  },
  lend: {
    people: { internal: '本单位人员', external: '外部人员' },
    never: (who: string, source: readonly string[]) => `不借给${who}${clauses(source)}`,
    free: (who: string) => `${who}：无须审批`,
    steps: (
      who: string,
      steps: readonly string[],
      source: readonly string[],
      exempt: readonly string[],
    ) =>
      `${who}：须经${steps.join('，再经')}审批${clauses(source)}${exempt.length > 0 ? `；${exempt.join('、')}免审批` : ''}`,
    term: (count: number, unit: 'days' | 'workingDays', due: string, source: readonly string[]) =>
      `借期最长 ${count} ${units[unit]}${clauses(source)}，今天借出应还 ${due}`,
    bySlip: (source: readonly string[]) => `归还日期由出借单写明${clauses(source)}`,
    agreement: (who: readonly string[], source: readonly string[]) =>
      `${who.join('、')}须先签借阅协议${clauses(source)}`,
    limit: (most: number, source: readonly string[]) =>
      `每人最多同时借 ${most} 份，有逾期的不能再借${clauses(source)}`,
    next: (number: string) => `dangan borrow ${number} --to <姓名> --purpose <用途>`,
  },
  declassify: {
    none: '没有密级',
    noTerm: (level: string, source: readonly string[]) =>
      `密级为${level}，制度没有规定期限，不会自行解密${clauses(source)}`,
    term: (level: string, years: number, source: readonly string[]) =>
      `密级为${level}，定密满 ${years} 年自行解密${clauses(source)}`,
    next: (number: string) => `dangan classify ${number} --secrecy 无 --reason <原因>`,
  },
  purge: {
    permanent: (label: string, source: readonly string[]) =>
      `保存期限“${label}”：永久保存，不得销毁${clauses(source)}`,
    notBegun: (label: string, source: readonly string[]) =>
      `保存期限“${label}”：尚未起算${clauses(source)}`,
    over: (label: string, day: string, source: readonly string[]) =>
      `保存期限“${label}”：已于 ${day} 期满${clauses(source)}`,
    until: (label: string, day: string, source: readonly string[]) =>
      `保存期限“${label}”：须保存到 ${day}${clauses(source)}`,
    held: (hold: string) => `正暂停销毁（${hold}）`,
    copies: (count: number) => `有 ${count} 份复制件没有交代下落`,
    matters: {
      loan: '借出未还',
      request: '有未办结的申请',
      consultation: '有人在查阅',
      material: '有材料',
      merged: '有合并的记载',
      hold: '正暂停销毁',
      incident: '有事故记载',
    },
  },
}
