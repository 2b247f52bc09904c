/** On what ground others are told of a customer (S004-M-8.1). */
export const disclosureBases = ['consent', 'law', 'contract'] as const
export type DisclosureBasis = (typeof disclosureBases)[number]
