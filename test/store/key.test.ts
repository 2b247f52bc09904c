import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { schemaSteps } from '../../src/exchange/package-files.ts'
import { keyIn, passphrase, rawKey } from '../../src/store/key.ts'
import { openToRead } from '../../src/store/open.ts'
import { createRegistry } from '../../src/store/registry.ts'
import { everythingIn, modeOf, patch, rawly } from '../support/files.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

const plainHeader = 'SQLite format 3'
const customer = '欧阳震华'
const phone = '13812345678'

const withCustomer = async (office: TestOffice) => {
  await office.done('add', '--type', 'individual', '--name', customer, '--phone', phone)
  return office
}

const passphraseOffice = async (key: string) =>
  withCustomer(await officeIn({ env: { DANGAN_KEY: key }, init: ['--encrypt'] }))

const hex = '0123456789abcdef'.repeat(4)

/** Opened by a raw key, which costs no derivation. */
async function sealedOffice(): Promise<TestOffice> {
  const keyFile = join(newRoom(), 'key')
  writeFileSync(keyFile, hex)
  return withCustomer(await officeIn({ env: { DANGAN_KEY_FILE: keyFile }, init: ['--encrypt'] }))
}

/** All pages of a SQLCipher 4 file, opened with nothing but the published format. */
function decrypted(sealed: Buffer, secret: string | Buffer): Buffer {
  const [page, reserved] = [4096, 80]
  const salt = sealed.subarray(0, 16)
  const key = typeof secret === 'string' ? pbkdf2Sync(secret, salt, 256_000, 32, 'sha512') : secret
  const macKey = pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )
  const pages = Array.from({ length: sealed.length / page }, (_, at) => {
    const whole = sealed.subarray(at * page, (at + 1) * page)
    const begin = at === 0 ? 16 : 0
    const cipher = whole.subarray(begin, page - reserved)
    const iv = whole.subarray(page - reserved, page - reserved + 16)
    const number = Buffer.alloc(4)
    number.writeUInt32LE(at + 1)
    const mac = createHmac('sha512', macKey).update(cipher).update(iv).update(number).digest()
    expect(mac.equals(whole.subarray(page - reserved + 16))).toBe(true)
    const aes = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
    const head = at === 0 ? Buffer.from(`${plainHeader}\0`) : Buffer.alloc(0)
    return Buffer.concat([head, aes.update(cipher), aes.final(), Buffer.alloc(reserved)])
  })
  return Buffer.concat(pages)
}

test('an independent reader of the SQLCipher 4 format opens the file with its passphrase', async () => {
  const office = await passphraseOffice('correct horse 电池')
  const plain = join(newRoom(), 'plain.db')
  writeFileSync(plain, decrypted(readFileSync(office.file), 'correct horse 电池'))
  patch(plain, (bytes) => void bytes.writeUInt16BE(0x0101, 18)) // no log beside it
  rawly(plain, (db) => {
    expect(db.prepare('SELECT name, phone FROM archive').all()).toEqual([{ name: customer, phone }])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})

test('a raw key in a new 0600 file opens the same format without derivation', async () => {
  const keyFile = join(newRoom(), 'keys', 'dangan.key')
  const office = await officeIn({ init: ['--encrypt', '--new-key-file', keyFile] })
  expect(modeOf(keyFile)).toBe(0o600)
  const made = readFileSync(keyFile, 'utf8').trim()
  expect(made).toMatch(/^[0-9a-f]{64}$/)
  expect((await office.run('log')).status).toBe(2)
  expect((await office.run('log', '--key-file', keyFile)).status).toBe(0)
  decrypted(readFileSync(office.file), Buffer.from(made, 'hex'))
})

test('whoever encrypts is told that a lost key is a lost archive, also by a machine’s output', async () => {
  const office = await officeIn({ lang: 'en', env: { DANGAN_KEY: 'tell-nobody' } })
  const at = (name: string) => join(office.room, name)
  const told = 'Whoever loses the key loses the archive: nobody can recover it'
  const words = ['init', '--encrypt', '--json', '--file']
  const { out, err } = await office.run(...words, at('one.db'))
  expect(err).toContain(told)
  expect(JSON.parse(out)).toMatchObject({ encrypted: true })
  const keyed = await office.run(...words, at('two.db'), '--new-key-file', at('two.key'))
  expect(keyed.err).toContain(`with the key in ${at('two.key')}. ${told}`)
  expect((await office.run('init', '--file', at('three.db'))).err).not.toContain(told)
})

test('no byte of a customer is to be read in the file, its log or its backups', async () => {
  const office = await sealedOffice()
  const held = openToRead(office.file, rawKey(hex)).store // keeps the log from being folded in
  await office.done(
    'add',
    '--type',
    'individual',
    '--name',
    `${customer}二`,
    '--phone',
    '13987654321',
  )
  await office.done('backup')
  expect(existsSync(`${office.file}-wal`)).toBe(true)
  const files = readdirSync(office.room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.db(-wal|-shm)?$/.test(name))
    .map((name) => [name, readFileSync(join(office.room, name))] as const)
  held.close()
  expect(files.map(([name]) => name.replace(/\d{8}T\d{6}/, '')).toSorted()).toEqual([
    'archive.db',
    'archive.db-shm',
    'archive.db-wal',
    'backups/archive-Z.db',
  ])
  for (const [name, bytes] of files)
    for (const needle of [plainHeader, customer, phone, '13987654321', hex, 'CREATE TABLE'])
      expect([name, needle, bytes.includes(needle)]).toEqual([name, needle, false])
})

test('a backup is opened by the same key, and by no other', async () => {
  const office = await sealedOffice()
  const { path } = await office.done('backup')
  expect((await office.done('backup', 'verify', path)).ok).toBe(true)
  office.env['DANGAN_KEY'] = 'another'
  const ran = await office.run('backup', 'verify', path, '--json')
  expect([ran.status, ran.error.code]).toEqual([7, 'file.wrong-key'])
})

const keys: readonly (readonly [string, string])[] = [
  ['quotes and semicolons', `it's "so"; DROP TABLE archive; --`],
  ['Chinese', '密钥：一二三四'],
  ['four kilobytes', 'k'.repeat(4096)],
  ['what looks like a number', '007'],
]

test.each(keys)('a key of %s opens what it closed, and nearly the same key does not', (_, key) => {
  const path = join(newRoom(), 'archive.db')
  const founding = { at: '2026-11-20T02:00:00.000Z', termsVersion: '', key: passphrase(key) }
  createRegistry(path, schemaSteps(), founding).close()
  openToRead(path, passphrase(key)).store.close()
  expect(() => openToRead(path, passphrase(`${key} `))).toThrow('file.wrong-key')
})

test('a wrong key: status 7, a sentence without the key, every byte as it was', async () => {
  const office = await passphraseOffice('right-one')
  const before = everythingIn(office.room)
  office.env['DANGAN_KEY'] = 'wrong-one'
  for (const words of [
    ['show', '0001'],
    ['add', '--type', 'individual', '--name', '李四'],
  ]) {
    const ran = await office.run(...words)
    expect([ran.status, ran.out]).toEqual([7, ''])
    expect(ran.err).toContain('密钥不对')
    expect(ran.err).not.toMatch(/right-one|wrong-one|SQLITE|at .*\.ts/)
  }
  expect({ ...everythingIn(office.room), stdin: '' }).toEqual({ ...before, stdin: '' })
})

test('no key and no terminal: status 2, and the options are named', async () => {
  const office = await sealedOffice()
  delete office.env['DANGAN_KEY_FILE']
  const ran = await office.run('show', '0001')
  expect(ran.status).toBe(2)
  expect(ran.err).toMatch(/--key-file.*DANGAN_KEY/)
})

test('an empty key would encrypt nothing: it is refused and no file is made', async () => {
  const office = await officeIn()
  const file = join(office.room, 'other.db')
  office.env['DANGAN_FILE'] = file
  for (const [name, text] of [
    ['empty', ''],
    ['newline', '\n'],
  ] as const) {
    const path = join(office.room, name)
    writeFileSync(path, text)
    expect((await office.run('init', '--encrypt', '--key-file', path)).status).toBe(2)
  }
  office.env['DANGAN_KEY'] = ''
  expect((await office.run('init', '--encrypt')).status).toBe(2)
  delete office.env['DANGAN_KEY']
  expect((await office.run('init', '--encrypt')).status).toBe(2)
  expect(existsSync(file)).toBe(false)
})

test('a new key file never replaces one, and goes again where no archive file was made', async () => {
  const office = await officeIn()
  const keyFile = join(office.room, 'key')
  expect((await office.run('init', '--encrypt', '--new-key-file', keyFile)).status).toBe(3)
  expect(existsSync(keyFile)).toBe(false)
  office.env['DANGAN_FILE'] = join(office.room, 'second.db')
  writeFileSync(keyFile, 'mine')
  expect((await office.run('init', '--encrypt', '--new-key-file', keyFile)).status).toBe(3)
  expect(readFileSync(keyFile, 'utf8')).toBe('mine')
  expect(existsSync(join(office.room, 'second.db'))).toBe(false)
  expect((await office.run('init', '--new-key-file', join(office.room, 'key2'))).status).toBe(2)
  office.env['DANGAN_FILE'] = join(office.file, 'not-a-folder.db')
  const failing = ['init', '--encrypt', '--new-key-file', join(office.room, 'key4')]
  expect((await office.run(...failing)).status).toBe(2)
  expect(existsSync(join(office.room, 'key4'))).toBe(false)
  office.env['DANGAN_FILE'] = join(office.room, 'second.db')
  const dry = ['init', '--encrypt', '--new-key-file', join(office.room, 'key3'), '--dry-run']
  expect((await office.run(...dry)).status).toBe(0)
  expect(existsSync(join(office.room, 'key3'))).toBe(false)
})

test('the key is neither in the journal nor in what is said', async () => {
  const office = await officeIn({ env: { DANGAN_KEY: 'tell-nobody' }, init: ['--encrypt'] })
  const said = [
    await office.run('backup'),
    await office.run('log', '--json'),
    await office.run('log', 'verify'),
  ]
  for (const { out, err, status } of said) {
    expect(status).toBe(0)
    expect(out + err).not.toContain('tell-nobody')
  }
  expect(JSON.stringify({ key: passphrase('tell-nobody') })).not.toContain('tell-nobody')
})

test('a key file of 64 hex digits is a raw key, anything else a passphrase less one newline', () => {
  const told = (text: string) => {
    let secret = ''
    keyIn(Buffer.from(text)).tell({ key: (bytes: Buffer) => (secret = bytes.toString()) } as never)
    return secret
  }
  for (const end of ['', '\n', '\r\n']) expect(told(`${hex}${end}`)).toBe(`x'${hex}'`)
  expect(told(`${hex}\n\n`)).toBe(`${hex}\n`)
  expect(told(hex.slice(1))).toBe(hex.slice(1))
  expect(told(' pass word \n')).toBe(' pass word ')
  expect(told('a\0b')).toBe('a\0b')
  expect(() => told('\n')).toThrow(Refusal)
})
