/** A dice of numbers: `dice(6)` is 0 to 5. */
export type Dice = (sides: number) => number
export interface Place {
  readonly city: string
  readonly short: string
  readonly area: string
  readonly region: string
  readonly province: number
}
export const places: readonly Place[]
export function diceOf(seed: number): Dice
export function pick<Item>(dice: Dice, list: readonly Item[]): Item
export function personName(dice: Dice): string
export function traditionalName(dice: Dice): string
export function mobile(dice: Dice): string
export function landline(dice: Dice, place?: Place): string
export function address(dice: Dice, place?: Place): string
export function clinic(dice: Dice, place?: Place): string
export function hospital(dice: Dice, place?: Place): string
export function dealer(dice: Dice, place?: Place): string
export function idCardCheck(first17: string): string
export function idCard(dice: Dice, place?: Place): string
export function usccCheck(first17: string): string
export function uscc(dice: Dice, place?: Place): string
