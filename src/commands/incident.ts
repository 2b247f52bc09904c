import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandGroup } from './command-group.ts'
import type { Desk } from './desk.ts'
import { incidentCloseCommand } from './incident-close.ts'
import { incidentListCommand, sayIncidents } from './incident-list.ts'
import { incidentOpenCommand } from './incident-open.ts'
import { incidentRemedyCommand } from './incident-remedy.ts'
import { incidentReportCommand } from './incident-report.ts'
import { incidentShowCommand } from './incident-show.ts'

/** `incident`: leaks, losses, damage, disasters, and what is done about them; alone it lists the open ones. */
export function incidentCommand(desk: Desk): CommandUnknownOpts {
  return commandGroup(desk, {
    name: 'incident',
    text: desk.text.incident,
    commands: [
      incidentOpenCommand(desk),
      incidentReportCommand(desk),
      incidentRemedyCommand(desk),
      incidentCloseCommand(desk),
      incidentListCommand(desk),
      incidentShowCommand(desk),
    ],
    alone: () => sayIncidents(desk, [], { open: true }),
    examples: [
      'dangan incident open 丢失 RG2025-0001 --text 库房清点时未找到',
      'dangan incident report I1 --to 档案主管',
      'dangan incident',
    ],
  })
}
