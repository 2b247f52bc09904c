// npm run demo: the main job on a realistic list, in a temporary folder that stays for you to look at.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const launcher = join(root, 'bin/dangan.js')
const folder = mkdtempSync(join(tmpdir(), 'dangan-demo-'))
const file = join(folder, 'archive.db')

/** What each step is called, and the words that a person would type in this language. */
const texts = {
  'zh-Hans': {
    begin: `演示，文件都在 ${folder}（English: DANGAN_LANG=en npm run demo）`,
    init: '新建档案文件，采用义齿客户档案管理制度',
    import: '导入 Excel 存成的客户名单：GB18030 编码，486 行，有的写错，有的重复',
    again: '同一份名单再导入一次：什么都不变',
    chinese: '按中文查找，繁简通查',
    initials: '按拼音首字母查找',
    phone: '按电话里的几位数字查找',
    change: '更新、记录、分类：改了什么、为什么，都有据可查',
    show: '查看一份档案和它的经过',
    export: '列出、导出',
    verify: '核对日志，备份',
    end: `完成（退出状态 8 表示有行须改正，见 rejected.csv）。接着试试：`,
    who: ['--name', '李娜', '--post', '档案管理员'],
    reason: '客户来电',
    note: ['--text', '询问保修期', '--set', '沟通渠道=电话'],
    classify: ['--importance', '重要', '--secrecy', '秘密', '--reason', '重大订单'],
    list: ['--type', '经销商', '--region', '华东'],
  },
  'zh-Hant': {
    begin: `示範，檔案都在 ${folder}（English: DANGAN_LANG=en npm run demo）`,
    init: '新建檔案庫，採用義齒客戶檔案管理制度',
    import: '匯入 Excel 存成的客戶名單：GB18030 編碼，486 列，有的寫錯，有的重複',
    again: '同一份名單再匯入一次：什麼都不變',
    chinese: '以中文尋找，繁簡通查',
    initials: '以拼音首字母尋找',
    phone: '以電話裡的幾位數字尋找',
    change: '更新、記錄、分類：改了什麼、為什麼，都有據可查',
    show: '檢視一份檔案和它的經過',
    export: '列出、匯出',
    verify: '核對日誌，備份',
    end: `完成（結束狀態 8 表示有列須改正，見 rejected.csv）。接著試試：`,
    who: ['--name', '李娜', '--post', '檔案管理員'],
    reason: '客戶來電',
    note: ['--text', '詢問保固期', '--set', '溝通渠道=電話'],
    classify: ['--importance', '重要', '--secrecy', '秘密', '--reason', '重大訂單'],
    list: ['--type', '經銷商', '--region', '華東'],
  },
  en: {
    begin: `Demo; its files are in ${folder}`,
    init: 'Make an archive file under the policy of a maker of dentures',
    import: 'Import a list as Excel saved it: GB18030, 486 rows, some wrong, some there twice',
    again: 'Import the same list again: nothing changes',
    chinese: 'Find by Chinese words, in Simplified or Traditional characters',
    initials: 'Find by pinyin initials',
    phone: 'Find by some digits of a phone',
    change: 'Update, note, classify: what changed and why stays on record',
    show: 'Show an archive, and how it came to be so',
    export: 'List and export',
    verify: 'Verify the journal, back up',
    end: 'Done (status 8 says that rows must be mended: see rejected.csv). Go on with:',
    who: ['--name', 'Li Na', '--post', 'Archivist'],
    reason: 'the customer called',
    note: ['--text', 'asked about the warranty', '--set', 'channel=phone'],
    classify: ['--importance', 'important', '--secrecy', 'secret', '--reason', 'large order'],
    list: ['--type', 'dealer', '--region', 'East China'],
  },
}

const language = languageIn(process.env)
const text = texts[language]
const own = Object.entries(process.env).filter(([name]) => !name.startsWith('DANGAN_'))
const env = { ...Object.fromEntries(own), DANGAN_FILE: file, DANGAN_LANG: language, CI: '1' }

/** As the program chooses it; where the machine says nothing, Simplified Chinese. */
function languageIn({ DANGAN_LANG, LC_ALL, LC_MESSAGES, LANG }) {
  const said = (DANGAN_LANG || LC_ALL || LC_MESSAGES || LANG || 'C').replaceAll('-', '_')
  if (/^(c|posix)(\.|$)/i.test(said)) return 'zh-Hans'
  if (!/^zh/i.test(said)) return 'en'
  return /^zh_(tw|hk|mo|hant)/i.test(said) ? 'zh-Hant' : 'zh-Hans'
}

/** Runs one command as a person would; `expected` is the exit status that belongs to it. */
function dangan(words, expected = 0) {
  const shown = words.map((word) => (/[\s'"]/.test(word) ? `'${word}'` : word))
  console.log(`$ dangan ${shown.join(' ')}`)
  const { status, error } = spawnSync(process.execPath, [launcher, ...words], {
    stdio: 'inherit',
    cwd: folder,
    env,
  })
  if (status === expected) return
  console.error(`demo: ${error?.message ?? `status ${status}`} where ${expected} was expected`)
  process.exit(1)
}

let steps = 0
function step(title) {
  steps += 1
  console.log(`\n== ${steps}. ${title}`)
}

copyFileSync(join(root, 'fixtures/customers.csv'), join(folder, 'customers.csv'))
console.log(text.begin)
step(text.init)
dangan(['init', '--policy', 'denture', ...text.who])
step(text.import)
dangan(['import', 'customers.csv', '--errors', 'rejected.csv'], 8)
step(text.again)
const counts = 'read,created,updated,unchanged,skipped,rejected'
dangan(['import', 'customers.csv', '--quiet', '--fields', counts], 8)
step(text.chinese)
dangan(['find', '冯俊杰'])
step(text.initials)
dangan(['find', 'czh', '--limit', '4'])
step(text.phone)
dangan(['find', '4051', '--limit', '4'])
step(text.change)
dangan(['update', 'RG2024-0021', '--phone', '13900139000', '--reason', text.reason])
dangan(['note', 'RG2024-0021', ...text.note])
dangan(['classify', 'RG2024-0021', ...text.classify])
step(text.show)
dangan(['show', 'RG2024-0021'])
dangan(['show', 'RG2024-0021', '--history'])
step(text.export)
dangan(['list', ...text.list, '--limit', '4'])
dangan(['export', ...text.list, '-o', 'export.csv'])
step(text.verify)
dangan(['log', 'verify'])
dangan(['backup'])
console.log(`\n${text.end}\n  DANGAN_FILE=${file} node ${launcher} --help`)
