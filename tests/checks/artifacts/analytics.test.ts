import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { yamlText } from "../../../src/artifacts/yaml-text.ts";
import { warehouseJobsCheck } from "../../../src/checks/artifacts/warehouse-jobs.ts";
import { warehouseLoadsCheck } from "../../../src/checks/artifacts/warehouse-loads.ts";
import { warehouseSyntaxCheck } from "../../../src/checks/artifacts/warehouse-syntax.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { analyticsEmitter } from "../../../src/emitters/analytics/emitter.ts";
import { openClickhouse } from "../../../src/engines/open-clickhouse.ts";
import { splitClickhouse } from "../../../src/engines/split-clickhouse.ts";
import { createMemoryHost } from "../../../src/host/memory.ts";
import { analyticsDesign } from "../../support/analytics-design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { emitOptions } from "../../support/emit-options.ts";

const design = analyticsDesign();
const context = { design, host: createMemoryHost() };
const { artifacts } = analyticsEmitter.emit(design, emitOptions());

/** The artifacts with a change in the text of one. */
function changed(path: string, change: (text: string) => string): readonly Artifact[] {
  const found = artifacts.find((one) => one.path === path);
  const text = change(found?.text ?? "");
  expect(text).not.toBe(found?.text);
  return artifacts.map((one) => (one === found ? { ...one, text } : one));
}

const SCHEMA = "analytics/warehouse/schema.sql";
const FACT = "analytics/warehouse/load/fact_ride.sql";
const DIMENSION = "analytics/warehouse/load/dim_scooter.sql";

describe("analytics/syntax-error", () => {
  valid("analytics/syntax-error", "a star schema", () =>
    warehouseSyntaxCheck.check(artifacts, context),
  );
  invalid("analytics/syntax-error", "a sorting key that is not closed", () =>
    warehouseSyntaxCheck.check(
      changed(SCHEMA, (text) => text.replace("ORDER BY (serial, valid_from)", "ORDER BY (serial,")),
      context,
    ),
  );
});

const engine = await openClickhouse();
engine?.close();

describe.skipIf(engine === undefined)("on ClickHouse", () => {
  const loads = (files: readonly Artifact[]) => warehouseLoadsCheck.check(files, context);
  valid("analytics/does-not-run", "a star schema", () => loads(artifacts));
  valid("analytics/wrong-load", "a star schema", () => loads(artifacts));
  invalid("analytics/does-not-run", "a type that there is not", () =>
    loads(changed(SCHEMA, (text) => text.replace("serial String", "serial Sting"))),
  );
  invalid("analytics/does-not-run", "a load of a column that there is not", () =>
    loads(changed(FACT, (text) => text.replace("staged.metres", "staged.miles"))),
  );
  invalid("analytics/wrong-load", "a fact whose rows do not replace each other", () =>
    loads(
      changed(SCHEMA, (text) =>
        text.replace("ORDER BY (dim_date_id, id)", "ORDER BY (dim_date_id, id, loaded_at)"),
      ),
    ),
  );
  invalid("analytics/wrong-load", "versions that are never closed", () =>
    loads(
      changed(DIMENSION, (text) => text.replace(/leadInFrame\(.*\)\) OVER \(.*\) AS/, "NULL AS")),
    ),
  );
  invalid("analytics/wrong-load", "a fact that does not find its dimension", () =>
    loads(changed(FACT, (text) => text.replace("= d1.serial", "= concat(d1.serial, 'x')"))),
  );
  invalid("analytics/wrong-load", "a load that loads nothing", () =>
    loads(changed(FACT, (text) => text.replace("{until:", "{from:"))),
  );
});

const JOB = "analytics/jobs/load-fact-ride.yaml";

describe("analytics/invalid-job", () => {
  // oxlint-disable-next-line typescript/no-explicit-any -- files are broken in ways no type allows
  const job = (change: (data: any) => void): Promise<readonly Diagnostic[]> =>
    warehouseJobsCheck.check(
      changed(JOB, (text) => {
        const data = parse(text);
        change(data);
        return `# changed\n${yamlText(data)}`;
      }),
      context,
    );

  valid("analytics/invalid-job", "the job of a fact", () =>
    warehouseJobsCheck.check(artifacts, context),
  );
  valid("analytics/invalid-job", "lateness as long as the source is kept", () =>
    job((data) => (data.lateness.seconds = 604_800)),
  );
  // oxlint-disable-next-line typescript/no-explicit-any -- files are broken in ways no type allows
  const broken: readonly (readonly [string, (data: any) => void])[] = [
    ["a word for a number", (data) => (data.window.seconds = "a minute")],
    ["a kind that there is not", (data) => (data.kind = "magic")],
    ["a property that nobody knows", (data) => (data.colour = "red")],
    ["no sink", (data) => delete data.sink],
    ["a source that is not there", (data) => (data.source.store = "nowhere")],
    ["two sources", (data) => (data.source.event = "nowhere")],
    ["a sink that is not there", (data) => (data.sink.store = "nowhere")],
    ["an owner that is not there", (data) => (data.owner = "nobody")],
    ["a table that is not there", (data) => (data.sink.table = "analytics.nothing")],
    ["a key that is no column", (data) => (data.sink.key = ["nothing"])],
    ["a field that is not staged", (data) => data.source.fields.push("nothing")],
    ["a load that is not there", (data) => (data.sink.load.statement = "analytics/nothing.sql")],
    ["lateness beyond what can be replayed", (data) => (data.lateness.seconds = 604_801)],
    ["a replay beyond what is kept", (data) => (data.replay.seconds = 700_000)],
    ["a window that is written too rarely", (data) => (data.window.emitEverySeconds = 61)],
    ["a result older than promised", (data) => (data.freshness.seconds = 30)],
    ["a load that runs too rarely", (data) => (data.sink.load.everySeconds = 1000)],
  ];
  for (const [name, change] of broken) invalid("analytics/invalid-job", name, () => job(change));
  invalid("analytics/invalid-job", "no YAML", () =>
    warehouseJobsCheck.check(
      changed(JOB, () => "a: [1"),
      context,
    ),
  );
});

test("a script is split at its semicolons and nowhere else", () => {
  const script = "-- a; b\nSELECT 'x;''y\\';z', `a;b` -- c;\n/* d; */;\n\nSELECT 2;\n--";
  expect(splitClickhouse(script).map(({ text, line }) => [text.split("\n")[0], line])).toEqual([
    ["SELECT 'x;''y\\';z', `a;b` -- c;", 2],
    ["SELECT 2", 5],
  ]);
});
