import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const levels = (list: readonly (keyof typeof keys.secrecy)[]): string =>
  list.map((level) => keys.secrecy[level]).join('、')

/** Why something cannot lie somewhere. */
export const placeRefusals = {
  'place.missing': ({ place, suggestion }) =>
    `沒有庫位 ${place}。${suggestion === undefined ? '' : `是否為 ${suggestion}？`}檢視：dangan locate list；登錄：dangan locate add ${place}。`,
  'place.exists': ({ place }) => `庫位 ${place} 已經登錄。檢視：dangan locate show ${place}。`,
  'place.unknown': ({ name, place, source }) =>
    `${name} 不能放在「${place}」：制度要求存放位置是已登錄的庫位${clauses(source)}。檢視：dangan locate list；登錄：dangan locate add <代碼>。`,
  'place.full': ({ place, capacity }) =>
    `${place} 已滿（容量 ${capacity}）。下一個空位：dangan locate --next。`,
  'place.divided': ({ place, within }) =>
    `${place} 已分成 ${within} 處，請寫明放在其中哪一處。檢視：dangan locate list。`,
  'place.not-apart': ({ name, place, secrecy, source }) =>
    `${name} 的密等是${keys.secrecy[secrecy]}，必須單獨存放，不能放在 ${place}${clauses(source)}。可放之處：dangan locate --next --secrecy ${keys.secrecy[secrecy]}；為此密等劃定庫位：dangan locate update <庫位> --levels ${keys.secrecy[secrecy]} --keeper <保管人>。`,
  'place.apart': ({ name, place, secrecy, levels: marked, source }) =>
    `${place} 只存放${levels(marked)}檔案，${name} 的密等是${keys.secrecy[secrecy]}，不能混放${clauses(source)}。可放之處：dangan locate --next${secrecy === 'none' ? '' : ` --secrecy ${keys.secrecy[secrecy]}`}。`,
  'place.not-locked': ({ name, place, source }) =>
    `${name} 是須鎖入保險櫃的材料，不能放在 ${place}${clauses(source)}。登錄保險櫃：dangan locate add <代碼> --kind 保險櫃 --keeper <保管人>。`,
  'place.no-keeper': ({ place, source }) =>
    `${place} 沒有保管人，而制度要求專人保管${clauses(source)}。指定：dangan locate update ${place} --keeper <人員>。`,
  'place.none-free': ({ secrecy, places }) =>
    places === 0
      ? `沒有可放${secrecy === 'none' ? '' : keys.secrecy[secrecy]}檔案的庫位。登錄：dangan locate add <代碼>。`
      : `可放的 ${places} 處都已滿。登錄新庫位：dangan locate add <代碼>；或加大容量：dangan locate update <庫位> --capacity <件數>。`,
  'place.in-use': ({ place, holdings }) =>
    `${place} 裡還有 ${holdings} 件，不能這樣變更。請先移出：dangan locate list --place ${place}。`,
  'place.within-itself': ({ place, parent }) => `${place} 不能放進它自己裡面的 ${parent}。`,
  'place.holds-others': ({ place, holdings }) =>
    `${place} 裡有 ${holdings} 件的密等或種類與此不符，不能這樣變更。請先移出：dangan locate list --place ${place}。`,
  'place.escort': ({ place, visitor, source }) =>
    `${visitor} 不是 ${place} 的保管人，須有保管人陪同${clauses(source)}。註明：--with <保管人>。`,
  'anchor.bad': ({ code }) =>
    `「${code}」不是紙面上的日誌碼，可能抄錯了。形如 57-K7QM-4XTP-9RZ2-HB3D，請再核對一遍。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
