import { diagnosed } from '../store/diagnosis.ts'
import type { Desk, Office } from './desk.ts'
import { offeredOffice } from './offer.ts'
import { openOffice, type Mode } from './office.ts'
import type { World } from './world.ts'

/** The offices that one command has opened. */
export interface Offices {
  open(mode: Mode): Promise<Office>
  /** What was thrown, or the damage in an open file that was behind it. */
  diagnosed(thrown: unknown): unknown
  close(): void
}

export function officesOf(desk: () => Desk, world: World): Offices {
  const opened: Office[] = []
  return {
    async open(mode) {
      const office = await openedOrFounded(desk(), world, mode)
      opened.push(office)
      return office
    },
    diagnosed: (thrown) => opened.reduce((found, { store }) => diagnosed(found, store), thrown),
    close() {
      for (const { store } of opened) store.close()
    },
  }
}

async function openedOrFounded(desk: Desk, world: World, mode: Mode): Promise<Office> {
  try {
    return await openOffice(desk, world, mode)
  } catch (thrown) {
    if (await offeredOffice(desk, thrown)) return openOffice(desk, world, mode)
    throw thrown
  }
}
