import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

type Item = Pick<RefusalFacts['inspection.bare'], 'item' | 'label'>
const named = ({ item, label }: Item): string => label?.['zh-Hans'] ?? item

/** Inspections, repairs and stocktakes. */
export const inspectionRefusals = {
  'inspection.missing': ({ inspection }) =>
    `没有保管检查 ${inspection}。查看：dangan inspect list。`,
  'inspection.already': ({ inspection, period, place }) =>
    `${period} ${place ?? '全部库房'}的保管检查已有 ${inspection}，每个期间只检查一次（S001-14-1）。查看：dangan inspect show ${inspection}；误开的先撤销：dangan inspect close ${inspection} --drop <原因>。`,
  'inspection.early': ({ period, from, date }) =>
    `期间 ${period} 从 ${from} 才开始，${date} 不能检查。请改正 --period 或 --on。`,
  'inspection.before-opened': ({ inspection, date, openedOn }) =>
    `保管检查 ${inspection} 是 ${openedOn} 开始的，不能在此之前（${date}）登记。请改正 --date。`,
  'inspection.closed': ({ inspection, closedOn }) =>
    `保管检查 ${inspection} 已于 ${closedOn} 结束，不能再改。后来发现的问题列入下一次检查，或登记事故：dangan incident open <种类>。`,
  'inspection.unanswered': ({ inspection, items, source }) =>
    `保管检查 ${inspection} 还有 ${items.length} 项未查：${items.map(named).join('、')}，不能结束${clauses(source)}。登记：dangan inspect record ${inspection}。`,
  'inspection.reading': ({ item, label, isWanted, unit }) =>
    isWanted
      ? `${named({ item, label })}须写读数（${unit}），不能只写正常。请加 --reading <数>；无法测量的登记为 na。`
      : `${named({ item, label })}没有读数可写：它不是测量的项目，或登记为不适用。请去掉 --reading。`,
  'inspection.beyond': ({ item, label, reading, limits: { from, to, unit, source } }) =>
    `${named({ item, label })} ${reading}${unit} 超出 ${from ?? ''}～${to ?? ''}${unit}，不能登记为正常${clauses(source ?? [])}。去掉“正常”，或登记为异常。`,
  'inspection.bare': (item) =>
    `${named(item)}登记为异常，须写明情况，才好整改。请加 --note <情况>。`,
  'repair.missing': ({ repair }) =>
    `没有修复 ${repair}，或它不在您的知悉范围内。查看：dangan inspect repairs --all。`,
  'repair.done': ({ repair, repairedOn }) =>
    `${repair} 已于 ${repairedOn} 修复。又有损坏请另行登记：dangan inspect condition。`,
  'repair.before-seen': ({ repair, date, seenOn }) =>
    `${repair} 是 ${seenOn} 发现的，不能在此之前（${date}）修复。请改正 --on。`,
  'stocktake.missing': ({ stocktake }) => `没有清点 ${stocktake}。查看：dangan stocktake list。`,
  'stocktake.already': ({ stocktake }) =>
    `同一范围的清点 ${stocktake} 尚未结束，不能再开始一次。接着清点：dangan stocktake scan ${stocktake}；误开的先撤销：dangan stocktake close ${stocktake} --drop <原因>。`,
  'stocktake.nothing': ({ place, type }) =>
    `${place ?? '登记册'}里没有${type === null ? '' : '这种类型的'}应在架的档案，无从清点。请改正 --place、--type 或 --sample。`,
  'stocktake.closed': ({ stocktake, closedOn }) =>
    `清点 ${stocktake} 已于 ${closedOn} 结束，结果已固定，不能再登记。再次清点：dangan stocktake open。`,
  'stocktake.uncounted': ({ stocktake, expected }) =>
    `清点 ${stocktake} 还没有登记过任何编号，现在结束会把 ${expected} 份都算作不在架。先登记：dangan stocktake scan ${stocktake}；误开的撤销：dangan stocktake close ${stocktake} --drop <原因>。`,
  'stocktake.same-person': ({ name }) =>
    `${name} 是清点人，不能又是监盘人：监盘须由另一人。请改正 --witness 或 --by。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
