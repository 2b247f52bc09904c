// node test/bench/find.mjs <archive file>: find inside the process, by class of query (SPEC section 14).
// Make the file by importing the list that `writeList` of list.mjs writes.
import { ourModules } from './measured.mjs'

const { openToRead, policyInForce, readingRights, staffById, find } = await ourModules('find', [
  "export { openToRead } from './src/store/open.ts'",
  "export { policyInForce } from './src/store/policies.ts'",
  "export { readingRights } from './src/store/reading-rights.ts'",
  "export { staffById } from './src/store/staff.ts'",
  "export { find } from './src/store/finding.ts'",
])

const classes = {
  '1 character, common': [...'王李张刘陈杨伟芳市路医'],
  '1 character, rare': [...'仇解曦诺贺康'],
  '2 characters, common': '王伟 张丽 北京 上海 口腔 朝阳 人民 李娜 国庆 医疗'.split(' '),
  '2 characters, rare': '仇曦 解诺 单玉 康曦 若一 贺梓'.split(' '),
  '3 characters': '王伟强 张国庆 朝阳区 门诊部 李佳琪 仇若曦'.split(' '),
  '4 characters': '口腔诊所 人民路1 浦东新区 医疗器械 北京强伟 上海诺曦'.split(' '),
  Traditional: '張偉 陳國慶 義齒 醫療器械 謝曉'.split(' '),
  initials: 'ww zx lgq wwq zgq bjkq qx'.split(' '),
  'full pinyin': 'wang wangwei zhangguoqing lijiaqi li zhang qiuruoxi shan'.split(' '),
  'digits of a phone': '1380 5555 138001 135555 186123 13800138000'.split(' '),
  numbers: 'RG2023-0001 rg20230001 RG2023 0001 RG2025-12345'.split(' '),
  'several words': ['王 北京', '张伟 上海', '口腔 杭州', '李 人民路 西湖', 'wang 138'],
  nothing: '龘 鑫鑫鑫 zzzzxx'.split(' '),
}

const [file] = process.argv.slice(2)
const { store } = openToRead(file, undefined)
const { policy } = policyInForce(store, '9999-12-31')
const selection = {
  filter: { conditions: [], stubs: false },
  policy,
  rights: readingRights(store, policy, staffById(store, 1)),
}
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/** Milliseconds of each query: by the clock, and of the processor's time alone. */
function timed(words) {
  const started = performance.now()
  const used = process.cpuUsage()
  find(store, { ...selection, words }, 50)
  const { user, system } = process.cpuUsage(used)
  return { wall: performance.now() - started, cpu: (user + system) / 1000 }
}

const figures = {}
for (const round of ['warm', 'count']) {
  for (const [name, queries] of Object.entries(classes)) {
    const runs = queries.flatMap((words) => Array.from({ length: 7 }, () => timed(words)))
    const wall = runs.map((it) => it.wall).toSorted((a, b) => a - b)
    const cpu = runs.map((it) => it.cpu).toSorted((a, b) => a - b)
    const [p50, p95, cpu50, cpu95] = [at(wall, 0.5), at(wall, 0.95), at(cpu, 0.5), at(cpu, 0.95)]
    if (round === 'count')
      figures[name] = Object.fromEntries(
        Object.entries({ p50, p95, cpu50, cpu95 }).map(([key, ms]) => [key, Number(ms.toFixed(2))]),
      )
  }
}
console.table(figures)
console.log('budget: p50 20 ms, p95 80 ms in any class, at one million')
store.close()
