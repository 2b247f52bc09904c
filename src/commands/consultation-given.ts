import {
  consultationName,
  readConsultationName,
  type Consultation,
} from '../domain/consultation.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireClearance } from '../domain/staff.ts'
import { archiveById } from '../store/archives.ts'
import { consultationById, consultationsWith } from '../store/consultations.ts'
import { archivesFor } from './archives-given.ts'
import type { Office } from './desk.ts'

/**
 * The consultation that `C3` means, or the only open one of an archive.
 * @throws Refusal consultation.missing, consultation.none-open, consultation.several,
 *   archive.missing, person.not-cleared
 */
export function consultationGiven(office: Office, name: string): Consultation {
  const { store, operator } = office
  const id = readConsultationName(name)
  if (id === undefined) return onlyOpenOf(office, name)
  const consultation = consultationById(store, id)
  if (!consultation) throw new Refusal('consultation.missing', { consultation: name })
  const archive = archiveById(store, consultation.archiveId)
  if (archive) requireClearance(operator, archive, consultation)
  return consultation
}

function onlyOpenOf(office: Office, name: string): Consultation {
  const [archive] = archivesFor(office, [name])
  if (!archive) throw new Error('a number means an archive, or is refused')
  const { id: archiveId, number } = archive
  const open = consultationsWith(office.store, { archiveId, isOpen: true })
  const [only] = open
  if (!only) throw new Refusal('consultation.none-open', { number })
  const consultations = open.map(({ id }) => consultationName(id))
  if (open.length > 1) throw new Refusal('consultation.several', { number, consultations })
  requireClearance(office.operator, archive, only)
  return only
}
