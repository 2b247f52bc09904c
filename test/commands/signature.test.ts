import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { requestText, readRequestText } from '../../src/domain/request-text.ts'
import {
  canBeUnprivileged,
  giveAway,
  rawly,
  runUnprivileged,
  unprivilegedAccount,
} from '../support/files.ts'
import {
  hasOpenSsh,
  newKey,
  sayIfNoOpenSsh,
  signatureOver,
  signersOf,
  type ApproverKey,
} from '../support/keys.ts'
import { officeIn, type TestOffice } from '../support/office.ts'
import { newRoom } from '../support/program.ts'

sayIfNoOpenSsh('approvals by signature')

/** Two offices that share their approvers: what was signed in one counts in no other. */
describe.skipIf(!hasOpenSsh)('an approval by signature', () => {
  let office: TestOffice
  let keys: Record<'zhou' | 'wang' | 'lei', ApproverKey>
  let signers: string

  /** The file as it was before each test, and with the signature of 周明 under R1. */
  const bases = { asked: Buffer.of(), signed: Buffer.of() }
  /** Where texts and signatures lie. */
  let room: string

  beforeAll(async () => {
    keys = { zhou: newKey(), wang: newKey(), lei: newKey() }
    office = await officeIn()
    office.hire({ name: '李雷', department: '业务部', osAccount: 'lilei' })
    const head = { post: '部门负责人', department: '业务部', clearance: 'secret' as const }
    office.hire({ name: '周明', ...head, osAccount: 'zhouming' })
    office.hire({ name: '王芳', post: '总经理', clearance: 'topSecret', osAccount: 'wangfang' })
    office.env['DANGAN_ALLOWED_SIGNERS'] = signers = signersOf(
      `周明 namespaces="dangan-approval" ${keys.zhou.line}`,
      `wangfang namespaces="dangan-approval" ${keys.wang.line}`,
      `李雷 namespaces="dangan-approval" ${keys.lei.line}`,
    )
    await office.done('add', '--type', 'individual', '--name', '张三丰')
    await office.done('borrow', 'RG2026-0001', '--to', '李雷', '--purpose', '客户投诉')
    room = newRoom()
    bases.asked = readFileSync(office.file)
    const ran = await approve(signedBy(keys.zhou, await textOf('R1')))
    if (ran.status !== 0) throw new Error(ran.err)
    bases.signed = readFileSync(office.file)
  })

  beforeEach(() => {
    room = newRoom()
    office.account = 'lina'
    office.today = '2026-11-20'
    putBack('asked')
  })

  /** A request of an outsider: two steps, the second of which is the general manager's. */
  async function twoSteps(): Promise<void> {
    const shown = ['--unit', '平安保险', '--credential', '介绍信', '--credential-number', '3']
    const who = ['--to', 'Anne "A" O\u2019Neill 😀', ...shown, '--unit-seal', '陈总']
    await office.done('borrow', 'RG2026-0001', ...who, '--purpose', '"\nstep: 2')
    await office.done('approve', 'R2', '--by', '刘洋', '--post', '档案部门负责人', '--form', '7')
  }

  const textOf = async (...words: string[]): Promise<string> => {
    const { status, out, err } = await office.run('request', 'text', ...words)
    if (status !== 0) throw new Error(err)
    return out
  }

  /** Puts a text and its signature into the room, as an approver sends them back. */
  function handIn(text: string, signature: string, name = 'R1.txt'): string {
    writeFileSync(join(room, name), text)
    writeFileSync(join(room, `${name}.sig`), signature)
    return join(room, `${name}.sig`)
  }

  const signedBy = (key: ApproverKey, text: string) => handIn(text, signatureOver(text, key))

  const approve = (path: string, ...words: string[]) =>
    office.run('approve', 'R1', '--signature', path, ...words, '--json')

  const steps = () =>
    rawly(office.file, (db) => db.prepare('SELECT * FROM request_step').all()) as Record<
      string,
      unknown
    >[]

  const putBack = (base: keyof typeof bases): void => writeFileSync(office.file, bases[base])
  const signed = () => putBack('signed')

  describe('by the one who may decide', () => {
    test('counts: text, signature and signer are kept with the step', async () => {
      const text = await textOf('R1')
      const { json } = await approve(signedBy(keys.zhou, text))
      expect([json.status, json.steps]).toEqual([
        'approved',
        [expect.objectContaining({ decidedBy: '周明', evidence: 'signature' })],
      ])
      const [kept] = steps()
      const signature = readFileSync(join(room, 'R1.txt.sig'), 'utf8')
      expect(kept).toMatchObject({ signed_text: text, signature, signer: '周明', step: 1 })
    })

    test('may stand under their account in the list', async () => {
      await twoSteps()
      const text = await textOf('R2')
      const path = signedBy(keys.wang, text)
      const ran = await office.run('approve', 'R2', '--signature', path, '--json')
      expect([ran.status, ran.json.steps[1].decidedBy]).toEqual([0, '王芳'])
      expect(steps().at(-1)).toMatchObject({ signer: 'wangfang' })
    })

    test('may be of somebody whom the register does not know', async () => {
      await twoSteps()
      const list = signersOf(`赵敏 ${keys.lei.line}`)
      const text = await textOf('R2', '--by', '赵敏', '--post', '副总经理')
      const path = signedBy(keys.lei, text)
      const words = ['--signature', path, '--allowed-signers', list]
      const ran = await office.run('approve', 'R2', ...words, '--json')
      expect(ran.json.steps[1]).toMatchObject({ decidedBy: '赵敏', post: '副总经理' })
    })

    test('may be a refusal, which is handed in with its reason', async () => {
      const path = signedBy(keys.zhou, await textOf('R1', '--decision', 'refused'))
      expect((await approve(path)).error.facts.differences).toEqual([
        { key: 'decision', said: 'refused', now: 'approved' },
      ])
      const words = ['--signature', path, '--reason', '与工作无关']
      const { json } = await office.run('reject', 'R1', ...words, '--json')
      expect(json).toMatchObject({ status: 'refused', reason: '与工作无关' })
      expect(steps()[0]).toMatchObject({ decision: 'refused', signer: '周明' })
    })

    test('finds the text beside the signature, or where --text says', async () => {
      const path = signedBy(keys.zhou, await textOf('R1'))
      const elsewhere = join(room, 'from-mail')
      writeFileSync(elsewhere, readFileSync(path))
      expect((await approve(elsewhere)).error.code).toBe('usage.missing')
      const ran = await approve(elsewhere, '--text', path.replace('.sig', ''))
      expect(ran.status).toBe(0)
    })

    test('with --dry-run changes nothing', async () => {
      const path = signedBy(keys.zhou, await textOf('R1'))
      expect((await approve(path, '--dry-run')).json.status).toBe('approved')
      expect(steps()[0]).toMatchObject({ decision: null, signature: null })
    })

    test('says that the operator could replace the list of signers', async () => {
      const ran = await approve(signedBy(keys.zhou, await textOf('R1')))
      expect(ran.err).toContain(`签名人名单 ${signers} 您自己就能改换`)
    })
  })

  describe('is refused', () => {
    const refusal = async (path: string, ...words: string[]) => {
      const { status, error } = await approve(path, ...words)
      expect(steps()[0]).toMatchObject({ decision: null, signature: null })
      return { status, ...error }
    }

    /** What a forger makes of the text, and has signed all the same. */
    const forged = async (change: Record<string, unknown>): Promise<string> => {
      const facts = { ...readRequestText(await textOf('R1')), ...change }
      return signedBy(keys.zhou, requestText(facts))
    }

    test.each([
      ['another request', { request: 'R2' }],
      ['another archive file', { file: 'another' }],
      ['another nonce', { nonce: '0'.repeat(32) }],
      ['another step', { step: 2 }],
      ['a longer term', { dueOn: '2099-01-01' }],
      ['a lower level', { secrecy: 'topSecret' }],
      ['other archives', { numbers: ['RG2026-0002'] }],
      ['one material only', { materials: ['RG2026-0001/1'] }],
      ['another purpose', { purpose: '別的' }],
      ['another applicant', { applicant: '周明' }],
      ['another post', { deciderPost: '总经理' }],
      ['an earlier policy', { policyVersion: 7 }],
      ['no expiry', { expiresOn: null }],
      ['other wishes', { wish: { scope: 'all' } }],
    ])('where the text says %s', async (_, change) => {
      const [key = ''] = Object.keys(change)
      const { status, code, facts } = await refusal(await forged(change))
      expect([status, code]).toEqual([3, 'approval-text.other'])
      expect(facts.differences.map((it: { key: string }) => it.key)).toEqual([key])
    })

    test.each([
      ['that the journal does not have yet', { headSeq: 999 }, 'missing'],
      ['that is another entry', { headHash: 'ab'.repeat(32) }, 'changed'],
    ])('where its head is one %s', async (_, change, because) => {
      expect(await refusal(await forged(change))).toMatchObject({
        status: 7,
        code: 'approval-text.head',
        facts: { because },
      })
    })

    test('where its head is older than the request', async () => {
      const head = rawly(office.file, (db) =>
        db.prepare('SELECT seq, hex(hash) AS hash FROM journal WHERE seq = 1').get(),
      ) as { seq: number; hash: string }
      const early = { headSeq: head.seq, headHash: head.hash.toLowerCase() }
      expect(await refusal(await forged(early))).toMatchObject({ facts: { because: 'early' } })
    })

    test('where the text is not to the byte what is written', async () => {
      const text = await textOf('R1')
      const path = signedBy(keys.zhou, text.replaceAll('\n', '\r\n'))
      expect(await refusal(path)).toMatchObject({ status: 8, code: 'approval-text.bad' })
      const latin = handIn('', signatureOver(text, keys.zhou), 'latin.txt')
      writeFileSync(latin.replace('.sig', ''), Buffer.from([0x64, 0xff]))
      expect(await refusal(latin)).toMatchObject({ code: 'approval-text.bad' })
    })

    test('where somebody else has signed', async () => {
      const path = signedBy(keys.wang, await textOf('R1'))
      expect(await refusal(path)).toMatchObject({
        status: 5,
        code: 'signature.other-signer',
        facts: { signer: 'wangfang', wanted: ['周明', 'zhouming'] },
      })
    })

    test('where the applicant has signed, for themselves or under another name', async () => {
      const own = signedBy(keys.lei, await textOf('R1', '--by', '李雷'))
      expect(await refusal(own)).toMatchObject({ status: 5, code: 'approval.own' })
      const list = signersOf(`李雷 ${keys.lei.line}`, `周明 ${keys.lei.line}`)
      const shared = signedBy(keys.lei, await textOf('R1'))
      expect(await refusal(shared, '--allowed-signers', list)).toMatchObject({
        status: 3,
        code: 'signature.shared',
        facts: { signer: '周明', other: '李雷' },
      })
    })

    test('where the archivist who enters it has signed', async () => {
      const list = signersOf(`周明 ${keys.zhou.line}`, `lina ${keys.zhou.line}`)
      const path = signedBy(keys.zhou, await textOf('R1'))
      const { code } = await refusal(path, '--allowed-signers', list)
      expect(code).toBe('signature.shared')
    })

    test('where somebody has signed who does not fit the step', async () => {
      const path = signedBy(keys.wang, await textOf('R1', '--by', '王芳'))
      expect(await refusal(path)).toMatchObject({ status: 5, code: 'approval.unfit' })
    })

    test('once the request has expired, was withdrawn, or was decided', async () => {
      const path = signedBy(keys.zhou, await textOf('R1'))
      office.today = '2026-12-25'
      expect(await refusal(path)).toMatchObject({
        code: 'request.status',
        facts: { status: 'expired' },
      })
      office.today = '2026-11-20'
      expect((await approve(path)).status).toBe(0)
      expect((await approve(path)).error).toMatchObject({ facts: { status: 'approved' } })
      await office.done('request', 'withdraw', 'R1')
      expect((await approve(path)).error).toMatchObject({ facts: { status: 'withdrawn' } })
    })

    test('on a step of which it does not speak', async () => {
      await twoSteps()
      const path = signedBy(keys.wang, await textOf('R2', '--step', '2', '--by', '王芳'))
      const again = await office.done('approve', 'R2', '--signature', path)
      expect(again.status).toBe('approved')
      const first = requestText({ ...readRequestText(await textOf('R2')), step: 1 })
      const ran = await office.run(
        'approve',
        'R1',
        '--signature',
        signedBy(keys.wang, first),
        '--json',
      )
      expect(ran.error.code).toBe('approval-text.other')
    })

    test('for several requests at once', async () => {
      const path = signedBy(keys.zhou, await textOf('R1'))
      const ran = await office.run('approve', 'R1', 'R2', '--signature', path)
      expect([ran.status, ran.err]).toEqual([2, expect.stringContaining('一个签名只对一份申请')])
    })

    test('where the request changes while the signature is being checked', async () => {
      const path = signedBy(keys.zhou, await textOf('R1'))
      const meddle = `new Database('${office.file}').exec("UPDATE request SET purpose = '别的'")`
      const wrapper = join(room, 'ssh-keygen')
      const real = process.env['PATH'] ?? ''
      const driver = resolve(import.meta.dirname, '../../node_modules/better-sqlite3')
      const script = `const Database = require('${driver}'); ${meddle}`
      writeFileSync(join(room, 'meddle.cjs'), script)
      const lines = ['#!/bin/sh', `'${process.execPath}' '${join(room, 'meddle.cjs')}'`]
      writeFileSync(wrapper, [...lines, `PATH='${real}' exec ssh-keygen "$@"`, ''].join('\n'))
      chmodSync(wrapper, 0o755)
      process.env['PATH'] = `${room}:${real}`
      try {
        expect(await refusal(path)).toMatchObject({
          code: 'approval-text.other',
          facts: { differences: [{ key: 'purpose', now: '别的' }] },
        })
      } finally {
        process.env['PATH'] = real
      }
    })

    test('by a key that had expired, though what it signed in its time stands', async () => {
      signed()
      const list = signersOf(`周明 valid-before="20261120120000" ${keys.zhou.line}`)
      office.today = '2026-11-21'
      const verify = ['request', 'verify', '--allowed-signers', list]
      expect((await office.run(...verify)).status).toBe(0)
      await office.done('request', 'withdraw', 'R1')
      await office.done('borrow', 'RG2026-0001', '--to', '李雷', '--purpose', '再看')
      const path = signedBy(keys.zhou, await textOf('R2'))
      const words = ['--signature', path, '--allowed-signers', list]
      const ran = await office.run('approve', 'R2', ...words, '--json')
      expect(ran.error).toMatchObject({ code: 'signature.expired' })
    })
  })

  describe('begins with its text', () => {
    test('which is the same to the byte on stdout, in a file and for machines', async () => {
      const path = join(room, 'out.txt')
      await office.done('request', 'text', 'R1', '-o', path)
      const text = readFileSync(path, 'utf8')
      expect(await textOf('R1')).toBe(text)
      expect((await office.done('request', 'text', 'R1')).text).toBe(text)
      expect(statSync(path).mode & 0o777).toBe(0o600)
      const again = await office.run('request', 'text', 'R1', '-o', path, '--json')
      expect(again.error.code).toBe('file.target-exists')
    })

    test('which says what is asked for, whatever people write into it', async () => {
      await twoSteps()
      const facts = readRequestText(await textOf('R2'))
      expect(facts).toMatchObject({
        applicant: 'Anne "A" O\u2019Neill 😀',
        unit: '平安保险',
        decider: '王芳',
        deciderPost: '总经理',
        purpose: '"\nstep: 2',
        request: 'R2',
        step: 2,
        headSeq: rawly(office.file, (db) =>
          db.prepare('SELECT max(seq) FROM journal').pluck().get(),
        ),
      })
    })

    test('which of a signed step is the one that was signed', async () => {
      const text = await textOf('R1')
      await approve(signedBy(keys.zhou, text))
      expect(await textOf('R1')).toBe(text)
    })

    test('for which somebody must be named where several may decide', async () => {
      office.hire({ name: '周亮', post: '部门负责人', department: '业务部' })
      const ran = await office.run('request', 'text', 'R1', '--json')
      expect(ran.error).toMatchObject({ code: 'usage.missing', facts: { options: ['--by'] } })
      expect(readRequestText(await textOf('R1', '--by', '周亮')).decider).toBe('周亮')
    })

    test('and is not there for a step that there is not', async () => {
      const ran = await office.run('request', 'text', 'R1', '--step', '3')
      expect([ran.status, ran.err]).toEqual([2, expect.stringContaining('R1 没有第 3 步审批')])
    })

    test('and with how to sign, in English too', async () => {
      const path = join(room, 'en.txt')
      const ran = await office.run('request', 'text', 'R1', '-o', path, '--lang', 'en')
      expect(ran.err).toContain(
        `ssh-keygen -Y sign -n dangan-approval -f ~/.ssh/id_ed25519 ${path}`,
      )
      expect(ran.err).toContain(`dangan approve R1 --signature ${path}.sig`)
    })
  })

  describe('is checked again by `request verify`', () => {
    const verify = async (...words: string[]) => {
      const ran = await office.run('request', 'verify', ...words, '--json')
      return {
        status: ran.status,
        err: ran.err,
        codes: ran.json.map((it: { code: string | null }) => it.code),
      }
    }

    /** Behind the program's back, as somebody with sqlite3 may do it. */
    const tamper = (sql: string, ...values: unknown[]) =>
      rawly(office.file, (db) => {
        const triggers = db
          .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
          .all() as { name: string; sql: string }[]
        for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
        db.prepare(sql).run(...values)
        for (const trigger of triggers) db.exec(trigger.sql)
      })

    test('and each key of what it tells machines stays', async () => {
      signed()
      const { json, status } = await office.run('request', 'verify', '--json')
      expect([status, json]).toEqual([
        0,
        [
          {
            request: 'R1',
            step: 1,
            decision: 'approved',
            decider: '周明',
            signer: '周明',
            fingerprint: expect.stringMatching(/^SHA256:/),
            decidedOn: '2026-11-20',
            headSeq: expect.any(Number),
            ok: true,
            code: null,
          },
        ],
      ])
    })

    test('and says so where there is none', async () => {
      const ran = await office.run('request', 'verify', 'R1')
      expect([ran.status, ran.out, ran.err]).toEqual([0, '', expect.stringContaining('没有')])
    })

    test('and stands after people and archives are called otherwise', async () => {
      signed()
      const said = ['--reason', '更名']
      await office.done('staff', 'update', '李雷', '--name', '李磊', ...said)
      await office.done('staff', 'update', '周明', '--name', '周铭', '--account', 'zm', ...said)
      await office.done('request', 'withdraw', 'R1')
      await office.done('staff', 'leave', '周铭', ...said)
      expect(await verify()).toMatchObject({ status: 0, codes: [null] })
    })

    test.each([
      ['the purpose', 'UPDATE request SET purpose = ?', ['别的'], 'approval-text.other'],
      ['the applicant', 'UPDATE request SET applicant_id = ?', [1], 'approval-text.other'],
      [
        'the wish',
        'UPDATE request SET wish = ?',
        ['{"dueOn":"2030-01-01"}'],
        'approval-text.other',
      ],
      ['the level', 'UPDATE request_item SET secrecy = ?', ['topSecret'], 'approval-text.other'],
      ['who decided', 'UPDATE request_step SET decider = ?', ['王芳'], 'approval-text.other'],
      ['the decision', 'UPDATE request_step SET decision = ?', ['refused'], 'approval-text.other'],
      [
        'the text',
        "UPDATE request_step SET signed_text = replace(signed_text, '客', '顾')",
        [],
        'approval-text.other',
      ],
      [
        'the text to nothing',
        'UPDATE request_step SET signed_text = NULL',
        [],
        'approval-text.missing',
      ],
      [
        'the signature',
        "UPDATE request_step SET signature = replace(signature, 'U1NI', 'U1NJ')",
        [],
        'signature.bad',
      ],
      ['whose it is', 'UPDATE request_step SET decided_by = ?', [1], 'signature.other-signer'],
      [
        'the entry whose head was signed',
        'UPDATE journal SET hash = randomblob(32) WHERE action = ?',
        ['request.make'],
        'approval-text.head',
      ],
      [
        'an entry before that',
        "UPDATE journal SET account = 'x' WHERE seq = ?",
        [1],
        'approval-text.head',
      ],
      [
        'that it was signed',
        "UPDATE request_step SET evidence = 'inTool', signature = NULL",
        [],
        'approval-text.missing',
      ],
    ])('and falls where somebody changes %s', async (_, sql, values, code) => {
      signed()
      tamper(sql, ...values)
      const { status, codes, err } = await verify()
      expect([status, codes]).toEqual([7, [code]])
      expect(err).toContain('R1 第 1 步的签名不可信')
    })

    test('and falls with a forger who lists his own key beside the archive', async () => {
      signed()
      const text = await textOf('R1')
      tamper('UPDATE request_step SET signature = ?', signatureOver(text, keys.lei))
      expect((await verify()).codes).toEqual(['signature.other-signer'])
      const auditors = signersOf(`周明 ${keys.zhou.line}`)
      expect((await verify('--allowed-signers', auditors)).codes).toEqual([
        'signature.unknown-signer',
      ])
    })

    test('and the first that is bad is named, in English too', async () => {
      signed()
      tamper("UPDATE request SET purpose = 'other'")
      const ran = await office.run('request', 'verify', '--lang', 'en')
      expect(ran.status).toBe(7)
      expect(ran.out).toContain('BAD')
      expect(ran.err).toContain('The signature on step 1 of R1 cannot be trusted')
      expect(ran.err).toContain('purpose: text 客户投诉, now other')
    })

    test('but not where there is no list to check it with', async () => {
      signed()
      const words = ['--allowed-signers', join(room, 'none'), '--json']
      const ran = await office.run('request', 'verify', ...words)
      expect([ran.status, ran.error.code]).toEqual([4, 'signature.no-signers'])
    })

    test('and needs no list where nothing was ever signed, but finds the one that is named', async () => {
      office.env['DANGAN_ALLOWED_SIGNERS'] = join(room, 'none')
      const none = await office.run('request', 'verify')
      expect([none.status, none.err]).toEqual([0, expect.stringContaining('没有以签名作出的审批')])
      const named = ['--allowed-signers', join(room, 'none')]
      expect((await office.run('request', 'verify', ...named)).status).toBe(4)
    })

    test('and not what the reader may not see', async () => {
      signed()
      await office.done('classify', 'RG2026-0001', '--secrecy', 'secret', '--yes')
      tamper("UPDATE request_item SET secrecy = 'topSecret'")
      office.hire({ name: '小王', osAccount: 'xiaowang' })
      office.account = 'xiaowang'
      expect(await verify()).toMatchObject({ status: 0, codes: [] })
    })
  })

  test.skipIf(!canBeUnprivileged())(
    'warns of a list within reach, and is silent about one that is out of it',
    async () => {
      office.hire({ name: '赵六', osAccount: unprivilegedAccount() })
      const mine = newRoom()
      chmodSync(office.room, 0o755)
      for (const path of [office.file, office.room, mine]) giveAway(path, 0o700)
      const away = newRoom()
      chmodSync(away, 0o755)
      const list = join(away, 'allowed_signers')
      writeFileSync(list, readFileSync(signers), { mode: 0o644 })
      chmodSync(list, 0o644)
      const own = join(mine, 'allowed_signers')
      writeFileSync(own, readFileSync(signers))
      chmodSync(own, 0o444)
      const env = { DANGAN_FILE: office.file, DANGAN_LANG: 'zh-Hans', TMPDIR: mine, HOME: mine }
      const said = (path: string) =>
        runUnprivileged(['request', 'verify', '--allowed-signers', path], mine, env).stderr
      expect(said(list)).not.toContain('您自己就能改换')
      expect(said(list)).toContain('没有以签名作出的审批')
      expect(said(own)).toContain('您自己就能改换')
    },
  )
})
