import { expect, test } from "vitest";
import { parseLock } from "../../src/artifacts/lock.ts";
import type { MemoryHost } from "../../src/host/memory.ts";
import { exitStatus } from "../../src/reporters/exit-status.ts";
import { invalid, valid } from "../support/cases.ts";
import {
  generateSample,
  packageHost,
  REQUIREMENTS,
  ROOT,
  sampleHost,
  textAt,
  treeOf,
} from "../support/sample-package.ts";

const CODE = "package/other-requirements";
const OTHERS = REQUIREMENTS.replace("# Library", "# Billing");

/** A package `output/spec` made from `a/spec.md`; beside it lies `b/spec.md`. */
async function specHost(): Promise<MemoryHost> {
  const host = sampleHost({ "a/spec.md": REQUIREMENTS, "b/spec.md": OTHERS });
  await generateSample(host, { inputs: ["a/spec.md"] });
  return host;
}

invalid("package/other-requirements", "a file of the same name in another folder", async () =>
  generateSample(await specHost(), { inputs: ["b/spec.md"] }),
);
invalid("package/other-requirements", "a dry run of it", async () =>
  generateSample(await specHost(), { inputs: ["b/spec.md"], dryRun: true }),
);
invalid("package/other-requirements", "one of two that it was made from is gone", async () => {
  const host = sampleHost({ "a/spec.md": REQUIREMENTS, "b/spec.md": OTHERS, "c.md": OTHERS });
  await generateSample(host, { inputs: ["a/spec.md", "c.md"] });
  await host.files.remove("a/spec.md");
  return generateSample(host, { inputs: ["b/spec.md"] });
});
invalid("package/other-requirements", "the same text, copied", async () =>
  generateSample(await packageHost({ "x/library/requirements.md": REQUIREMENTS }), {
    inputs: ["x/library/requirements.md"],
  }),
);

valid("package/other-requirements", "the same file, written in another way", async () =>
  generateSample(await specHost(), { inputs: ["./b/../a/spec.md"] }),
);
valid("package/other-requirements", "one more file", async () =>
  generateSample(await specHost(), { inputs: ["b/spec.md", "a/spec.md"] }),
);
valid("package/other-requirements", "the file, changed", async () => {
  const host = await specHost();
  await host.files.write("a/spec.md", OTHERS);
  return generateSample(host, { inputs: ["a/spec.md"] });
});
valid("package/other-requirements", "the file, moved", async () => {
  const host = await specHost();
  await host.files.rename("a/spec.md", "docs/spec.md");
  return generateSample(host, { inputs: ["docs/spec.md"] });
});
valid("package/other-requirements", "the folder that was named", async () =>
  generateSample(await specHost(), { inputs: ["b/spec.md"], output: "output/spec" }),
);
valid("package/other-requirements", "by force", async () =>
  generateSample(await specHost(), { inputs: ["b/spec.md"], force: true }),
);

test("the package of others stays as it is, and the one sentence names both", async () => {
  const host = await specHost();
  const before = treeOf(host);
  const report = await generateSample(host, { inputs: ["b/spec.md"] });
  expect(treeOf(host)).toEqual(before);
  expect(exitStatus(report, "error")).toBe(2);
  expect(report.diagnostics).toMatchObject([
    {
      code: CODE,
      message: "output/spec was made from a/spec.md, not from b/spec.md",
      artifact: { path: "output/spec/groundplan.lock.json" },
    },
  ]);
});

test("a second generate keeps the options of the package, unless others are asked for", async () => {
  const host = sampleHost();
  const requested: [{ openapi?: "3.0" | "3.1" }, "3.0" | "3.1"][] = [
    [{}, "3.0"],
    [{ openapi: "3.1" }, "3.1"],
    [{}, "3.1"],
    [{ openapi: "3.0" }, "3.0"],
    [{}, "3.0"],
  ];
  for (const [request, openapi] of requested) {
    await generateSample(host, request);
    const tree = treeOf(host);
    expect(textAt(tree, `${ROOT}/openapi/gateway.yaml`)).toMatch(
      new RegExp(`^openapi: ["']?${openapi}\\.`),
    );
    const lock = parseLock(textAt(tree, `${ROOT}/groundplan.lock.json`)).value;
    expect(lock?.options).toEqual({ openapi });
  }
});
