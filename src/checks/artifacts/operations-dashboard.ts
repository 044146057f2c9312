import { z } from "zod";
import type { Artifact } from "../../artifacts/artifact.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidDashboard } from "./operations/invalid-dashboard.ts";
import type { Problem } from "./operations/problem.ts";
import { promqlProblem } from "./operations/promql-problem.ts";
import { reportProblems } from "./operations/report-problems.ts";
import { shapeProblems } from "./operations/shape-problems.ts";

const MAXIMUM_COLUMNS = 24;

/** What Grafana needs of a dashboard to show it; it ignores what it does not know. */
const board = z.object({
  title: z.string().min(1),
  schemaVersion: z.int().positive(),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(
    z.object({
      id: z.int().positive(),
      type: z.string().min(1),
      title: z.string(),
      gridPos: z.object({
        x: z.int().nonnegative(),
        y: z.int().nonnegative(),
        w: z.int().positive(),
        h: z.int().positive(),
      }),
      datasource: z.object({ uid: z.string() }).optional(),
      targets: z.array(z.object({ refId: z.string(), expr: z.string() })).default([]),
    }),
  ),
});

type Board = z.infer<typeof board>;

/** Looks at dashboards as Grafana would: ids, places, variables, and every query in PromQL. */
export const operationsDashboardCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    const boards = artifacts.filter(({ kind }) => kind === "dashboard");
    const found = await Promise.all(
      boards.map(async (artifact) => ({ artifact, problems: await problemsOf(artifact) })),
    );
    return found.flatMap(({ artifact, problems }) =>
      reportProblems(invalidDashboard, artifact, problems),
    );
  },
};

async function problemsOf({ text }: Artifact): Promise<readonly Problem[]> {
  const read = readJson(text);
  if (read === undefined) return [{ tokens: [], problem: "it is no JSON" }];
  const { data } = board.safeParse(read);
  if (data === undefined) return shapeProblems(board, read, []);
  return [...placeProblems(data), ...(await queryProblems(data))];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeProblems({ panels, templating }: Board): readonly Problem[] {
  const variables = new Set(templating.list.map(({ name }) => name));
  const ids = new Set<number>();
  return panels.flatMap(({ id, gridPos, datasource }, index): readonly Problem[] => {
    const tokens = ["panels", index];
    const problems: Problem[] = [];
    if (ids.has(id)) problems.push({ tokens, problem: `two panels have the id ${id}` });
    ids.add(id);
    if (gridPos.x + gridPos.w > MAXIMUM_COLUMNS) {
      problems.push({ tokens, problem: "the panel is wider than the grid of 24 columns" });
    }
    const over = panels.slice(0, index).find((other) => overlap(other.gridPos, gridPos));
    if (over !== undefined) {
      problems.push({ tokens, problem: `the panel lies over the one called ${over.title}` });
    }
    const variable = /^\$\{(.*)\}$/.exec(datasource?.uid ?? "")?.[1];
    if (variable !== undefined && !variables.has(variable)) {
      problems.push({ tokens, problem: `there is no variable ${variable}` });
    }
    return problems;
  });
}

type Place = Board["panels"][number]["gridPos"];

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

async function queryProblems({ panels }: Board): Promise<readonly Problem[]> {
  const found = await Promise.all(
    panels.flatMap(({ targets }, index) =>
      targets.map(async ({ expr }, place) => {
        const problem = await promqlProblem(expr);
        const tokens = ["panels", index, "targets", place, "expr"];
        return problem === undefined ? [] : [{ tokens, problem }];
      }),
    ),
  );
  return found.flat();
}
