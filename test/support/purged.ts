import { officeIn, type OfficeSetting, type TestOffice } from './office.ts'

/** Short: nobody else's words may be found. */
const late = ['--reason', '补']

/** What of the archive that is destroyed may not be found any more. */
export const purgedValues = ['欧阳震华', '13912345678', '黄浦区', '烤瓷牙']

/** An office with RG2010-0001, whose term is over, and RG2024-0001, whose is not. */
export async function officeWithTerm(setting: OfficeSetting = {}): Promise<TestOffice> {
  const office = await officeIn({ patience: 300, ...setting })
  const add = (name: string, on: string, ...more: readonly string[]) =>
    office.done(
      'add',
      '--type',
      '个人',
      '--name',
      name,
      '--set',
      `openedOn=${on}`,
      ...more,
      ...late,
    )
  await office.done('staff', 'add', '王芳', '--post', '部门经理', '--reason', '到岗')
  await office.done('staff', 'add', '赵敏', '--post', '总经理', '--reason', '到岗')
  await add(
    '欧阳震华',
    '2010-03-01',
    '--phone',
    '13912345678',
    '--address',
    '上海市黄浦区人民路一百号',
  )
  await add('上官婉儿', '2024-03-01', '--phone', '13812345679')
  const note = ['note', 'RG2010-0001', '--set', '沟通渠道=电话', '--text', '来电询问烤瓷牙价格']
  await office.done(...note, '--on', '2010-04-01', ...late)
  return office
}

/** Destroys an archive whose term is over, from proposal to the search of the bytes. */
export async function purge(office: TestOffice, number = 'RG2010-0001'): Promise<void> {
  const why = ['--reason', '保存期满', '--appraisal', '已无保存价值']
  const { request, disposal } = await office.done('purge', 'propose', number, ...why)
  await office.done('approve', request, '--by', '王芳', '--form', 'F1')
  await office.done('approve', request, '--by', '赵敏', '--form', 'F2')
  const people = ['--by', '李娜', '--witness', '王芳', '--confirm', disposal]
  await office.done('purge', 'execute', disposal, ...people)
}
