import fc from "fast-check";
import { expect, test } from "vitest";
import { operationsDashboardCheck } from "../../../src/checks/artifacts/operations-dashboard.ts";
import type { Design } from "../../../src/design/design.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { operationsEmitter } from "../../../src/emitters/operations/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- boards are broken in ways no type allows
type Broken = any;

const CODE = "operations/invalid-dashboard";

function boardOf(design: Design) {
  const { artifacts } = operationsEmitter.emit(design, emitOptions());
  const found = artifacts.find(({ kind }) => kind === "dashboard");
  if (found === undefined) throw new Error("there is no dashboard");
  return found;
}

async function look(text: string): Promise<readonly Diagnostic[]> {
  const artifact = { ...boardOf(sampleDesign()), text };
  return operationsDashboardCheck.check([artifact], checkContext());
}

function broken(change: (board: Broken) => void): Promise<readonly Diagnostic[]> {
  const board: Broken = JSON.parse(boardOf(sampleDesign()).text);
  change(board);
  return look(JSON.stringify(board));
}

valid("operations/invalid-dashboard", "the sample", () => look(boardOf(sampleDesign()).text));
invalid("operations/invalid-dashboard", "no JSON", () => look("{"));
invalid("operations/invalid-dashboard", "no title", () => broken((board) => delete board.title));
invalid("operations/invalid-dashboard", "a query that is no PromQL", () =>
  broken((board) => (board.panels[1].targets[0].expr = "rate(x[5m")),
);
invalid("operations/invalid-dashboard", "one id twice", () =>
  broken((board) => (board.panels[2].id = board.panels[1].id)),
);
invalid("operations/invalid-dashboard", "one panel over another", () =>
  broken((board) => (board.panels[2].gridPos = board.panels[1].gridPos)),
);
invalid("operations/invalid-dashboard", "a panel beside the grid", () =>
  broken((board) => (board.panels[2].gridPos.x = 20)),
);
invalid("operations/invalid-dashboard", "a variable that there is not", () =>
  broken((board) => (board.panels[1].datasource.uid = "${source}")),
);

test("a finding is about what the panel shows", async () => {
  const [found] = await broken((board) => (board.panels.at(-1).targets[0].expr = "x >"));
  expect(found?.code).toBe(CODE);
  expect(found?.subject).toMatch(/^system\/metric\//);
});

test("each objective, alert and metric of the sample has a panel", () => {
  const { observability } = sampleDesign().system;
  const board: Broken = JSON.parse(boardOf(sampleDesign()).text);
  const titles: readonly string[] = board.panels.map(({ title }: Broken) => title);
  for (const { name } of [...observability.alerts, ...observability.metrics]) {
    expect(titles).toContain(name);
  }
});

test("the dashboard of any Design can be shown", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign({ maximumContexts: 1 }), async (design) => {
      const { artifacts } = operationsEmitter.emit(design, emitOptions());
      const found = await operationsDashboardCheck.check(artifacts, checkContext());
      // What a random alert says in PromQL is not ours to mend.
      const own = found.filter(({ message }) => !message.includes("PromQL"));
      expect(own).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
