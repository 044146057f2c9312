import type { Artifact } from "../../artifacts/artifact.ts";
import { sortedBy } from "../../util/order.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { invalidRules } from "./operations/invalid-rules.ts";
import type { Problem } from "./operations/problem.ts";
import { promqlProblem } from "./operations/promql-problem.ts";
import { reportProblems } from "./operations/report-problems.ts";
import { readYaml } from "./operations/read-yaml.ts";
import { ruleFile } from "./operations/rule-file.ts";
import { shapeProblems } from "./operations/shape-problems.ts";

type Groups = ReturnType<typeof ruleFile.parse>["groups"];
type Rule = Groups[number]["rules"][number];

/** Reads every file of rules as Prometheus would. */
export const operationsRulesCheck: ArtifactCheck = {
  cost: "fast",
  async check(artifacts) {
    const files = artifacts.filter(({ kind }) => kind === "prometheus");
    const found = await Promise.all(
      files.map(async (artifact) => ({ artifact, problems: await problemsOf(artifact) })),
    );
    return found.flatMap(({ artifact, problems }) =>
      reportProblems(invalidRules, artifact, problems),
    );
  },
};

async function problemsOf({ text }: Artifact): Promise<readonly Problem[]> {
  const read = readYaml(text);
  if ("problem" in read) return [{ tokens: [], problem: read.problem }];
  const [file] = read.documents;
  if (read.documents.length > 1) return [{ tokens: [], problem: "it holds several documents" }];
  const { data } = ruleFile.safeParse(file);
  if (data === undefined) return shapeProblems(ruleFile, file, []);
  return [...duplicates(data.groups), ...(await expressionProblems(data.groups))];
}

function duplicates(groups: Groups): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  function see(key: string, tokens: Problem["tokens"], problem: string): void {
    if (seen.has(key)) problems.push({ tokens, problem });
    seen.add(key);
  }

  for (const [index, { name, rules }] of groups.entries()) {
    see(`group ${name}`, ["groups", index], `two groups are called ${name}`);
    for (const [place, rule] of rules.entries()) {
      const tokens = ["groups", index, "rules", place];
      if ("alert" in rule) see(nameOf(rule), tokens, `two alerts are called ${rule.alert}`);
      else see(seriesOf(rule), tokens, `two rules record ${rule.record} with the same labels`);
    }
  }
  return problems;
}

async function expressionProblems(groups: Groups): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, { rules }] of groups.entries()) {
    for (const [place, rule] of rules.entries()) {
      const problem = await promqlProblem(rule.expr);
      if (problem === undefined) continue;
      const tokens = ["groups", index, "rules", place, "expr"];
      problems.push({ tokens, problem: `${nameOf(rule)}: ${problem}` });
    }
  }
  return problems;
}

function nameOf(rule: Rule): string {
  return "alert" in rule ? `alert ${rule.alert}` : `rule ${rule.record}`;
}

function seriesOf(rule: Rule): string {
  const labels = sortedBy(Object.entries(rule.labels ?? {}), ([name]) => name);
  return `${nameOf(rule)} ${JSON.stringify(labels)}`;
}
