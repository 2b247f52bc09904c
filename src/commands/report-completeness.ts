import { wholeScore } from '../domain/checklist.ts'
import { shareOf, type ReportRow } from '../domain/report.ts'
import { countedBy, inListOrder, sumOf, type Counted } from '../domain/report-counting.ts'
import { lackingIn, type Lacking } from '../store/report-completeness.ts'
import type { Office } from './desk.ts'
import { choicesBy, type Draw } from './report-asked.ts'

type Measures = 'archives' | 'complete' | 'points'
const nothing = { archives: 0, complete: 0, points: 0 }

/** `report completeness`: how much of what is required is there, by score, type and owner (S000-3-1). */
export const drawCompleteness: Draw = (office, { counting, period, by }) => {
  const parts = lackingIn(office.store, counting, period).map(partOf)
  const ways = ['score', 'type', 'owner'] as const
  return ways
    .filter((way) => by === undefined || way === by)
    .flatMap((way) => rowsBy(office, parts, way))
}

/** A hundredth of a score is a point, so that means are of whole numbers. */
export function partOf({ type, owner, required, missing, archives }: Lacking): Counted<Measures> {
  const points = Math.round(wholeScore(required, missing) * 100)
  return {
    keys: [bandOf(points), type, owner],
    counts: { archives, complete: missing === 0 ? archives : 0, points: points * archives },
  }
}

/** `100`, `80-99`, `60-79` … */
const bandOf = (points: number): string => {
  if (points === 100) return '100'
  const from = points >= 80 ? 80 : points >= 60 ? 60 : points >= 40 ? 40 : 0
  return `${from}-${from === 0 ? 39 : from === 80 ? 99 : from + 19}`
}

const bands = ['100', '80-99', '60-79', '40-59', '0-39']

function rowsBy(
  office: Office,
  parts: readonly Counted<Measures>[],
  way: 'score' | 'type' | 'owner',
): ReportRow[] {
  const at = ['score', 'type', 'owner'].indexOf(way)
  const choices = way === 'score' ? undefined : choicesBy(way, office)
  const counted = countedBy(parts, at)
  const groups =
    way === 'score'
      ? bands.map((band) => [band, counted.get(band) ?? nothing] as const)
      : inListOrder(counted, choices)
  const whole = sumOf(
    groups.map(([, counts]) => counts),
    nothing,
  )
  const lines = groups.map(([key, counts]): ReportRow => ({
    by: way,
    key,
    ...cells(counts, whole),
    isTotal: false,
  }))
  return [...lines, { by: way, key: null, ...cells(whole, whole), isTotal: true }]
}

const cells = (
  { archives, complete, points }: Readonly<Record<Measures, number>>,
  whole: Readonly<Record<Measures, number>>,
) => ({
  archives,
  share: shareOf(archives, whole.archives),
  complete,
  incomplete: archives - complete,
  completeRate: shareOf(complete, archives),
  averageScore: shareOf(points, archives * 100),
})
