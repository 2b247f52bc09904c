import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''

type Item = Pick<RefusalFacts['inspection.bare'], 'item' | 'label'>
const named = ({ item, label }: Item): string => label?.['zh-Hant'] ?? item

/** Inspections, repairs and stocktakes. */
export const inspectionRefusals = {
  'inspection.missing': ({ inspection }) =>
    `沒有保管檢查 ${inspection}。檢視：dangan inspect list。`,
  'inspection.already': ({ inspection, period, place }) =>
    `${period} ${place ?? '全部庫房'}的保管檢查已有 ${inspection}，每個期間只檢查一次（S001-14-1）。檢視：dangan inspect show ${inspection}；誤開的先撤銷：dangan inspect close ${inspection} --drop <原因>。`,
  'inspection.early': ({ period, from, date }) =>
    `期間 ${period} 從 ${from} 才開始，${date} 不能檢查。請更正 --period 或 --on。`,
  'inspection.before-opened': ({ inspection, date, openedOn }) =>
    `保管檢查 ${inspection} 是 ${openedOn} 開始的，不能在此之前（${date}）登錄。請更正 --date。`,
  'inspection.closed': ({ inspection, closedOn }) =>
    `保管檢查 ${inspection} 已於 ${closedOn} 結束，不能再改。後來發現的問題列入下一次檢查，或登錄事故：dangan incident open <種類>。`,
  'inspection.unanswered': ({ inspection, items, source }) =>
    `保管檢查 ${inspection} 還有 ${items.length} 項未查：${items.map(named).join('、')}，不能結束${clauses(source)}。登錄：dangan inspect record ${inspection}。`,
  'inspection.reading': ({ item, label, isWanted, unit }) =>
    isWanted
      ? `${named({ item, label })}須寫讀數（${unit}），不能只寫正常。請加 --reading <數>；無法測量的登錄為 na。`
      : `${named({ item, label })}沒有讀數可寫：它不是測量的項目，或登錄為不適用。請去掉 --reading。`,
  'inspection.beyond': ({ item, label, reading, limits: { from, to, unit, source } }) =>
    `${named({ item, label })} ${reading}${unit} 超出 ${from ?? ''}～${to ?? ''}${unit}，不能登錄為正常${clauses(source ?? [])}。去掉「正常」，或登錄為異常。`,
  'inspection.bare': (item) =>
    `${named(item)}登錄為異常，須寫明情形，才好改善。請加 --note <情形>。`,
  'repair.missing': ({ repair }) =>
    `沒有修復 ${repair}，或它不在您的知悉範圍內。檢視：dangan inspect repairs --all。`,
  'repair.done': ({ repair, repairedOn }) =>
    `${repair} 已於 ${repairedOn} 修復。又有損壞請另行登錄：dangan inspect condition。`,
  'repair.before-seen': ({ repair, date, seenOn }) =>
    `${repair} 是 ${seenOn} 發現的，不能在此之前（${date}）修復。請更正 --on。`,
  'stocktake.missing': ({ stocktake }) => `沒有清點 ${stocktake}。檢視：dangan stocktake list。`,
  'stocktake.already': ({ stocktake }) =>
    `同一範圍的清點 ${stocktake} 尚未結束，不能再開始一次。接著清點：dangan stocktake scan ${stocktake}；誤開的先撤銷：dangan stocktake close ${stocktake} --drop <原因>。`,
  'stocktake.nothing': ({ place, type }) =>
    `${place ?? '登錄冊'}裡沒有${type === null ? '' : '這種類型的'}應在架的檔案，無從清點。請更正 --place、--type 或 --sample。`,
  'stocktake.closed': ({ stocktake, closedOn }) =>
    `清點 ${stocktake} 已於 ${closedOn} 結束，結果已固定，不能再登錄。再次清點：dangan stocktake open。`,
  'stocktake.uncounted': ({ stocktake, expected }) =>
    `清點 ${stocktake} 還沒有登錄過任何編號，現在結束會把 ${expected} 份都算作不在架。先登錄：dangan stocktake scan ${stocktake}；誤開的撤銷：dangan stocktake close ${stocktake} --drop <原因>。`,
  'stocktake.same-person': ({ name }) =>
    `${name} 是清點人，不能又是監盤人：監盤須由另一人。請更正 --witness 或 --by。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
