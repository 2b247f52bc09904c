import type { Catalog } from '../catalog.ts'

/** Places: where archives and materials lie. */
export const place = {
  summary: '查位置、上架、移位，管理庫位',
  description:
    '說明檔案放在哪裡，以及單獨存放的材料放在哪裡；--to 移到另一處，--next 依排架次序放到下一個空位。每次移動都會留下紀錄，--history 列出經過。庫位本身以 add、list、show、update 管理，visit 登錄出入庫房。',
  numbers: '檔案編號，或 編號/材料序號，可多個；- 表示從標準輸入讀取',
  codes: '庫位代碼，如 A、A-3-07，可多個',
  place: '庫位代碼',
  options: {
    to: '移到此庫位；空值表示取出、未定位置',
    next: '下一個空位；給出編號則放到那裡',
    in: '只在此庫位裡面找（與 --next 同用）',
    secrecy: '為此密等的檔案找空位（與 --next 同用）',
    keeper: '材料的保管人',
    history: '列出歷次移動',
    reason: '原因',
    kind: '種類：庫房、檔案櫃、層、格、檔案盒、保險櫃',
    inside: '在哪個庫位裡面',
    label: '名稱，如 一號櫃',
    rows: '分成幾層',
    slots: '每層（沒有層則此處）分成幾格',
    capacity: '可放件數',
    placeKeeper: '保管人（人員姓名或編號）；空值則同上一級',
    levels: '只存放這些密等，以逗號分隔；空值則同上一級',
    order: '在上一級裡的次序，由左至右、由上而下',
    remove: '撤銷此庫位及其中各處（須是空的）',
  },
  moved: (name, from, to) => {
    if (to === null)
      return from === null ? `${name} 本來就未定位置` : `${name} 已從 ${from} 取出，未定位置`
    if (from === to) return `${name} 原已在 ${to}`
    return from === null ? `${name} 已放入 ${to}` : `${name} 已從 ${from} 移到 ${to}`
  },
  free: (place, path, room) =>
    `${place}${path === place ? '' : `（${path}）`}${room === null ? '' : `，還可放 ${room} 件`}`,
  nowhere: '（未定）',
  neverMoved: '沒有移動過。',
  misplaced: (name) => `${name} 現在放的地方與其密等不符，請移走：dangan locate ${name} --next。`,
  unlocked: (name, source) =>
    `${name} 須鎖入保險櫃，由專人保管（${source}）。放入：dangan locate ${name} --next；還沒有保險櫃：dangan locate add <代碼> --kind 保險櫃 --keeper <保管人>。`,
  asWords: (places) =>
    `還沒有登錄庫位，「${places}」照原樣記下。登錄庫位以後，才能核對代碼、排次序、管容量：dangan locate add。`,
  unknownPlace: '庫位未登錄',
  orphaned: (name, places, first) =>
    `${name} 還是 ${places} 的保管人，請指定新的保管人：dangan locate update ${first} --keeper <人員>。`,
  keys: {
    place: '庫位',
    kind: '種類',
    label: '名稱',
    in: '上一級',
    order: '次序',
    capacity: '容量',
    used: '已放',
    free: '空餘',
    keeper: '保管人',
    levels: '專放密等',
    path: '所在',
    name: '名稱',
    since: '自',
    remark: '備註',
    on: '日期',
    by: '經手人',
    from: '原在',
    to: '移到',
    reason: '原因',
  },
  add: {
    summary: '登錄庫位',
    description:
      '登錄庫房、櫃、層、格、盒、保險櫃；--rows、--slots 一次登錄整櫃，代碼依次為 A-1-1 等，滿十格則為 A-1-01 等，查找時兩種寫法相通。排架次序由左至右、由上而下。',
    done: (count, first, last) =>
      count === 1 ? `已登錄庫位 ${first}` : `已登錄 ${count} 處庫位：${first} 至 ${last}`,
  },
  list: {
    summary: '列出庫位，或某處存放的內容',
    description: '依排架次序列出庫位及其空餘；--place 列出該處（包括裡面各處）存放的檔案和材料。',
    place: '列出此處存放的內容',
    none: '還沒有庫位。登錄：dangan locate add A --kind 檔案櫃 --rows 6 --slots 10。',
    empty: '這裡什麼也沒有放。',
    count: (count, hidden) =>
      hidden > 0 ? `共 ${count} 件，其中 ${hidden} 件您無權檢視。` : `共 ${count} 件。`,
    misplaced: '位置不合規定',
  },
  show: { summary: '檢視一個庫位', description: '檢視一個庫位的種類、容量、保管人和專放密等。' },
  update: {
    summary: '變更或撤銷庫位',
    description:
      '變更名稱、容量、保管人、專放密等、所在的上一級和次序；--remove 撤銷空的庫位。代碼不變。',
    done: (place) => `已變更庫位 ${place}`,
    same: (place) => `庫位 ${place} 沒有變動`,
    removed: (place, count) =>
      count === 1 ? `已撤銷庫位 ${place}` : `已撤銷庫位 ${place} 及其中 ${count - 1} 處`,
  },
  visit: {
    summary: '登錄出入庫房',
    description:
      '登錄何人進了庫房、由誰陪同、為何事；--list 列出歷次出入。制度要求時，保管人以外的人須有保管人陪同。',
    who: '何人',
    purpose: '事由',
    with: '陪同的人員',
    escort: '陪同',
    list: '列出歷次出入',
    done: (who, place, on) => `已登錄 ${who} 於 ${on} 出入 ${place}`,
    none: '沒有出入紀錄。',
  },
} satisfies Catalog['place']
