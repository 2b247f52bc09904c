import type { ReportKind } from '../domain/report.ts'
import { drawAssessment } from './report-assessment.ts'
import type { Draw } from './report-asked.ts'
import { drawCompleteness } from './report-completeness.ts'
import { drawComposition, drawCustomers } from './report-customers.ts'
import { drawGrowth, drawRetention } from './report-growth.ts'
import { drawReviews, drawStaff, drawUpdates } from './report-people.ts'
import { drawIncidents, drawLoans } from './report-use.ts'

/** How each report is drawn up: a new one is a line here, its columns, its words and its chart. */
export const draws: Readonly<Record<ReportKind, Draw>> = {
  customers: drawCustomers,
  growth: drawGrowth,
  composition: drawComposition,
  loans: drawLoans,
  completeness: drawCompleteness,
  reviews: drawReviews,
  updates: drawUpdates,
  incidents: drawIncidents,
  retention: drawRetention,
  staff: drawStaff,
  assessment: drawAssessment,
}
