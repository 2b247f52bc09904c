import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'

const damages = {
  length: 'its length is not what was registered',
  hash: 'its content does not have the SHA-256 that was registered',
}

/** What can be wrong with materials and their files. */
export const materialRefusals = {
  'material.missing': ({ number, material }) =>
    `${number} has no material ${material}. See the list: dangan attach --list ${number}.`,
  'material.no-file': ({ number, material }) =>
    `${number}/${material} is on paper only; there is no file of it. Add a scan: dangan attach --update ${number}/${material} <file>.`,
  'material.has-file': ({ number, material, name }) =>
    `${number}/${material} has a file already (${name}), which will not be overwritten. Attach yours as another material: dangan attach ${number} <file>; or remove that one first: dangan attach --remove ${number}/${material}.`,
  'material.damaged': ({ number, material, because }) =>
    `The file of ${number}/${material} is damaged (${damages[because]}) and was not written out. Take it from a backup, and check the others: dangan attach --verify.`,
  'match.bad': ({ pattern }) =>
    `--match "${pattern}" cannot be used: it must have {number} once, and no folder, as in '{number}-*'.`,
  'match.nothing': ({ path, pattern }) =>
    `No file in ${path} has a name like "${pattern}". Try another pattern: --match '{number}-*'; or attach all of them to one archive: dangan attach <number> ${path}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
