/**
 * Writes fixtures/customers.csv (486 rows as Excel for Windows saves them in China: GB18030, CRLF)
 * and fixtures/small.csv (20 clean rows, UTF-8), always the same. Among the 486 are twelve rows that
 * must be rejected, each for one reason, and three that repeat an earlier customer.
 */
import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import * as people from '../../test/support/people.mjs'

const headings =
  '客户名称,客户类型,机构代码,联系人,联系电话,电子邮箱,地址,行业,地区,业务阶段,密级,建档日期,身份证号,统一社会信用代码,备注'.split(
    ',',
  )

const cell = (text = '') => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows, end) =>
  [headings, ...rows.map((row) => headings.map((heading) => row[heading]))]
    .map((cells) => cells.map(cell).join(',') + end)
    .join('')

const { diceOf, pick, places } = people
const remarks = [
  '老客户介绍',
  '下月回访',
  '对金属过敏',
  '要求周末取件',
  '发票开增值税专用发票',
  '已寄样品',
  '年度框架协议',
  '上颌活动义齿',
  '全瓷冠两颗，颜色A2',
  '联系人已离职，待更新',
  '电话打不通时加微信',
  '预约周三复诊',
]

const hongKong = ['香港九龍彌敦道', '香港北角英皇道'].map((street) => ({
  street,
  phone: (number) => `+852 5500 ${number}`,
}))
const taiwan = ['臺北市大安區和平東路', '高雄市前鎮區中山路'].map((street) => ({
  street,
  phone: (number) => `0900-00${number[0]}-${number.slice(1)}`,
}))

/** Draws until `draw` gives what was not there before. */
function fresh(seen, draw) {
  for (;;) {
    const drawn = draw()
    if (seen.has(drawn)) continue
    seen.add(drawn)
    return drawn
  }
}

/** Makes rows from one dice; `seen` keeps names, phones and codes from repeating by chance. */
function officeOf(seed) {
  const dice = diceOf(seed)
  const seen = new Set()
  const sometimes = (percent, make) => (dice(100) < percent ? make() : '')
  const email = (host) =>
    `${pick(dice, ['info', 'kefu', 'yk', 'lxr', 'office'])}${dice(9000) + 1000}@${host}`
  const stage = () =>
    sometimes(85, () => pick(dice, ['售前', '售中', '售中', '售后', '售后', '售后']))
  const orgCode = () =>
    fresh(seen, () => {
      const letters = pick(dice, ['XH', 'KN', 'RA', 'BY', 'MJ', 'XD', 'TR', 'HC', 'DC', 'JS'])
      return `${letters}${String(1 + dice(99)).padStart(2, '0')}`
    })
  const phone = () => fresh(seen, () => people.mobile(dice))
  const line = (place) => fresh(seen, () => people.landline(dice, place))

  function individual() {
    const place = pick(dice, places)
    const name = people.personName(dice)
    return {
      客户名称: name,
      客户类型: '个人',
      联系电话: sometimes(96, phone),
      电子邮箱: sometimes(25, () => email('example.com')),
      地址: sometimes(70, () => people.address(dice, place)),
      地区: sometimes(90, () => place.region),
      业务阶段: stage(),
      密级: sometimes(60, () => pick(dice, ['无', '无', '无', '无', '秘密'])),
      身份证号: sometimes(60, () => fresh(seen, () => people.idCard(dice, place))),
      备注: sometimes(25, () => pick(dice, remarks)),
    }
  }

  /** From Hong Kong or Taiwan, as a colleague there wrote it. */
  function traditional() {
    const home = pick(dice, dice(2) === 0 ? hongKong : taiwan)
    return {
      客户名称: people.traditionalName(dice),
      客户类型: '個人',
      联系电话: fresh(seen, () => home.phone(String(dice(10_000)).padStart(4, '0'))),
      地址: `${home.street}${1 + dice(300)}號`,
      地区: '港澳台',
      业务阶段: stage(),
      密级: sometimes(50, () => '無'),
      备注: sometimes(30, () => pick(dice, ['轉介客戶', '全瓷冠兩顆', '請用繁體字聯繫'])),
    }
  }

  function company(type, make, industry) {
    const place = pick(dice, places)
    const name = fresh(seen, () => make(dice, place))
    return {
      客户名称: name,
      客户类型: type,
      机构代码: orgCode(),
      联系人: sometimes(90, () => people.personName(dice)),
      联系电话: sometimes(97, () => (dice(3) === 0 ? phone() : line(place))),
      电子邮箱: sometimes(60, () => email('example.com.cn')),
      地址: sometimes(92, () => people.address(dice, place)),
      行业: sometimes(90, () => industry(name)),
      地区: place.region,
      业务阶段: stage(),
      密级: sometimes(80, () => pick(dice, ['无', '无', '无', '秘密', '秘密', '机密'])),
      统一社会信用代码: sometimes(75, () => fresh(seen, () => people.uscc(dice, place))),
      备注: sometimes(20, () => pick(dice, remarks)),
    }
  }

  const ofClinic = (name) =>
    name.endsWith('口腔医院') ? '口腔医院' : name.endsWith('诊所') ? '口腔诊所' : '综合医院'
  const ofDealer = (name) => (name.includes('义齿') ? '义齿加工' : '医疗器械')
  const institution = () =>
    company('医疗机构', dice(3) === 0 ? people.hospital : people.clinic, ofClinic)
  const dealer = () => company('经销商', people.dealer, ofDealer)

  function anyone() {
    const die = dice(100)
    if (die < 48) return individual()
    if (die < 54) return traditional()
    return die < 82 ? institution() : dealer()
  }
  return { dice, individual, institution, dealer, anyone, phone }
}

/** Days in order from 2 January 2024 to 31 October 2026, as Excel shows them. */
const dayOfRow = (index, count) => {
  const first = Date.UTC(2024, 0, 2)
  const last = Date.UTC(2026, 9, 31)
  const day = new Date(
    first + Math.floor(((last - first) * index) / (count - 1) / 86_400_000) * 86_400_000,
  )
  return `${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}`
}

/** Twelve rows with one fault each, and where they stand (0: the first row below the headings). */
function spoil(office) {
  const { individual, institution, dealer } = office
  const idCard = (row, wrong) => ({ ...row, 身份证号: wrong })
  const wrongCheck = people.idCard(office.dice).replace(/.$/, (sign) => (sign === '1' ? '2' : '1'))
  return new Map([
    [17, { ...individual(), 建档日期: '2026/2/30' }],
    [52, { ...individual(), 联系电话: '1.38E+10' }],
    [96, idCard(individual(), wrongCheck)],
    [133, { ...institution(), 统一社会信用代码: '9131000MA1FL0' }],
    [178, { ...institution(), 密级: '机秘' }],
    [214, { ...individual(), 客户类型: '个体' }],
    [259, { ...individual(), 客户名称: '' }],
    [301, { ...institution(), 机构代码: '' }],
    [344, { ...dealer(), 电子邮箱: 'xiaoshou.example.com.cn' }],
    [388, { ...individual(), 客户名称: '王\u0007小明' }],
    [417, { ...dealer(), 联系电话: '2155001234' }],
    [455, { ...institution(), 业务阶段: '洽谈中' }],
  ])
}

/** Three customers, and the same three as somebody else wrote them down. */
function twins(office) {
  const person = { ...office.individual(), 客户名称: '陈志豪', 联系电话: office.phone() }
  const firm = office.dealer()
  const known = {
    ...office.individual(),
    身份证号: people.idCard(office.dice),
    联系电话: office.phone(),
    备注: '',
  }
  const spaced = `+86 ${known.联系电话.replace(/^(...)(....)(....)$/, '$1-$2-$3')}`
  return new Map([
    [40, person],
    [110, firm],
    [190, known],
    [322, { 客户名称: '陳志豪', 客户类型: '個人', 联系电话: person.联系电话, 地区: person.地区 }],
    [
      401,
      {
        ...firm,
        客户名称: firm.客户名称.replace('有限公司', ''),
        机构代码: 'HY88',
        统一社会信用代码: '',
        备注: '',
      },
    ],
    [470, { ...known, 联系电话: spaced }],
  ])
}

/** What Excel lists hold besides: other spellings, commas, quotes, lines within a cell. */
function colour(rows) {
  Object.assign(rows[5], { 备注: '要求“加急”，货到付款, 发票抬头："上海分公司"' })
  Object.assign(rows[23], { 备注: '第一次电话：无人接听\n第二次电话：下周再联系' })
  rows[31].客户名称 += ' '
  rows[64].联系电话 = '１９９００００００６４'
  rows[77].建档日期 = '2024年6月12日'
  rows[150].建档日期 = '45580'
  return rows
}

function customers(count) {
  const office = officeOf(20_261_031)
  const special = new Map([...spoil(office), ...twins(office)])
  const rows = Array.from({ length: count }, (_, index) => {
    const row = special.get(index) ?? office.anyone()
    return { 建档日期: dayOfRow(index, count), ...row }
  })
  return colour(rows)
}

function small(count) {
  const office = officeOf(7)
  const rows = Array.from({ length: count }, office.anyone)
  return rows.map((row, index) => ({ ...row, 建档日期: dayOfRow(index, count) }))
}

const fixture = (name) => new URL(`../../fixtures/${name}`, import.meta.url)
writeFileSync(fixture('customers.csv'), iconv.encode(csv(customers(486), '\r\n'), 'gb18030'))
writeFileSync(fixture('small.csv'), csv(small(20), '\n'))
