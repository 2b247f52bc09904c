import type { Catalog } from '../catalog.ts'

/** Trainings of people, and rules that they broke. */
export const supervision = {
  training: {
    summary: 'Trainings: enter them, list those that are due',
    description:
      'Enters what people were trained in, and reckons by the policy when again (S000-4-12, S000-5-7, S004-G-3.1). Alone it lists all.',
    keys: {
      training: 'Training',
      staff: 'Name',
      subject: 'Subject',
      heldOn: 'Held',
      hours: 'Hours',
      score: 'Score',
      nextDue: 'Again by',
      past: 'Repeated since',
    },
    add: {
      summary: 'Enter a training',
      description:
        'Enters what somebody was trained in. When it is due again follows from the policy, unless you say a day.',
      subject: 'subject, such as secrecy (training.subjects of the policy)',
      on: 'the day of it; the date of the act if left out',
      hours: 'how many hours',
      score: 'score, or the result of a test',
      nextDue: 'to be repeated by this day; by the policy, if left out',
      done: (id, name, subject, next) =>
        `Entered ${id}: ${name} was trained in ${subject}${next === null ? '' : `, again by ${next}`}`,
    },
    list: {
      summary: 'List trainings',
      description:
        'Trainings, newest first; with --due those that people who are here must repeat by now.',
      due: 'only those that are due',
      subject: 'only this subject',
    },
    none: 'There are no such trainings.',
  },
  violation: {
    summary: 'Violations: enter them, appeals and what comes of those',
    description:
      'Enters who broke which rule of the archives; what it costs is in the policy (S003-10.2-8, S003-10.4-7). They may appeal, and somebody else decides. Alone it lists all.',
    violation: 'a violation, such as V3',
    keys: {
      violation: 'Violation',
      staff: 'Name',
      code: 'Rule',
      happenedOn: 'On',
      text: 'What happened',
      amount: 'Amount at first',
      due: 'Amount (yuan)',
      status: 'Status',
      enteredOn: 'Entered',
      appealBy: 'Appeal by',
      appealedOn: 'Appealed',
      appeal: 'Appeal',
      decideBy: 'Decide by',
      decidedOn: 'Decided',
      decider: 'Decided by',
      form: 'Form',
      note: 'Note',
    },
    statuses: {
      standing: 'standing',
      appealed: 'appealed',
      upheld: 'upheld',
      reduced: 'reduced',
      cancelled: 'cancelled',
    },
    add: {
      summary: 'Enter a violation',
      description: 'Enters who broke which rule; the policy says what it costs.',
      code: 'the rule, such as unauthorisedReading (violations.codes of the policy)',
      on: 'the day of it; the date of the act if left out',
      text: 'what happened, without names or data of customers',
      done: (id, name, code, amount, by) =>
        `Entered ${id}: ${name}, ${code}, ${amount} yuan${by === null ? '' : `; may appeal until ${by}`}`,
    },
    list: {
      summary: 'List violations',
      description:
        'Violations, newest first, with what they cost together; with --open those whose appeal waits.',
      open: 'only those whose appeal waits',
      code: 'only of this rule',
      none: 'There are no such violations.',
      count: (count, amount) => `${count} in all, ${amount} yuan together.`,
    },
    appeal: {
      summary: 'Enter an appeal',
      description: 'Whoever it is about objects in time, and says why.',
      text: 'why',
      done: (id, by) => `Appealed against ${id}; to be decided by ${by}`,
    },
    decide: {
      summary: 'Enter what comes of an appeal',
      description:
        'Somebody in a post that the policy names, neither the one it is about nor the one who entered it, upholds, reduces or cancels it.',
      decision: 'upheld, reduced, cancelled',
      amount: 'what it costs once reduced, in yuan',
      note: 'why',
      by: 'who decides: name or staff number; you, if left out',
      form: 'number of the paper form that they signed',
      done: (id, decision, amount) => `${id} is ${decision}: ${amount} yuan`,
    },
  },
} satisfies Catalog['supervision']
