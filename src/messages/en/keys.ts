import type { Secrecy, Status } from '../../domain/words.ts'

/** What keys, states and levels are called. */
export const keys = {
  archive: {
    number: 'archive number',
    type: 'customer type',
    year: 'year',
    orgCode: 'organisation code',
    serial: 'serial',
    name: 'customer name',
    status: 'status',
    stage: 'business stage',
    industry: 'industry',
    region: 'region',
    secrecy: 'secrecy',
    secrecyUntil: 'secret until',
    secrecySetBy: 'level set by',
    secrecySetOn: 'level set on',
    readers: 'named readers',
    importance: 'importance',
    owner: 'owner',
    phone: 'phone',
    email: 'email',
    address: 'address',
    openedOn: 'opened on',
    formedOn: 'formed on',
    closedOn: 'closed on',
    nextReviewOn: 'next review on',
    retentionClass: 'retention class',
    retainUntil: 'retain until',
    location: 'location',
    version: 'version',
    fields: 'fields',
    channel: 'channel',
    contact: 'contact',
    contacts: 'contacts',
    entries: 'entries',
    kind: 'kind',
    on: 'date',
    text: 'text',
    aliases: 'former numbers',
    remark: 'remark',
    collectedBy: 'collected by',
    verifiedBy: 'verified by',
    verifiedOn: 'verified on',
  },
  status: {
    pending: 'pending',
    active: 'active',
    closed: 'closed',
    destroyed: 'destroyed',
  } satisfies Record<Status, string>,
  secrecy: {
    none: 'none',
    secret: 'secret',
    confidential: 'confidential',
    topSecret: 'top secret',
  } satisfies Record<Secrecy, string>,
}

/** A key as people read it; fields of the policy and extra ones are their own names. */
export const keyLabel = (key: string): string =>
  Object.hasOwn(keys.archive, key) ? keys.archive[key as keyof typeof keys.archive] : key

/** What stands for the number of an archive that the reader may not see. */
export const hiddenArchive = 'an archive above your clearance'
