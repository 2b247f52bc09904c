import type { Catalog } from '../catalog.ts'

/** How the file, its place and its safeguards stand. */
export const doctor = {
  summary: 'Check the file, its place, permissions, key, backups',
  description:
    'Looks at the archive file and what is around it, check by check: permissions, key, structure, journal, index, disk, backups, calendar, list of signers. It changes nothing; the status is 10 where something wants attention, 7 where the file is damaged. --encrypt, --rekey, --decrypt and --compact write the whole file anew: beside it first, then checked, then put in place in one step, so that no power cut can break it.',
  options: {
    encrypt: 'encrypt the file',
    rekey:
      'change the key; the new one comes from --new-key-file, DANGAN_NEW_KEY, DANGAN_NEW_KEY_FILE, or is asked for',
    decrypt: 'take the encryption off',
    compact: 'write the file anew and give free room back to the disk',
    reindex: 'make the search index anew',
    newKeyFile: 'make a new key and keep it in this file, which must not exist',
  },
  newKey: (path) => `The new key of ${path}:`,
  reindexed: 'The search index was made anew',
  headings: { check: 'check', state: 'result', said: 'what was found', hint: 'what to do' },
  states: { ok: 'ok', warning: 'warning', error: 'error' },
  checks: {
    program: 'program',
    place: 'place',
    permissions: 'permissions',
    space: 'disk space',
    key: 'key',
    schema: 'schema version',
    structure: 'structure',
    references: 'references',
    journal: 'journal',
    orphans: 'orphans',
    index: 'search index',
    register: 'register of purged numbers',
    purge: 'unfinished disposals',
    backup: 'backup',
    leftovers: 'copies beside it',
    calendar: 'working days',
    signers: 'list of signers',
  },
  tally: {
    ok: 'All is well.',
    found: (errors, warnings) =>
      `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`,
  },
  says: {
    sound: 'good',
    none: 'none',
    damaged: (reason) => `damaged: ${reason}`,
    program: (version, node, sqlite) => `dangan ${version}, Node ${node}, SQLite ${sqlite}`,
    local: 'a local disk',
    network: (kind) =>
      `on a network disk (${kind}): several machines that write at once would damage the file`,
    cloud: (name) =>
      `in a synchronised folder (${name}): it is copied while it is written, which damages it, and its contents go elsewhere`,
    noPermissions: 'this system has no file permissions',
    permissions: (mode) => `${mode}`,
    readable: (mode) => `${mode}: others on this machine can read or write it`,
    openFolder: 'anybody may write its folder, and put another file in its place',
    unknownSpace: 'the system does not say',
    space: (free, size) => `${free} free, the file has ${size}`,
    plain: 'not encrypted: whoever can open the file can read it',
    sealed: 'encrypted',
    keyReadable: (mode) => `key file ${mode}: others can read it`,
    keyBeside: 'the key file lies with the archive file: who takes one takes both',
    schema: (schema) => `${schema}`,
    references: (count) => `${count} point to records that are not there`,
    journal: (entries) => `good, ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    journalBad: (seq) => `entry ${seq} cannot be trusted`,
    orphans: (rows, files) =>
      `${rows} records that belong to no archive, ${files} electronic files unfinished or half erased`,
    index: (surplus, lacking) =>
      `differs from the archives: ${surplus} terms too many, ${lacking} too few`,
    register: (count) => `${count} purged numbers do not stand in it`,
    pending: (names) => `interrupted: ${names.join(', ')}`,
    noBackup: 'there never was one',
    backup: (day, elsewhere) =>
      `last ${day}; taken elsewhere: ${elsewhere === null ? 'nothing on record' : elsewhere}`,
    leftovers: (names) => `no later purge reaches ${names.join(', ')}`,
    noCalendar: 'the policy names none',
    calendar: (name) => `${name}`,
    calendarLacks: (name, year) => `${name} does not have ${year}`,
    noSigners: (path) => `there is no ${path}, which only signed approvals need`,
    signers: (path) => `${path}`,
    signersOpen: (path) =>
      `${path} can be changed by whoever runs the program, so signatures prove little`,
  },
  hints: {
    restore: 'write nothing more; dangan restore <backup>',
    local: 'move it to a local disk; only backups belong elsewhere',
    closeFolder: (folder) => `chmod o-w ${folder}`,
    space: 'make room: purging and writing anew take as much again as the file has',
    keyElsewhere: 'keep the key file elsewhere',
    orphans: 'files go when the next one is attached; for records look with dangan audit',
    remove: 'remove them once checked (rm)',
    signers: 'let root own it: /etc/dangan/allowed_signers',
  },
  recasting: {
    ask: 'Without encryption whoever can open the file can read it. Take it off',
    seal: 'putting the key on',
    encrypt: {
      planned: (path) => `Would encrypt ${path}`,
      done: (path, _before, size) => `Encrypted ${path} (${size})`,
      backups:
        'Earlier backups are not encrypted, and the disk may still hold what was there: make a new backup, and see to the old ones and to the old disk.',
    },
    rekey: {
      planned: (path) => `Would change the key of ${path}`,
      done: (path, _before, size) => `The key of ${path} was changed (${size})`,
      backups:
        'Earlier backups keep the old key: make a new one, and keep the old key as long as they are there.',
    },
    decrypt: {
      planned: (path) => `Would take the encryption off ${path}`,
      done: (path, _before, size) => `${path} is not encrypted any more (${size})`,
      backups: 'Earlier backups stay encrypted: keep the key as long as they are there.',
    },
    compact: {
      planned: (path) => `Would write ${path} anew`,
      done: (path, before, size) => `Written anew: ${path}, ${before} → ${size}`,
    },
  },
} satisfies Catalog['doctor']
