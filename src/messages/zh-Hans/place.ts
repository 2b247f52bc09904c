/** Places: where archives and materials lie. */
export const place = {
  summary: '查位置、上架、移位，管理库位',
  description:
    '说明档案放在哪里，以及单独存放的材料放在哪里；--to 移到另一处，--next 按排架次序放到下一个空位。每次移动都留痕，--history 列出经过。库位本身用 add、list、show、update 管理，visit 登记出入库房。',
  numbers: '档案编号，或 编号/材料序号，可多个；- 表示从标准输入读取',
  codes: '库位代码，如 A、A-3-07，可多个',
  place: '库位代码',
  options: {
    to: '移到此库位；空值表示取出、未定位置',
    next: '下一个空位；给出编号则放到那里',
    in: '只在此库位里面找（与 --next 同用）',
    secrecy: '为此密级的档案找空位（与 --next 同用）',
    keeper: '材料的保管人',
    history: '列出历次移动',
    reason: '原因',
    kind: '种类：库房、档案柜、层、格、档案盒、保险柜',
    inside: '在哪个库位里面',
    label: '名称，如 一号柜',
    rows: '分成几层',
    slots: '每层（没有层则此处）分成几格',
    capacity: '可放件数',
    placeKeeper: '保管人（人员姓名或编号）；空值则随上一级',
    levels: '只存放这些密级，逗号分隔；空值则随上一级',
    order: '在上一级里的次序，从左至右、自上而下',
    remove: '撤销此库位及其中各处（须是空的）',
  },
  moved: (name: string, from: string | null, to: string | null) => {
    if (to === null)
      return from === null ? `${name} 本来就未定位置` : `${name} 已从 ${from} 取出，未定位置`
    if (from === to) return `${name} 原已在 ${to}`
    return from === null ? `${name} 已放入 ${to}` : `${name} 已从 ${from} 移到 ${to}`
  },
  free: (place: string, path: string, room: number | null) =>
    `${place}${path === place ? '' : `（${path}）`}${room === null ? '' : `，还可放 ${room} 件`}`,
  nowhere: '（未定）',
  neverMoved: '没有移动过。',
  misplaced: (name: string) =>
    `${name} 现在放的地方与其密级不符，请移走：dangan locate ${name} --next。`,
  unlocked: (name: string, source: string) =>
    `${name} 须锁入保险柜，由专人保管（${source}）。放入：dangan locate ${name} --next；还没有保险柜：dangan locate add <代码> --kind 保险柜 --keeper <保管人>。`,
  asWords: (places: string) =>
    `还没有登记库位，“${places}”照原样记下。登记库位以后，才能核对代码、排次序、管容量：dangan locate add。`,
  unknownPlace: '库位未登记',
  orphaned: (name: string, places: string, first: string) =>
    `${name} 还是 ${places} 的保管人，请指定新的保管人：dangan locate update ${first} --keeper <人员>。`,
  keys: {
    place: '库位',
    kind: '种类',
    label: '名称',
    in: '上一级',
    order: '次序',
    capacity: '容量',
    used: '已放',
    free: '空余',
    keeper: '保管人',
    levels: '专放密级',
    path: '所在',
    name: '名称',
    since: '自',
    remark: '备注',
    on: '日期',
    by: '经手人',
    from: '原在',
    to: '移到',
    reason: '原因',
  },
  add: {
    summary: '登记库位',
    description:
      '登记库房、柜、层、格、盒、保险柜；--rows、--slots 一次登记整柜，代码依次为 A-1-1 等，满十格则为 A-1-01 等，查找时两种写法相通。排架次序从左至右、自上而下。',
    done: (count: number, first: string, last: string) =>
      count === 1 ? `已登记库位 ${first}` : `已登记 ${count} 处库位：${first} 至 ${last}`,
  },
  list: {
    summary: '列出库位，或某处存放的内容',
    description: '按排架次序列出库位及其空余；--place 列出该处（包括里面各处）存放的档案和材料。',
    place: '列出此处存放的内容',
    none: '还没有库位。登记：dangan locate add A --kind 档案柜 --rows 6 --slots 10。',
    empty: '这里什么也没有放。',
    count: (count: number, hidden: number) =>
      hidden > 0 ? `共 ${count} 件，其中 ${hidden} 件您无权查看。` : `共 ${count} 件。`,
    misplaced: '位置不合规定',
  },
  show: { summary: '查看一个库位', description: '查看一个库位的种类、容量、保管人和专放密级。' },
  update: {
    summary: '变更或撤销库位',
    description:
      '变更名称、容量、保管人、专放密级、所在的上一级和次序；--remove 撤销空的库位。代码不变。',
    done: (place: string) => `已变更库位 ${place}`,
    same: (place: string) => `库位 ${place} 没有变化`,
    removed: (place: string, count: number) =>
      count === 1 ? `已撤销库位 ${place}` : `已撤销库位 ${place} 及其中 ${count - 1} 处`,
  },
  visit: {
    summary: '登记出入库房',
    description:
      '登记谁进了库房、由谁陪同、为何事；--list 列出历次出入。制度要求时，保管人以外的人须有保管人陪同。',
    who: '何人',
    purpose: '事由',
    with: '陪同的人员',
    escort: '陪同',
    list: '列出历次出入',
    done: (who: string, place: string, on: string) => `已登记 ${who} 于 ${on} 出入 ${place}`,
    none: '没有出入记录。',
  },
}
