import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.ts'
import { runOther } from '../../src/exchange/other-program.ts'
import { verifySignature, type Signed } from '../../src/exchange/ssh-keygen.ts'
import {
  hasOpenSsh,
  newKey,
  runHere,
  sayIfNoOpenSsh,
  signatureOver,
  signersOf,
  withAgent,
} from '../support/keys.ts'
import { newRoom } from '../support/program.ts'

sayIfNoOpenSsh('signatures on approvals')

const text = 'dangan-approval v1\napplicant: "李雷"\n'
const at = '2026-11-20T02:00:00.000Z'

/** What came of it: the signer's name, or the refusal's code and facts. */
async function verdict(signed: Partial<Signed> & Pick<Signed, 'signature' | 'allowedSigners'>) {
  try {
    return await verifySignature({ text, at, principals: ['王芳'], ...signed }, runHere)
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return { code: thrown.code, ...thrown.facts }
  }
}

describe.skipIf(!hasOpenSsh)('a signature of OpenSSH', () => {
  const key = hasOpenSsh ? newKey() : { path: '', line: '' }
  const other = hasOpenSsh ? newKey() : key
  const approval = 'namespaces="dangan-approval"'
  const listed = hasOpenSsh ? signersOf(`王芳 ${approval} ${key.line}`) : ''
  const signature = hasOpenSsh ? signatureOver(text, key) : ''

  describe('counts', () => {
    it.each(['ed25519', 'rsa 2048', 'ecdsa 256', 'ecdsa 521'])('by a key of %s', async (kind) => {
      const own = newKey(kind)
      const said = await verdict({
        signature: signatureOver(text, own),
        allowedSigners: signersOf(`王芳 ${approval} ${own.line}`),
      })
      expect(said).toEqual({
        principal: '王芳',
        fingerprint: expect.stringMatching(/^SHA256:[\w+/]{43}$/),
      })
    })

    it('by a key that an agent holds, of which only the public half lies there', async () => {
      const own = newKey()
      const made = withAgent(own, (env) => {
        renameSync(own.path, join(newRoom(), 'put-away'))
        const half = { ...own, path: `${own.path}.pub` }
        return signatureOver(text, half, 'dangan-approval', env)
      })
      const allowedSigners = signersOf(`王芳 ${own.line}`)
      expect(await verdict({ signature: made, allowedSigners })).toMatchObject({
        principal: '王芳',
      })
    })

    it.each([
      ['a name with a space', '王 芳', '"王 芳"'],
      ['a name with an apostrophe', "Anne O'Neill", `"Anne O'Neill"`],
      ['one of several names of a key', 'wangfang', '王芳,wangfang'],
      ['a pattern', 'wf@example.com', '*@example.com'],
    ])('under %s', async (_, name, line) => {
      const allowedSigners = signersOf(`${line} ${approval} ${key.line}`)
      expect(await verdict({ signature, allowedSigners, principals: [name] })).toMatchObject({
        principal: name,
      })
    })

    it('under the first of its names that the list knows', async () => {
      const principals = ['王芳芳', '王芳']
      expect(await verdict({ signature, allowedSigners: listed, principals })).toMatchObject({
        principal: '王芳',
      })
    })

    it('and tells whose it is where nobody in particular was expected', async () => {
      const whose = { text, at, signature, allowedSigners: listed }
      expect(await verifySignature(whose, runHere)).toMatchObject({ principal: '王芳' })
    })

    it('with the line ends of Windows, and a mail around it', async () => {
      const mailed = `见附件：\r\n${signature.replaceAll('\n', '\r\n')}\r\n此致\r\n`
      expect(await verdict({ signature: mailed, allowedSigners: listed })).toMatchObject({
        principal: '王芳',
      })
    })

    it('where the key is listed for somebody else first', async () => {
      const allowedSigners = signersOf(`李娜 ${key.line}`, '', '# 二', `王芳 ${key.line}`)
      expect(await verdict({ signature, allowedSigners })).toMatchObject({ principal: '王芳' })
    })
  })

  describe('does not count', () => {
    it.each([
      ['a letter was changed', text.replace('李', '李 ')],
      ['line ends were changed', text.replaceAll('\n', '\r\n')],
      ['the last line end is gone', text.trimEnd()],
      ['nothing is left', ''],
    ])('when of the text %s', async (_, changed) => {
      expect(await verdict({ signature, allowedSigners: listed, text: changed })).toEqual({
        code: 'signature.bad',
        because: 'text',
      })
    })

    test('with any byte of it flipped', { timeout: 60_000 }, async () => {
      const lines = signature.trim().split('\n')
      const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64')
      // every third byte, another bit each time: what is where in it does not go by threes
      for (let index = 0; index < bytes.length; index += 3) {
        const flipped = Buffer.from(bytes)
        flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8))
        const body = flipped.toString('base64').replaceAll(/.{70}/g, '$&\n')
        const forged = [lines[0], body, lines.at(-1), ''].join('\n')
        const said = await verdict({ signature: forged, allowedSigners: listed })
        expect([index, 'code' in said && said.code]).toEqual([
          index,
          expect.stringMatching(/^signature\.(bad|foreign-namespace|unknown-signer)$/),
        ])
      }
    })

    it.each([
      ['empty', ''],
      ['garbage', 'x'.repeat(5000)],
      ['the bytes without armor', 'U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTk='],
      ['another armor', '-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----\n'],
      [
        'armor with nothing of ours',
        '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----',
      ],
      ['armor without an end', '-----BEGIN SSH SIGNATURE-----\nAAAA\n'],
    ])('when it is %s', async (_, nothing) => {
      expect(await verdict({ signature: nothing, allowedSigners: listed })).toMatchObject({
        code: 'signature.bad',
      })
    })

    it('when it was made for git', async () => {
      const forGit = signatureOver(text, key, 'git')
      expect(await verdict({ signature: forGit, allowedSigners: listed })).toMatchObject({
        code: 'signature.foreign-namespace',
      })
    })

    it('by a key that is not in the list', async () => {
      const stranger = signatureOver(text, other)
      expect(await verdict({ signature: stranger, allowedSigners: listed })).toEqual({
        code: 'signature.unknown-signer',
        signers: listed,
        fingerprint: expect.stringMatching(/^SHA256:/),
        because: 'unlisted',
      })
    })

    it('by a key that was taken off the list, though it counted before', async () => {
      expect(await verdict({ signature, allowedSigners: listed })).toMatchObject({
        principal: '王芳',
      })
      const later = signersOf(`王芳 ${other.line}`)
      expect(await verdict({ signature, allowedSigners: later })).toMatchObject({
        because: 'unlisted',
      })
    })

    it('by a key that is listed for git only', async () => {
      const allowedSigners = signersOf(`王芳 namespaces="git" ${key.line}`)
      expect(await verdict({ signature, allowedSigners })).toMatchObject({
        code: 'signature.unknown-signer',
        because: 'purpose',
      })
    })

    it('by somebody else who is listed', async () => {
      const allowedSigners = signersOf(`王芳 ${other.line}`, `李娜 ${key.line}`)
      expect(await verdict({ signature, allowedSigners })).toEqual({
        code: 'signature.other-signer',
        signer: '李娜',
        wanted: ['王芳'],
      })
    })

    it.each([
      ['a name that would be an option', '-Oprint-pubkey'],
      ['a name that is a pattern', '*'],
      ['names that are a list', '李娜,王芳'],
      ['no name', ''],
    ])('under %s', async (_, name) => {
      const said = await verdict({ signature, allowedSigners: listed, principals: [name] })
      expect(said).toMatchObject({ code: 'signature.other-signer' })
    })
  })

  describe('is judged by the time at which it was made', () => {
    const during = `王芳 valid-after="20260101000000",valid-before="20261120030000",${approval}`
    const term = hasOpenSsh ? signersOf(`${during} ${key.line}`) : ''
    it.each([
      ['while the key is valid', '2026-11-20T02:59:59.000Z', { principal: '王芳' }],
      ['a second after it has expired', '2026-11-20T03:00:01.000Z', { because: 'expired' }],
      ['before it was valid', '2025-12-31T23:59:59.999Z', { because: 'early' }],
    ])('%s', async (_, when, wanted) => {
      expect(await verdict({ signature, allowedSigners: term, at: when })).toMatchObject(wanted)
    })

    it('in UTC, whatever zone the machine is in', async () => {
      const zone = { ...process.env, TZ: 'Asia/Shanghai' }
      const said = { text, signature, allowedSigners: term, at: '2026-11-20T02:59:59.000Z' }
      const run = (...line: Parameters<typeof runHere>) => Promise.resolve(runOther(zone, ...line))
      expect(await verifySignature(said, run)).toMatchObject({ principal: '王芳' })
    })
  })

  describe('cannot be judged', () => {
    const room = newRoom()
    it('without a list of signers', async () => {
      const path = join(room, 'none')
      expect(await verdict({ signature, allowedSigners: path })).toEqual({
        code: 'signature.no-signers',
        path,
      })
    })

    it('with a folder or an empty file for a list', async () => {
      mkdirSync(join(room, 'folder'))
      writeFileSync(join(room, 'empty'), '')
      const codes = ['folder', 'empty'].map(async (name) => {
        const said = await verdict({ signature, allowedSigners: join(room, name) })
        return 'code' in said && said.code
      })
      expect(await Promise.all(codes)).toEqual(['input.directory', 'input.empty'])
    })

    it('where there is no ssh-keygen, or one that does not know how', async () => {
      const signed = { text, at, signature, allowedSigners: listed }
      const missing = verifySignature(signed, () => Promise.resolve(undefined))
      await expect(missing).rejects.toMatchObject({
        code: 'signature.no-program',
        facts: { because: 'missing' },
      })
      const old = { status: 1, out: '', err: 'unknown option -- Y\nusage: ssh-keygen [-q]\n' }
      await expect(verifySignature(signed, () => Promise.resolve(old))).rejects.toMatchObject({
        facts: { because: 'old' },
      })
    })
  })

  it('leaves nothing behind in the folder for temporary files', async () => {
    await verdict({ signature, allowedSigners: listed })
    await verdict({ signature, allowedSigners: listed, text: '' })
    expect(readdirSync(tmpdir()).filter((it) => it.startsWith('dangan-signature-'))).toEqual([])
  })
})

describe('another program', () => {
  it('is not there: nothing is said of it', () => {
    expect(runOther({ PATH: '' }, 'no-such-program-at-all', [], '')).toBeUndefined()
  })

  it('gets its words as they are, without a shell', () => {
    const words = ['-e', 'process.stdout.write(process.argv[1])', '$(id) `id` ; "\' *']
    expect(runOther(process.env, process.execPath, words, '')?.out).toBe(words[2])
  })

  it('that was killed is a fault of the machine, not an answer', () => {
    const words = ['-e', 'process.kill(process.pid, "SIGKILL")']
    expect(() => runOther(process.env, process.execPath, words, '')).toThrow('SIGKILL')
  })

  it('may end before it has heard everything', () => {
    const words = ['-e', 'process.exit(3)']
    expect(runOther(process.env, process.execPath, words, 'x'.repeat(1e6))?.status).toBe(3)
  })
})
