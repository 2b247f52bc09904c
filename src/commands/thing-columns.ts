import type { Column } from '../cli/printer.ts'
import { materialName } from '../domain/material.ts'
import type { Desk } from './desk.ts'
import type { Thing } from './things-given.ts'

/** What a thing that lies somewhere is: an archive, or a material that lies by itself. */
export const thingColumns = (desk: Desk): readonly Column<Thing>[] => [
  {
    key: 'number',
    heading: desk.text.keys.archive.number,
    value: ({ archive }) => archive.number,
    shown: ({ archive: { number }, material }) =>
      material ? materialName(number, material.seq) : number,
  },
  {
    key: 'material',
    heading: desk.text.material.shown,
    value: ({ material }) => material?.seq ?? null,
    besides: true,
  },
  {
    key: 'name',
    heading: desk.text.place.keys.name,
    value: (it) => it.material?.title ?? it.archive.name,
  },
]
