/** Changing and verifying archives. */
export const change = {
  update: {
    summary: '更新档案',
    description:
      '更新一份或几份档案，每次更新成为新的一版，可以查看、可以恢复。空值（--phone ""）表示删去该项。也用来结束、重新启用、恢复旧版或作废。制度规定变更须经审批的，其他部门人员的更新先成为申请，批准时生效（S000-4.4-4）。',
    options: {
      extra: '制度以外的字段：名称=值，可重复',
      addContact: '增加联系人，同名者更新：姓名[,职务[,电话[,邮箱]]]，可重复',
      removeContact: '删去联系人，可重复',
      knownOn: '得知变更的日期',
      source: '变更的来源',
      reason: '变更的原因',
      expectVersion: '现在须是第几版，否则不更新',
      close: '结束：合作已终止',
      on: '结束的日期（与 --close 同用）',
      reopen: '重新启用已结束的档案',
      revert: '恢复到第几版，成为新的一版',
      void: '作废：误建的档案，内容全部删去，编号不再使用',
    },
    ask: {
      key: '更新哪一项',
      value: (label: string) => `${label}（留空则删去）`,
      reason: '原因',
      version: '恢复到第几版',
      void: (numbers: string) =>
        `${numbers} 的全部内容将被删去，无法恢复，编号永不再用。确定作废吗？`,
    },
    done: (number: string, version: number) => `已更新 ${number}（第 ${version} 版）`,
    handedIn: '须由档案部门核实后接受，已提出申请：',
    closed: (number: string, on: string) => `已结束 ${number}，结束日期 ${on}`,
    reopened: (number: string) => `已重新启用 ${number}`,
    reverted: (number: string, to: number, version: number) =>
      `${number} 已恢复到第 ${to} 版的内容（现为第 ${version} 版）`,
    voided: (number: string) => `已作废 ${number}，编号不再使用`,
    unchanged: (number: string, version: number) => `${number} 没有变化，仍是第 ${version} 版`,
    late: (days: number) => `得知变更已有 ${days} 天，迟于规定，已记录在案。`,
    disagrees: (number: string) =>
      `编号 ${number} 与新的内容不再一致，编号照旧。需要换号：dangan classify ${number} --renumber。`,
  },
  verify: {
    summary: '核实档案',
    description: '由采集人以外的一人核实信息：待核实的档案从此启用，在用的档案更新核实日期。',
    options: { method: '怎样核实的', reason: '补记的原因' },
    done: (number: string, on: string) => `已核实 ${number}，${on}`,
    self: '办公室里没有其他人员，由采集人自行核实，已注明。',
    attested: (name: string) => `采集人代 ${name} 登记核实，日志注明是据其陈述，检查时会列出。`,
  },
}
