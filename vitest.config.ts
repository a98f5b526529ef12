import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const isLong = ({ moduleId }: TestSpecification) => /\/test\/(cli|crash|demo)\//.test(moduleId);

/** Files that start processes or make whole demos take longest: begun last, one would keep the others waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    restoreMocks: true,
    sequence: { shuffle: { files: false, tests: true }, sequencer: LongestFirst }, // a test that leans on its neighbour should fail today
    pool: 'forks', // a test file that crashes, or leaves a database open, takes only itself along
    maxWorkers: '100%', // of the processors: the default leaves one of two idle
    execArgv: ['--disable-warning=ExperimentalWarning'], // node:sqlite says so in every process
    testTimeout: 60_000, // some tests start a server and kill it, many times
    hookTimeout: 60_000,
  },
});
