import type { Catalog } from '../catalog.ts'

/** People of the office. */
export const staff = {
  summary: 'People: who they are, what they may read, when they left',
  description:
    'Keeps the people who work on archives. The rights of the operator are those of the person bound to the account; --as only says for whom the act is done and adds no rights.',
  options: {
    name: 'name',
    post: 'post',
    department: 'department',
    clearance: 'clearance: none, secret, confidential, topSecret',
    account: 'account at the operating system that acts for them',
    joinedOn: 'day of joining; the date of the act if left out',
    leftOn: 'day of leaving; the date of the act if left out',
    reason: 'why',
    all: 'also those who have left',
    who: 'name or staff number',
    newAccount: 'another account at the operating system; empty: none any more',
  },
  keys: {
    staff: 'No.',
    name: 'Name',
    post: 'Post',
    department: 'Department',
    clearance: 'Clearance',
    account: 'Account',
    joinedOn: 'Joined',
    leftOn: 'Left',
    status: 'Status',
  },
  status: { active: 'here', left: 'left' },
  add: {
    summary: 'Add a person',
    description:
      'Adds a person. Without an account others can act for them (--as), but they cannot act themselves. Nobody grants a clearance above their own.',
    done: (id, name) => `Added staff member ${id}: ${name}.`,
    homonym: (name, ids) =>
      `Another ${name} is there already (${ids}). From now on say the number, such as --as ${ids}.`,
    similar: (option, value, known) =>
      `The ${option.toLowerCase()} "${value}" is new; "${known}" is there already. If it was a slip: dangan staff update.`,
    noAccount: (id) =>
      `They have no account and cannot act themselves: dangan staff update ${id} --account <account>.`,
  },
  list: {
    summary: 'List people',
    description: 'Lists the people who are here; --all those who left, too.',
  },
  show: { summary: 'Show a person', description: 'Shows a person by name or staff number.' },
  update: {
    summary: 'Change a person',
    description:
      'Changes name, post, department, clearance or account. People cleared above you are not yours to change.',
    done: (id, name) => `Changed staff member ${id}: ${name}.`,
    unchanged: (id, name) => `Nothing changed for staff member ${id} (${name}).`,
    losing: (account) => `Your own account ${account} will no longer act for you. Are you sure?`,
  },
  leave: {
    summary: 'Enter that a person left',
    description:
      'Enters that a person left. What they did stays; the account is free for somebody else.',
    done: (name, on) => `${name} left on ${on}.`,
    own: 'You are entering that you left yourself: this account cannot act any more. Are you sure?',
  },
} satisfies Catalog['staff']
