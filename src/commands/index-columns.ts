import type { Column } from '../cli/printer.ts'
import type { Archive } from '../domain/archive.ts'
import { plainColumn, type Listed } from './archive-columns.ts'
import type { Desk, Office } from './desk.ts'

/**
 * The electronic index directory (电子档案索引目录, S002-4.2-3), which is the customers' overview, too
 * (客户一览表, S003-5.3.2-1). Its remark says 机密 or 绝密 (S001-22-1).
 */
export function indexColumns(desk: Desk, office: Office): readonly Column<Listed>[] {
  const plain = (key: Parameters<typeof plainColumn>[2]) => plainColumn(desk, office, key)
  const { keys } = desk.text
  return [
    plain('number'),
    plain('type'),
    plain('year'),
    plain('name'),
    {
      key: 'contact',
      heading: keys.archive.contact,
      value: ({ archive }) => archive.contacts[0]?.name ?? null,
    },
    plain('phone'),
    plain('address'),
    plain('owner'),
    plain('openedOn'),
    plain('location'),
    plain('retainUntil'),
    {
      key: 'remark',
      heading: keys.archive.remark,
      value: ({ archive }) => marked(archive),
      shown: ({ archive }) => {
        const level = marked(archive)
        return level === null ? '' : keys.secrecy[level]
      },
    },
  ]
}

/** Levels that the index must name. */
const marked = ({ secrecy }: Archive): 'confidential' | 'topSecret' | null =>
  secrecy === 'confidential' || secrecy === 'topSecret' ? secrecy : null
