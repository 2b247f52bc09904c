/**
 * Fictitious customers for tests and fixtures, the same for the same seed. Identity numbers have
 * right checksums, but begin with districts ending in 99, which no province has; companies' codes
 * have organisation codes beginning with XXXX; phones are 199 0000 xxxx and 5500 xxxx.
 * Plain JavaScript: `node bin/dev/make-fixtures.mjs` runs it as it is.
 */

/** A dice of numbers: `dice(6)` is 0 to 5. (mulberry32) */
export function diceOf(seed) {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides)
  }
}

export const pick = (dice, list) => list[dice(list.length)]

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董袁潘蒋蔡余',
]
const traditionalSurnames = [...'陳黃趙吳張劉楊孫馬許鄧韓馮蕭蔣葉鄭羅謝蘇盧鍾譚']
const given =
  '秀英 伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 建国 志强 晓燕 海燕 小红 文博 子涵 雨欣 梓萱 思远 嘉怡 浩然 俊杰 明朗 玉兰 国栋 淑珍'.split(
    ' ',
  )
const traditionalGiven =
  '雅婷 志豪 家銘 淑芬 麗華 俊傑 美玲 國華 怡君 建宏 詠詩 嘉欣 偉強 慧儀 靜宜 曉彤'.split(' ')

export const personName = (dice) => pick(dice, surnames) + pick(dice, given)
export const traditionalName = (dice) =>
  pick(dice, traditionalSurnames) + pick(dice, traditionalGiven)

const two = (number) => String(number).padStart(2, '0')

/** A mainland mobile of a range kept for us. */
export const mobile = (dice) => `1990000${String(dice(10_000)).padStart(4, '0')}`
export const landline = (dice, place = pick(dice, places)) =>
  `${place.area}-${place.area.length === 3 ? '5500' : '550'}${String(dice(10_000)).padStart(4, '0')}`

/** Cities with telephone area code, sales region and the first two digits of identity numbers. */
export const places = [
  { city: '北京市', short: '北京', area: '010', region: '华北', province: 11 },
  { city: '天津市', short: '天津', area: '022', region: '华北', province: 12 },
  { city: '河北省石家庄市', short: '石家庄', area: '0311', region: '华北', province: 13 },
  { city: '上海市', short: '上海', area: '021', region: '华东', province: 31 },
  { city: '江苏省南京市', short: '南京', area: '025', region: '华东', province: 32 },
  { city: '浙江省杭州市', short: '杭州', area: '0571', region: '华东', province: 33 },
  { city: '山东省青岛市', short: '青岛', area: '0532', region: '华东', province: 37 },
  { city: '广东省广州市', short: '广州', area: '020', region: '华南', province: 44 },
  { city: '广东省深圳市', short: '深圳', area: '0755', region: '华南', province: 44 },
  { city: '广西壮族自治区南宁市', short: '南宁', area: '0771', region: '华南', province: 45 },
  { city: '湖北省武汉市', short: '武汉', area: '027', region: '华中', province: 42 },
  { city: '湖南省长沙市', short: '长沙', area: '0731', region: '华中', province: 43 },
  { city: '四川省成都市', short: '成都', area: '028', region: '西南', province: 51 },
  { city: '重庆市', short: '重庆', area: '023', region: '西南', province: 50 },
  { city: '陕西省西安市', short: '西安', area: '029', region: '西北', province: 61 },
  { city: '甘肃省兰州市', short: '兰州', area: '0931', region: '西北', province: 62 },
  { city: '辽宁省沈阳市', short: '沈阳', area: '024', region: '东北', province: 21 },
  { city: '黑龙江省哈尔滨市', short: '哈尔滨', area: '0451', region: '东北', province: 23 },
]

const streets =
  '人民路 中山路 解放大道 建设街 和平里 文化路 新华街 长江路 学府路 滨河大道 青年路 朝阳巷'.split(
    ' ',
  )

export const address = (dice, place = pick(dice, places)) =>
  `${place.city}${pick(dice, streets)}${1 + dice(400)}号${['', '', `${1 + dice(20)}栋${101 + dice(1800)}室`, `${2 + dice(5)}楼`][dice(4)]}`

const brands =
  '康宁 仁爱 博雅 美佳 瑞尔德 同仁恒 佳美齿 皓雅 贝齿 微笑 安齿 信和 华齿 恒康 铭齿 优雅 德齿 百齿 佰康 齿乐'.split(
    ' ',
  )
const brand = (dice, place) =>
  `${place.short}${pick(dice, brands)}${pick(dice, ['', '', '', '新', '中', '达', '泰'])}`

export const clinic = (dice, place = pick(dice, places)) => `${brand(dice, place)}口腔诊所`
export const hospital = (dice, place = pick(dice, places)) =>
  `${brand(dice, place)}${pick(dice, ['口腔医院', '医院', '综合医院'])}`
export const dealer = (dice, place = pick(dice, places)) =>
  `${brand(dice, place)}${pick(dice, ['医疗器械', '齿科材料', '义齿制作', '医疗科技'])}有限公司`

/** The eighteenth sign of an identity number (GB 11643). */
export function idCardCheck(first17) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'[sum % 11]
}

/** Somebody born 1940 to 2005. */
export function idCard(dice, place = pick(dice, places)) {
  const born = `${1940 + dice(66)}${two(1 + dice(12))}${two(1 + dice(28))}`
  const first17 = `${place.province}0199${born}${String(1 + dice(999)).padStart(3, '0')}`
  return first17 + idCardCheck(first17)
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The eighteenth sign of a unified social credit code (GB 32100). */
export function usccCheck(first17) {
  const sum = [...first17].reduce(
    (total, sign, index) => total + usccAlphabet.indexOf(sign) * (3 ** index % 31),
    0,
  )
  return usccAlphabet[(31 - (sum % 31)) % 31]
}

/** The ninth sign of an organisation code (GB 11714). */
function organisationCheck(first8) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const values = [...first8].map((sign) => Number.parseInt(sign, 36))
  const sum = values.reduce((total, value, index) => total + value * weights[index], 0)
  return '0123456789X'[(11 - (sum % 11)) % 11]
}

/** `9131` + 0199 + XXXX… */
export function uscc(dice, place = pick(dice, places)) {
  const organisation = `XXXX${String(dice(10_000)).padStart(4, '0')}`
  const first17 = `91${place.province}0199${organisation}${organisationCheck(organisation)}`
  return first17 + usccCheck(first17)
}
