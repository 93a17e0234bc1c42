import { defineConfig } from 'vitest/config'

const MINUTE = 60_000

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: MINUTE } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/integration/global-setup.ts',
          // Some of them measure time, others build and start whole portals.
          fileParallelism: false,
          testTimeout: MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/setup/portal.ts',
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'kafka',
          include: ['tests/kafka/**/*.test.ts'],
          globalSetup: 'tests/kafka/global-setup.ts',
          // Each stops, kills or measures brokers, and two cores are few.
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'resilience',
          include: ['tests/resilience/**/*.test.ts'],
          globalSetup: 'tests/resilience/global-setup.ts',
          // Each kills, fills or measures what the others would need.
          fileParallelism: false,
          testTimeout: 5 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
    ],
  },
})
