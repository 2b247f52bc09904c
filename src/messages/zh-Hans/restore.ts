/** Putting a backup in place. */
export const restore = {
  summary: '恢复备份',
  description:
    '把一份备份恢复到档案文件的位置，或用 --to 恢复到别处。先整份核对，在旁边另做一份，按销毁登记册清除备份以后销毁的档案，再在原始字节中查找，全部无误才一步换上；原来的文件改名留在旁边。备份以后发出的编号作废，不再使用。--dry-run 只看会怎样。',
  backup: '备份的名称或路径',
  to: '恢复到这个位置，而不是档案文件处',
  noRegister: '没有销毁登记册也恢复；须说明原因',
  reason: '没有销毁登记册的原因',
  confirm: '被替换文件的文件名，以确认',
  backupKeyFile: '备份的密钥文件；备份以后换过密钥时用',
  offer: (backup: string, madeAt: string, archives: number) =>
    `${backup}　${madeAt} UTC　${archives} 份档案`,
  ask: (name: string) => `将替换现有文件。请输入文件名 ${name} 以确认`,
  given: (backup: string) => `备份 ${backup} 之后发出`,
  found: (backup: string, madeAt: string | null, archives: number) =>
    `备份 ${backup}${madeAt === null ? '' : `（${madeAt} UTC）`}完好，有 ${archives} 份档案。`,
  damaged: (path: string, reason: string) => `${path} 已损坏（${reason}），将改名留在旁边。`,
  replaces: (path: string, archives: number, acts: number) =>
    acts > 0
      ? `将替换 ${path}（${archives} 份档案）；备份以后的 ${acts} 条日志所记的办理都会丢失。`
      : `将替换 ${path}（${archives} 份档案）；备份以后没有办理。`,
  numbersUnknown:
    '现有文件读不到：最近一份备份以后发出的编号无从知道，请按纸质登记核对后用 dangan add --number 补录。',
  unregistered: '没有销毁登记册：无法知道备份以后销毁过哪些档案。',
  planned: (restored: number, suppressed: number) =>
    `将恢复 ${restored} 份档案，清除已销毁的 ${suppressed} 份`,
  done: (path: string, restored: number, suppressed: number) =>
    `已恢复 ${restored} 份档案，清除已销毁的 ${suppressed} 份：${path}`,
  searched: (values: number) =>
    `在恢复的文件的原始字节中查找了已销毁档案的 ${values} 个值：没有留下。`,
  sealed: '文件已加密，原始字节中无从查找；索引已核对，文件已整个重写。',
  voided: (count: number) => `备份以后发出的 ${count} 个编号作废，不再使用。`,
  kept: (path: string) => `原来的文件在 ${path}。核对无误后请删除：以后的销毁不会清除它的内容。`,
}
