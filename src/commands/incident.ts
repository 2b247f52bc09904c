import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { incidentCloseCommand } from './incident-close.ts'
import { incidentListCommand, sayIncidents } from './incident-list.ts'
import { incidentOpenCommand } from './incident-open.ts'
import { incidentRemedyCommand } from './incident-remedy.ts'
import { incidentReportCommand } from './incident-report.ts'
import { incidentShowCommand } from './incident-show.ts'
import { strayUnder } from './stray-word.ts'

/** `incident`: leaks, losses, damage, disasters, and what is done about them; alone it lists the open ones. */
export function incidentCommand(desk: Desk) {
  const { summary, description } = desk.text.incident
  const command = new Command('incident')
    .summary(summary)
    .description(description)
    .allowExcessArguments()
    .action(async (_options, self) => {
      const [stray] = self.args
      if (stray !== undefined) throw strayUnder(desk, self, stray)
      return sayIncidents(desk, [], { open: true })
    })
    .addCommand(incidentOpenCommand(desk))
    .addCommand(incidentReportCommand(desk))
    .addCommand(incidentRemedyCommand(desk))
    .addCommand(incidentCloseCommand(desk))
    .addCommand(incidentListCommand(desk))
    .addCommand(incidentShowCommand(desk))
  const examples = [
    'dangan incident open 丢失 RG2025-0001 --text 库房清点时未找到',
    'dangan incident report I1 --to 档案主管',
    'dangan incident',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
