// npm run demo: the main job on a realistic list, in a temporary folder that stays for you to look at.
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const folder = mkdtempSync(join(tmpdir(), 'dangan-demo-'))
const file = join(folder, 'archive.db')
const rejected = join(folder, 'rejected.csv')
const english = /^en/.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const language = process.env.DANGAN_LANG || (english ? 'en' : 'zh-Hans')
const env = { ...process.env, DANGAN_FILE: file, DANGAN_LANG: language, CI: '1' }

const zh = {
  begin: `演示：档案文件 ${file}`,
  init: '一、新建档案文件，采用义齿客户档案管理制度',
  import: '二、导入一份 Excel 存成的客户名单（GB18030，486 行，有错行和重复）',
  again: '三、同一份名单再导入一次：什么都不变',
  chinese: '四、按中文查找，繁简通查',
  initials: '五、按拼音首字母查找',
  phone: '六、按电话里的几位数字查找',
  classify: '七、分类',
  show: '八、查看一份档案和它的经过',
  verify: '九、核对日志',
  end: `完成。接着试试：DANGAN_FILE=${file} node bin/dangan.js list`,
}
const en = {
  begin: `Demo: archive file ${file}`,
  init: '1. Make an archive file under the denture policy',
  import: '2. Import a list of customers as Excel saved it (GB18030, 486 rows, some wrong, some twice)',
  again: '3. Import the same list again: nothing changes',
  chinese: '4. Find by Chinese words, Simplified or Traditional',
  initials: '5. Find by pinyin initials',
  phone: '6. Find by some digits of a phone',
  classify: '7. Classify',
  show: '8. Show an archive and how it came to be so',
  verify: '9. Verify the journal',
  end: `Done. Go on with: DANGAN_FILE=${file} node bin/dangan.js list`,
}
const text = language === 'en' ? en : zh

/** Runs one command as a person would; `expected` is the exit status that belongs to it. */
function dangan(words, expected = 0) {
  console.log(`$ dangan ${words.join(' ')}`)
  const bin = join(root, 'bin/dangan.js')
  const { status } = spawnSync(process.execPath, [bin, ...words], { stdio: 'inherit', env })
  if (status === expected) return
  console.error(`demo: status ${status} where ${expected} was expected`)
  process.exit(1)
}

const step = (title) => console.log(`\n== ${title}`)

console.log(text.begin)
step(text.init)
dangan(['init', '--policy', 'denture', '--name', '李娜', '--post', '档案管理员'])
step(text.import)
const list = join(root, 'fixtures/customers.csv')
dangan(['import', list, '--errors', rejected], 8)
step(text.again)
dangan(['import', list, '--quiet'], 8)
step(text.chinese)
dangan(['find', '陈志豪'])
step(text.initials)
dangan(['find', 'czh'])
step(text.phone)
dangan(['find', '0000', '--limit', '3'])
step(text.classify)
dangan(['classify', 'RG2025-0001', '--importance', '重要', '--secrecy', '秘密', '--reason', '重大订单'])
step(text.show)
dangan(['show', 'RG2025-0001'])
dangan(['show', 'RG2025-0001', '--history'])
step(text.verify)
dangan(['log', 'verify'])
console.log(`\n${text.end}`)
