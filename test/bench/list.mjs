// A list of fictitious customers, twelve columns, the same for the same count: what the benchmarks import.
import { closeSync, openSync, writeSync } from 'node:fs'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解'
const given =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰春梅志建国庆文博宇轩浩然子涵雨欣梓晨思远俊熙嘉怡佳琪一诺若曦'
const cities = [
  '北京市朝阳区',
  '上海市浦东新区',
  '广州市天河区',
  '深圳市南山区',
  '杭州市西湖区',
  '成都市武侯区',
  '武汉市江汉区',
  '西安市雁塔区',
  '重庆市渝中区',
  '南京市鼓楼区',
  '厦门市思明区',
  '沈阳市和平区',
]
const streets = [
  '人民路',
  '中山路',
  '解放大道',
  '建设街',
  '和平里',
  '文化巷',
  '新华大街',
  '长江路',
  '黄河路',
  '珠江新城',
  '桃园街',
  '学府路',
]
const trades = [
  '口腔门诊部',
  '口腔诊所',
  '齿科医院',
  '义齿加工厂',
  '医疗器械有限公司',
  '贸易有限公司',
]
const industries = ['口腔诊所', '综合医院', '口腔医院', '义齿加工', '医疗器械']
const regions = ['华北', '华东', '华南', '华中', '西南', '西北', '东北', '港澳台']
const stages = ['售前', '售中', '售后']
const remarks = ['', '', '', '老客户介绍', '需要发票', '周末联系']

/** A small generator of our own: the same numbers on every machine. */
function dice(seed) {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * sides)
  }
}

const person = (roll) =>
  surnames[roll(surnames.length)] +
  given[roll(given.length)] +
  (roll(4) > 0 ? given[roll(given.length)] : '')

function row(at, roll) {
  const company = roll(5) === 0
  const name = company
    ? cities[roll(cities.length)].slice(0, 2) +
      given[roll(given.length)] +
      given[roll(given.length)] +
      at.toString(36) +
      trades[roll(trades.length)]
    : person(roll)
  const phone = `1${3 + roll(7)}${String(roll(1e9)).padStart(9, '0')}`
  const day = `${2023 + roll(3)}-${String(1 + roll(12)).padStart(2, '0')}-${String(1 + roll(28)).padStart(2, '0')}`
  const address = `${cities[roll(cities.length)]}${streets[roll(streets.length)]}${1 + roll(999)}号${1 + roll(30)}室`
  return [
    name,
    '个人',
    phone,
    roll(3) ? `user${at}@example.com` : '',
    address,
    person(roll),
    industries[roll(industries.length)],
    regions[roll(regions.length)],
    stages[roll(stages.length)],
    '无',
    day,
    remarks[roll(remarks.length)],
  ].join(',')
}

const headings =
  '客户名称,客户类型,联系电话,电子邮箱,地址,联系人,行业,地区,业务阶段,密级,建档日期,备注'

/** Writes `count` rows, UTF-8. `from` shifts the dice, for lists that do not overlap. */
export function writeList(path, count, seed = 1) {
  const roll = dice(seed)
  const file = openSync(path, 'w')
  let block = `${headings}\n`
  for (let at = 0; at < count; at += 1) {
    block += `${row(at + seed, roll)}\n`
    if (block.length > 1 << 20) {
      writeSync(file, block)
      block = ''
    }
  }
  writeSync(file, block)
  closeSync(file)
}
