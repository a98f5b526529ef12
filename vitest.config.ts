import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    restoreMocks: true,
    sequence: { shuffle: true }, // a test that leans on its neighbour should fail today
    pool: 'forks', // a test file that crashes, or leaves a database open, takes only itself along
    maxWorkers: '100%', // of the processors: the default leaves one of two idle
    execArgv: ['--disable-warning=ExperimentalWarning'], // node:sqlite says so in every process
    testTimeout: 60_000, // some tests start a server and kill it, many times
    hookTimeout: 60_000,
  },
});
