import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { unfitNode } from "../../src/cli/unfit-node.ts";

test.each(["18.20.8", "20.20.2", "22.22.0", "23.11.1"])("Node %s is too old", (version) => {
  expect(unfitNode(version)).toMatch(`and this is Node ${version}; install`);
});

test.each(["24.0.0", "24.21.1", "25.1.0", "100.0.0"])("Node %s will do", (version) => {
  expect(unfitNode(version)).toBeUndefined();
});

test("the version is that of package.json", () => {
  const major = Number(packageJson.engines.node.replace(">=", ""));
  expect(unfitNode(`${String(major - 1)}.99.0`)).toContain(`needs Node ${String(major)} or later`);
  expect(unfitNode(`${String(major)}.0.0`)).toBeUndefined();
});
