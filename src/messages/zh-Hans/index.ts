import { archive } from './archive.ts'
import { keys } from './keys.ts'
import { office } from './office.ts'
import { program } from './program.ts'
import { refusals } from './refusals.ts'
import { values } from './values.ts'

/** 简体中文. */
export const zhHans = { archive, keys, office, program, refusals, values }
