import type { RefusalFacts } from '../../domain/refusal.ts'
import type { Secrecy } from '../../domain/words.ts'
import { keys } from './keys.ts'

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否为 ${suggestion}？`

/** A level in words; one that another version of the program knew stands for itself. */
const level = (secrecy: Secrecy): string =>
  Object.hasOwn(keys.secrecy, secrecy) ? keys.secrecy[secrecy] : secrecy

/** Refusals of the office itself: its people and its policy. */
export const officeRefusals = {
  'person.left-early': ({ staff, leftOn, joinedOn }) =>
    `${staff} 于 ${joinedOn} 到岗，不能在此之前（${leftOn}）离岗。请改正 --on。`,
  'person.above-own': ({ staff, clearance, own }) =>
    `${staff} 的知悉范围${level(clearance)}高于您自己的（${level(own)}），您不能授予，也不能变更（S001-22-4）。请知悉范围到${level(clearance)}的人员办理。`,
  'person.last': ({ staff, because, clearance }) =>
    because === 'writer'
      ? `${staff} 是最后一位能办理的人员，离开后再没有人能登记任何事。请先登记接任者：dangan staff add <姓名> --account <账户> --clearance ${level(clearance)}。`
      : `${staff} 是最后一位知悉范围到${level(clearance)}的人员，此后再没有人能查看或授予${level(clearance)}。请先另授一人：dangan staff update <姓名> --clearance ${level(clearance)}。`,
  'policy.not-text': ({ path }) => `${path} 不是文本文件，不能作制度。请另存为 UTF-8 文本。`,
  'policy.missing': ({ version, versions }) =>
    `没有第 ${version} 版制度，只有 1 至 ${versions}。查看：dangan policy list。`,
  'policy.no-section': ({ section, suggestion, sections }) =>
    `制度里没有 ${section}。${orElse(suggestion)}可选：${sections.join('、')}。`,
  'policy.unchanged': ({ version, effectiveFrom }) =>
    `与 ${effectiveFrom} 施行的第 ${version} 版没有差别，无须另立一版。`,
  'policy.same-day': ({ version, effectiveFrom }) =>
    `第 ${version} 版已自 ${effectiveFrom} 起施行，同一天不能有两版制度。请换一天：--effective <日期>。`,
  'policy.acts-judged': ({ effectiveFrom, acts }) =>
    `${effectiveFrom} 以来已有 ${acts} 件事按原制度办理。要追溯施行，请说明原因：--reason <原因>。`,
  'policy.in-use': ({ uses }) =>
    [
      '新制度删去了正在使用的内容，有关档案将无从编号、定密或计算保存期限：',
      ...uses.map(({ at, count }) => `  ${at}：${count} 份`),
      '请先改分类（dangan classify），或在新制度里保留它们。',
    ].join('\n'),
  'policy.keys-later': ({ on, today, paths }) =>
    `自 ${on} 起，客户的比对方式会改变（${paths.join('、')}）。登记簿须在采用时一并重编，不能留到以后。请自今天起施行：--effective ${today}；或与其余各版保持一致。`,
} satisfies Partial<{
  readonly [Code in keyof RefusalFacts]: (facts: RefusalFacts[Code]) => string
}>
