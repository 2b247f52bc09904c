import { formulaProblems } from './policy-checklists.ts'
import { spellingProblems } from './policy-fields.ts'
import { levelsOf, namesAt } from './policy-names.ts'
import { problem, type PolicyProblem } from './policy-problem.ts'
import type { ChainRule, ChainStep } from './policy-use.ts'
import type { Policy } from './policy.ts'

/** What does not make sense in posts and chains of approval. */
export const chainProblems = (policy: Policy): PolicyProblem[] => [
  ...spellingProblems('posts', policy.posts ?? {}),
  ...spellingProblems('requests.credentials', policy.requests?.credentials ?? {}),
  ...spellingProblems('requests.bases.choices', policy.requests?.bases?.choices ?? {}),
  ...(policy.requests?.chains ?? []).flatMap((chain, index) =>
    problemsOf(`requests.chains.${index}`, chain, policy),
  ),
]

function problemsOf(at: string, chain: ChainRule, policy: Policy): PolicyProblem[] {
  const posts = Object.keys(policy.posts ?? {})
  const kinds = Object.keys(policy.materials?.kinds ?? {})
  return [
    ...namesAt(`${at}.secrecy`, chain.secrecy, 'secrecyLevels', levelsOf(policy)),
    ...namesAt(`${at}.materialKinds`, chain.materialKinds, 'materialKinds', kinds),
    ...(chain.when === undefined ? [] : formulaProblems(`${at}.when`, chain.when, policy)),
    ...namesAt(`${at}.exempt`, chain.exempt, 'posts', posts),
    ...(chain.steps ?? []).flatMap((step, index) =>
      stepProblems(`${at}.steps.${index}`, step, posts),
    ),
  ]
}

const stepProblems = (at: string, step: ChainStep, posts: readonly string[]): PolicyProblem[] => [
  ...namesAt(`${at}.posts`, step.posts, 'posts', posts),
  ...namesAt(`${at}.aboveHead`, step.aboveHead, 'posts', posts),
  ...(isDecidable(step) ? [] : [problem(at, 'step.nobody', {})]),
]

const isDecidable = ({ posts, head, person }: ChainStep): boolean =>
  (posts !== undefined && posts.length > 0) || head !== undefined || person !== undefined
