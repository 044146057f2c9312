import { defineConfig } from "vitest/config";

/** What takes minutes: `npm run proof`. */
export default defineConfig({
  test: {
    include: ["tests/**/*.proof.ts"],
    watch: false,
    pool: "forks",
    maxWorkers: 1,
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
  },
});
