import type { Secrecy } from './words.ts'

/** Why something cannot lie somewhere (S001-7-1, S001-22-2). */
export interface PlaceRefusalFacts {
  'place.missing': { place: string; suggestion: string | undefined }
  'place.exists': { place: string }
  /** The policy wants known places, and this is none. */
  'place.unknown': { name: string; place: string; source: readonly string[] }
  'place.full': { place: string; capacity: number }
  /** It is divided into places, in which things lie. */
  'place.divided': { place: string; within: number }
  /** Its level lies apart, and this place is marked for none. */
  'place.not-apart': { name: string; place: string; secrecy: Secrecy; source: readonly string[] }
  /** This place is marked for other levels. */
  'place.apart': {
    name: string
    place: string
    secrecy: Secrecy
    levels: readonly Secrecy[]
    source: readonly string[]
  }
  'place.not-locked': { name: string; place: string; source: readonly string[] }
  'place.no-keeper': { place: string; source: readonly string[] }
  'place.none-free': { secrecy: Secrecy; places: number }
  'place.in-use': { place: string; holdings: number }
  'place.within-itself': { place: string; parent: string }
  /** What lies there does not go with what the place would be. */
  'place.holds-others': { place: string; holdings: number }
  'place.escort': { place: string; visitor: string; source: readonly string[] }
}
