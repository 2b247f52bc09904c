import type { RefusalFacts } from '../../domain/refusal.ts'
import type { Secrecy } from '../../domain/words.ts'
import { keys } from './keys.ts'

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `是否為 ${suggestion}？`

/** A level in words; one that another version of the program knew stands for itself. */
const level = (secrecy: Secrecy): string =>
  Object.hasOwn(keys.secrecy, secrecy) ? keys.secrecy[secrecy] : secrecy

/** Refusals of the office itself: its people and its policy. */
export const officeRefusals = {
  'person.left-early': ({ staff, leftOn, joinedOn }) =>
    `${staff} 於 ${joinedOn} 到職，不能在此之前（${leftOn}）離職。請改正 --on。`,
  'person.above-own': ({ staff, clearance, own }) =>
    `${staff} 的知悉範圍${level(clearance)}高於您自己的（${level(own)}），您不能授予，也不能變更（S001-22-4）。請由知悉範圍達${level(clearance)}的人員辦理。`,
  'person.last': ({ staff, because, clearance }) =>
    because === 'writer'
      ? `${staff} 是最後一位能辦理的人員，離開後再沒有人能登錄任何事。請先登錄接任者：dangan staff add <姓名> --account <帳號> --clearance ${level(clearance)}。`
      : `${staff} 是最後一位知悉範圍達${level(clearance)}的人員，此後再沒有人能閱覽或授予${level(clearance)}。請先另授一人：dangan staff update <姓名> --clearance ${level(clearance)}。`,
  'policy.not-text': ({ path }) => `${path} 不是純文字檔，不能作為制度。請另存為 UTF-8 純文字檔。`,
  'policy.missing': ({ version, versions }) =>
    `沒有第 ${version} 版制度，只有 1 至 ${versions}。請查詢：dangan policy list。`,
  'policy.no-section': ({ section, suggestion, sections }) =>
    `制度裡沒有 ${section}。${orElse(suggestion)}可選：${sections.join('、')}。`,
  'policy.unchanged': ({ version, effectiveFrom }) =>
    `與 ${effectiveFrom} 施行的第 ${version} 版並無差異，無須另立一版。`,
  'policy.same-day': ({ version, effectiveFrom }) =>
    `第 ${version} 版已自 ${effectiveFrom} 起施行，同一天不能有兩版制度。請改一天：--effective <日期>。`,
  'policy.acts-judged': ({ effectiveFrom, acts }) =>
    `${effectiveFrom} 以來已有 ${acts} 件事依原制度辦理。要溯及施行，請說明原因：--reason <原因>。`,
  'policy.in-use': ({ uses }) =>
    [
      '新制度刪去了仍在使用的內容，相關檔案將無從編號、定密等或計算保存年限：',
      ...uses.map(({ at, count }) => `  ${at}：${count} 份`),
      '請先改分類（dangan classify），或在新制度裡保留它們。',
    ].join('\n'),
  'policy.keys-later': ({ on, today, paths }) =>
    `自 ${on} 起，客戶的比對方式會改變（${paths.join('、')}）。登記簿須在採用時一併重編，不能留待以後。請自今天起施行：--effective ${today}；或與其餘各版保持一致。`,
} satisfies Partial<{
  readonly [Code in keyof RefusalFacts]: (facts: RefusalFacts[Code]) => string
}>
