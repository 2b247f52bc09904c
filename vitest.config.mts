import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/build.ts'],
    pool: 'forks',
    // test files share a process and the modules that are loaded in it: that saves a third of the time
    isolate: false,
    // much of the time is spent waiting for programs that are run: two at once even on two cores
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
})
