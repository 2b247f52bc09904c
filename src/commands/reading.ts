import type { Archive } from '../domain/archive.ts'
import { Refusal } from '../domain/refusal.ts'
import { surveyed, type Survey } from '../store/listing.ts'
import { enterReading, isJournaledReading, journaledLevels } from '../store/reading.ts'
import type { Desk, Office } from './desk.ts'

/** Levels whose reading is an act of its own, under the policy in force. */
export const levelsToEnter = (office: Office) => journaledLevels(office.policy)

/**
 * Enters what is about to be read, before any of it is shown (SPEC 15.3). A dry run writes nothing,
 * and shows nothing that could not be entered. @throws Refusal usage.dry-reading
 */
export async function enterReadings(
  desk: Desk,
  query: string,
  survey: Survey,
  revealed = false,
): Promise<void> {
  if (survey.count === 0) return
  if (desk.globals.dryRun) throw new Refusal('usage.dry-reading', { count: survey.count })
  await enterPassing(desk, query, survey, revealed)
}

/**
 * Enters what an act shows on its way. Also under `--dry-run`: what that takes back is the act,
 * while what it shows has been read all the same.
 */
export async function enterPassing(
  desk: Desk,
  query: string,
  survey: Survey,
  revealed = false,
): Promise<void> {
  if (survey.count === 0) return
  const { store, hand } = await desk.write()
  enterReading(store, hand, { action: 'archive.read', query, ...survey, revealed })
}

/** Of archives that have been read but not shown, those whose reading must be entered: all, where what is sensitive is shown. */
export const toEnter = (office: Office, archives: readonly Archive[], revealed = false): Survey =>
  surveyed(archives.filter(({ secrecy }) => revealed || isJournaledReading(office.policy, secrecy)))
