import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Artifact } from "../../src/artifacts/artifact.ts";
import type { Design } from "../../src/design/design.ts";
import { operationsEmitter } from "../../src/emitters/operations/emitter.ts";
import { committedDesigns } from "../support/committed-designs.ts";
import { editDesign } from "../support/edit-design.ts";
import { emitOptions } from "../support/emit-options.ts";
import { sampleDesign } from "../support/sample-design.ts";

// The checks read PromQL with its grammar; types of values and templates only Prometheus knows.
const isInstalled = spawnSync("promtool", ["--version"]).status === 0;
const reason = isInstalled
  ? ""
  : " (skipped: promtool of the Debian package prometheus is missing)";

describe.skipIf(!isInstalled)(`promtool loads the rules${reason}`, () => {
  const designs: readonly (readonly [string, () => Design])[] = [
    ["sample", sampleDesign],
    ["hostile", hostileDesign],
    ...committedDesigns(),
  ];
  test.each(designs)("%s", (_, design) => {
    const files = operationsEmitter
      .emit(design(), emitOptions())
      .artifacts.filter(({ kind }) => kind === "prometheus");
    expect(files.length).toBe(2);
    const { status, output } = checkRules(files);
    expect(status, output).toBe(0);
    expect(output.match(/SUCCESS: [1-9]\d* rules found/g)).toHaveLength(2);
  });

  test("and refuses what is none", () => {
    const design = editDesign(({ system }) => {
      const [alert] = system.observability.alerts;
      if (alert !== undefined) alert.expression = "up ==";
    });
    const files = operationsEmitter.emit(design, emitOptions()).artifacts;
    expect(checkRules(files.slice(0, 1)).status).not.toBe(0);
  });
});

function hostileDesign(): Design {
  const text = '{{ template "x" }} {{ $labels.nothing | nothing }} {{{ }} {{/*';
  return editDesign(({ system }) => {
    for (const alert of system.observability.alerts) {
      Object.assign(alert, { name: text, condition: text, runbook: [text] });
    }
    for (const slo of system.observability.slos) slo.name = text;
  });
}

function checkRules(files: readonly Artifact[]): {
  readonly status: number | null;
  readonly output: string;
} {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-promtool-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = files.map(({ path, text }) => {
    const target = join(folder, basename(path));
    writeFileSync(target, text);
    return target;
  });
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "rules", ...paths], {
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}
