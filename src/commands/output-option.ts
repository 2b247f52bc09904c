import { Refusal } from '../domain/refusal.ts'

/** Where `-o` says that something goes; `-` is stdout. @throws Refusal usage.missing where it says nothing */
export function outputPath(said: string): string {
  if (said.trim() === '') throw new Refusal('usage.missing', { options: ['--output'] })
  return said
}
