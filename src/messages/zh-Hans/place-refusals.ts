import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { keys } from './keys.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? `（${source.join('、')}）` : ''
const levels = (list: readonly (keyof typeof keys.secrecy)[]): string =>
  list.map((level) => keys.secrecy[level]).join('、')

/** Why something cannot lie somewhere. */
export const placeRefusals = {
  'place.missing': ({ place, suggestion }) =>
    `没有库位 ${place}。${suggestion === undefined ? '' : `是否为 ${suggestion}？`}查看：dangan locate list；登记：dangan locate add ${place}。`,
  'place.exists': ({ place }) => `库位 ${place} 已经登记。查看：dangan locate show ${place}。`,
  'place.unknown': ({ name, place, source }) =>
    `${name} 不能放在“${place}”：制度要求存放位置是已登记的库位${clauses(source)}。查看：dangan locate list；登记：dangan locate add <代码>。`,
  'place.full': ({ place, capacity }) =>
    `${place} 已满（容量 ${capacity}）。下一个空位：dangan locate --next。`,
  'place.divided': ({ place, within }) =>
    `${place} 已分成 ${within} 处，请写明放在其中哪一处。查看：dangan locate list。`,
  'place.not-apart': ({ name, place, secrecy, source }) =>
    `${name} 的密级是${keys.secrecy[secrecy]}，必须单独存放，不能放在 ${place}${clauses(source)}。可放之处：dangan locate --next --secrecy ${keys.secrecy[secrecy]}；为此密级划定库位：dangan locate update <库位> --levels ${keys.secrecy[secrecy]} --keeper <保管人>。`,
  'place.apart': ({ name, place, secrecy, levels: marked, source }) =>
    `${place} 只存放${levels(marked)}档案，${name} 的密级是${keys.secrecy[secrecy]}，不能混放${clauses(source)}。可放之处：dangan locate --next${secrecy === 'none' ? '' : ` --secrecy ${keys.secrecy[secrecy]}`}。`,
  'place.not-locked': ({ name, place, source }) =>
    `${name} 是须锁入保险柜的材料，不能放在 ${place}${clauses(source)}。登记保险柜：dangan locate add <代码> --kind 保险柜 --keeper <保管人>。`,
  'place.no-keeper': ({ place, source }) =>
    `${place} 没有保管人，而制度要求专人保管${clauses(source)}。指定：dangan locate update ${place} --keeper <人员>。`,
  'place.none-free': ({ secrecy, places }) =>
    places === 0
      ? `没有可放${secrecy === 'none' ? '' : keys.secrecy[secrecy]}档案的库位。登记：dangan locate add <代码>。`
      : `可放的 ${places} 处都已满。登记新库位：dangan locate add <代码>；或加大容量：dangan locate update <库位> --capacity <件数>。`,
  'place.in-use': ({ place, holdings }) =>
    `${place} 里还有 ${holdings} 件，不能这样变更。请先移出：dangan locate list --place ${place}。`,
  'place.within-itself': ({ place, parent }) => `${place} 不能放进它自己里面的 ${parent}。`,
  'place.holds-others': ({ place, holdings }) =>
    `${place} 里有 ${holdings} 件的密级或种类与此不符，不能这样变更。请先移出：dangan locate list --place ${place}。`,
  'place.escort': ({ place, visitor, source }) =>
    `${visitor} 不是 ${place} 的保管人，须有保管人陪同${clauses(source)}。注明：--with <保管人>。`,
  'anchor.bad': ({ code }) =>
    `“${code}”不是纸面上的日志码，可能抄错了。形如 57-K7QM-4XTP-9RZ2-HB3D，请再核对一遍。`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
