import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { requestName, statusOn, type Request } from '../domain/request.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { agreementSheets } from './agreement-sheet.ts'
import type { Asked } from './application-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { archivesOf, namesOf, requestsFor, requestsOn } from './form-requests.ts'
import { sayForm } from './form-saying.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'

interface AgreementOptions extends PrintOptions {
  readonly number?: string
}

/** `form agreement <R12…>`: 客户档案借阅协议, two copies (F06; S002-6.4-3). */
export function agreementFormCommand(desk: Desk) {
  const { agreement: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('agreement')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', text.requests)
    .option('--number <number>', text.number)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printAgreements(desk, given, options))
  const examples = [
    'dangan form agreement R12',
    'dangan form agreement R12 --number 借协2025-007 -o agreement.html',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printAgreements(
  desk: Desk,
  given: readonly string[],
  { number, ...options }: AgreementOptions,
): Promise<void> {
  const names = await numbersFrom(desk, given, desk.text.request.keys.request)
  const { qrSvg } = await import('../exchange/qr-code.ts')
  const { title } = desk.text.sheet.agreement
  let asked: Asked[] = []
  const printed = await printForm(desk, options, (office) => {
    asked = requestsFor(office, names)
    for (const { request } of asked) requireLending(office, request)
    const [name = ''] = namesOf(asked)
    return {
      form: 'agreement',
      archives: archivesOf(asked),
      object: asked.length === 1 ? name : '',
      sheets: asked.length * 2,
      name: desk.text.form.name(title, name, asked.length),
      detail: (archive) => ({ requests: requestsOn(asked, archive), number }),
      page: (foot) => ({
        title: `${title} ${name}`,
        styles: sheetStyles,
        ...runningFoot(desk, asked.length === 1 ? name : '', foot, false),
        sheets: asked
          .flatMap((it) => agreementSheets(desk, office, it, { foot, qrSvg, number }))
          .map(formSheet),
      }),
    }
  })
  sayForm(desk, printed, { form: 'agreement', requests: namesOf(asked), number: number ?? null })
}

/** @throws Refusal request.kind, request.status where nothing will be lent on it */
function requireLending({ today }: Office, request: Request): void {
  const name = requestName(request.id)
  if (request.kind !== 'borrow')
    throw new Refusal('request.kind', { request: name, kind: request.kind, needs: 'borrow' })
  const status = statusOn(request, today)
  const needs = ['pending', 'approved', 'used'] as const
  if (!needs.some((it) => it === status))
    throw new Refusal('request.status', { request: name, status, needs })
}
