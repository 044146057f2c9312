import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { subjectAt } from "../../../src/artifacts/subject-at.ts";
import { readLinks } from "../../../src/checks/artifacts/docs/relative-links.ts";
import { operationsManifestCheck } from "../../../src/checks/artifacts/operations-manifest.ts";
import { operationsRulesCheck } from "../../../src/checks/artifacts/operations-rules.ts";
import { indexDesign } from "../../../src/design/design-index.ts";
import type { Design } from "../../../src/design/design.ts";
import { docsEmitter } from "../../../src/emitters/docs/emitter.ts";
import { operationsEmitter } from "../../../src/emitters/operations/emitter.ts";
import { arbitraryDesign } from "../../support/arbitrary-design.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign, pick } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { readTemplates } from "../../support/read-templates.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- what was written is read without a schema
type Data = any;

test("the sample has rules for Prometheus and a file for each workload", () => {
  expect(emit(sampleDesign()).map(({ path }) => path)).toEqual([
    "operations/prometheus/alerts.yaml",
    "operations/prometheus/recording-rules.yaml",
    "operations/grafana/dashboard.json",
    "operations/kubernetes/catalogue-service.yaml",
    "operations/kubernetes/lending-service.yaml",
    "operations/kubernetes/notification-worker.yaml",
    "operations/ci/pipeline.yaml",
  ]);
});

test("an alert says what it is about, how bad it is and what to do", () => {
  const [first] = alerts(sampleDesign());
  expect(first).toEqual({
    alert: "CriticalEndpointLatencyMissed",
    expr: "histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m]))) > 0.15",
    for: "5m",
    labels: {
      severity: "ticket",
      target: "critical-endpoint-latency",
      component: "catalogue-service",
    },
    annotations: {
      summary: "Target missed: critical-endpoint-latency",
      description: "p95 above 150 ms",
      runbook: "1. Open the dashboard of the component.\n2. Add an instance or roll back.",
    },
  });
});

test("alerts link to the runbooks of the documents, where those are written", async () => {
  const options = emitOptions(readTemplates());
  const document = docsEmitter
    .emit(sampleDesign(), options)
    .artifacts.find(({ path }) => path === "docs/observability.md");
  const { anchors } = await readLinks(document?.text ?? "");
  const [artifact] = operationsEmitter.emit(sampleDesign(), options).artifacts;
  const rules: Data[] = parse(artifact?.text ?? "").groups.flatMap((group: Data) => group.rules);
  expect(rules.length).toBe(alerts(sampleDesign()).length);
  for (const { annotations } of rules) {
    expect(annotations.runbook).toBeUndefined();
    const [file, anchor] = annotations.runbook_url.split("#");
    expect(file).toBe("../../docs/observability.md");
    expect(anchors).toContain(anchor);
  }
});

test("an error budget is watched over the two pairs of windows of the SRE workbook", () => {
  const burning = alerts(sampleDesign()).filter(({ labels }) => labels.slo === "availability");
  // 0.05 % of errors, burnt 14.4 and 6 times as fast as 30 days allow.
  expect(burning.map(({ expr }) => expr)).toEqual([
    'slo:error_ratio:rate1h{slo="availability"} > 0.0072 and slo:error_ratio:rate5m{slo="availability"} > 0.0072',
    'slo:error_ratio:rate6h{slo="availability"} > 0.003 and slo:error_ratio:rate30m{slo="availability"} > 0.003',
  ]);
  expect(burning.map((rule) => rule.labels.severity)).toEqual(["page", "page"]);
});

test.each([
  // A week's budget burns 3.36 times as fast when 2 % of it go in an hour.
  [7, 99, [0.0336, 0.014]],
  // 2 % of a day's budget are less than an hour's share: no reason to page.
  [1, 99, []],
  // More errors than requests there cannot be.
  [30, 90, [0.6]],
  [30, 50, []],
])("a window of %d days and an objective of %d %%", (windowDays, objective, thresholds) => {
  const design = editDesign(({ system }) => {
    Object.assign(pick(system.observability.slos, "availability"), { windowDays, objective });
  });
  const burning = alerts(design).filter(({ labels }) => labels.slo === "availability");
  expect(burning.map(({ expr }) => Number(/> (\S+) and/.exec(expr)?.[1]))).toEqual(thresholds);
});

test("error ratios count what the objective's metric counts", () => {
  expect(ratio("latency", "histogram", 2, "s")).toBe(
    '1 - sum(rate(m_bucket{le=~"2(\\\\.0)?"}[5m])) / sum(rate(m_count[5m]))',
  );
  expect(ratio("latency", "histogram", 150, "ms")).toBe(
    '1 - sum(rate(m_bucket{le="0.15"}[5m])) / sum(rate(m_count[5m]))',
  );
  expect(ratio("availability", "gauge")).toBe("1 - avg(avg_over_time(m[5m]))");
  expect(ratio("availability", "counter")).toBe(
    'sum(rate(m{status=~"5.."}[5m])) / sum(rate(m[5m]))',
  );
  // The sample counts no requests but in its histogram of durations.
  expect(ratio("error-rate", "counter")).toBe(
    "sum(rate(m[5m])) / sum(rate(http_request_duration_seconds_count[5m]))",
  );
  expect(ratio("latency", "gauge")).toBeUndefined();
  expect(ratio("cpu", "gauge")).toBeUndefined();
});

test("a workload has the numbers of its node and its scaling", () => {
  const [deployment, service, autoscaler, budget] = manifests(sampleDesign(), "catalogue-service");
  expect(deployment.spec.replicas).toBe(3);
  const [container] = deployment.spec.template.spec.containers;
  expect(container.image).toBe("example.invalid/catalogue-service:replace-me");
  expect(container.resources.requests).toEqual({ cpu: "1", memory: "1Gi" });
  expect(service.spec.ports[0].targetPort).toBe(container.ports[0].name);
  expect(autoscaler.spec).toMatchObject({ minReplicas: 3, maxReplicas: 20 });
  expect(autoscaler.spec.metrics[0].resource.target.averageUtilization).toBe(60);
  expect(budget.spec.maxUnavailable).toBe(1);
  expect(
    deployment.spec.template.spec.topologySpreadConstraints.map((one: Data) => one.topologyKey),
  ).toEqual(["topology.kubernetes.io/zone", "kubernetes.io/hostname"]);
});

test("nobody calls a worker, and nothing scales it where the design does not say how", () => {
  const kinds = manifests(sampleDesign(), "notification-worker").map(({ kind }: Data) => kind);
  expect(kinds).toEqual(["Deployment", "PodDisruptionBudget"]);
  const [{ spec }] = manifests(sampleDesign(), "notification-worker");
  expect(spec.template.spec.containers[0].resources.limits).toEqual({
    cpu: "500m",
    memory: "512Mi",
  });
});

test("what keeps state never runs twice and is not scaled out", () => {
  const design = editDesign(({ system }) => {
    pick(system.deployables, "catalogue-service").stateless = false;
  });
  const all = manifests(design, "catalogue-service");
  expect(all.map(({ kind }: Data) => kind)).toEqual([
    "Deployment",
    "Service",
    "PodDisruptionBudget",
  ]);
  expect(all[0].spec.strategy).toEqual({ type: "Recreate" });
});

test("long ids that begin alike stay apart, and no name is longer than a DNS label", () => {
  const long = `a${"-very".repeat(12)}-`;
  const ids = [`${long}on`, `${long}ox`];
  const design = editDesign(({ system }) => {
    const [first, second] = system.deployables;
    if (first === undefined || second === undefined) throw new Error("the sample is too small");
    system.deployables = [first, second].map((one, index) => ({ ...one, id: ids[index] ?? "" }));
    system.deployment.nodes = system.deployment.nodes.slice(0, 2).map((node, index) => ({
      ...node,
      hosts: ids[index] ?? "",
    }));
  });
  const longest = Math.max(...ids.map(({ length }) => length));
  expect(longest).toBeGreaterThan(62);
  const names = emit(design)
    .filter(({ kind }) => kind === "kubernetes")
    .map(({ text }) => parseAllDocuments(text)[0]?.toJS().metadata.name as string);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,61}[a-z0-9]$/);
});

test("ids that are written alike give alerts of different names", () => {
  const design = editDesign(({ system }) => {
    const [first, second] = system.observability.alerts;
    if (first === undefined || second === undefined) throw new Error("the sample is too small");
    [first.id, second.id] = ["disk-4-full", "disk4-full"];
  });
  const names = alerts(design).map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
  expect(names.slice(0, 2)).toEqual(["Disk4Full", "Disk4Full2"]);
});

test("text of the requirements is shown, not run as a template or read as YAML", async () => {
  const hostile = '{{ printf "%s" $labels }}: - x # y {{{ }} \'" &a *a !!js';
  const design = editDesign(({ system }) => {
    const [alert] = system.observability.alerts;
    if (alert === undefined) throw new Error("the sample has no alert");
    Object.assign(alert, { name: hostile, condition: hostile, runbook: [hostile, "a\n---\nb"] });
  });
  const [{ annotations }] = alerts(design);
  // The only actions that are left print two braces.
  for (const text of Object.values<string>(annotations)) {
    expect(text.replaceAll('{{ "{{" }}', "")).not.toContain("{{");
    expect(text.replaceAll('{{ "{{" }}', "{{")).toContain(hostile);
  }
  expect(annotations.runbook).toContain("2. a --- b");
  expect(await findings(emit(design))).toEqual([]);
});

test("nothing to watch and nowhere to run give no file", () => {
  const design = editDesign(({ system }) => {
    system.observability = { metrics: [], slos: [], alerts: [] };
    system.deployment.nodes = [];
  });
  expect(emit(design)).toEqual([]);
});

test("random designs give rules and manifests that their checks accept", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDesign(), async (design) => {
      const artifacts = emit(design);
      expect(await findings(artifacts)).toEqual([]);
      expect(emit(design)).toEqual(artifacts);
      const { elements } = indexDesign(design);
      for (const { origins } of artifacts) {
        expect(origins.length).toBeGreaterThan(0);
        for (const { subject } of origins) expect(elements.has(subject), subject).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a place of a file is about the element that it comes from", () => {
  const [rules, ...others] = emit(sampleDesign());
  const workload = others.find(({ kind }) => kind === "kubernetes");
  if (rules === undefined || workload === undefined) throw new Error("the files are missing");
  expect(subjectAt(rules, { pointer: "/groups/0/rules/0/expr" })).toBe(
    "system/alert/critical-endpoint-latency-missed",
  );
  expect(subjectAt(workload, { pointer: "/2/spec/maxReplicas" })).toBe("system/scaling/catalogue");
  expect(
    subjectAt(workload, { pointer: "/0/spec/template/spec/containers/0/resources/limits/cpu" }),
  ).toBe("system/node/catalogue-pods");
  expect(subjectAt(workload, { pointer: "/3/metadata" })).toBe(
    "system/deployable/catalogue-service",
  );
});

function emit(design: Design): readonly Artifact[] {
  return operationsEmitter.emit(design, emitOptions()).artifacts;
}

function alerts(design: Design): Data[] {
  const artifact = emit(design).find(({ path }) => path.endsWith("/alerts.yaml"));
  return parse(artifact?.text ?? "").groups.flatMap(({ rules }: Data) => rules);
}

function manifests(design: Design, name: string): Data {
  const artifact = emit(design).find(({ path }) => path.endsWith(`/${name}.yaml`));
  return parseAllDocuments(artifact?.text ?? "").map((document) => document.toJS());
}

/** The first recorded ratio of an objective about one metric. */
function ratio(measure: string, kind: string, value = 99, unit = "percent"): string | undefined {
  const design = editDesign(({ system }) => {
    const { slos, metrics } = system.observability;
    const target = pick(system.targets, "growth");
    Object.assign(target, { measure, value, unit });
    const metric = metrics.find(({ targets }) => targets.includes("growth"));
    Object.assign(metric ?? {}, { name: "m", kind });
    const slo = { ...pick(slos, "availability"), target: "growth", metric: metric?.id ?? "" };
    system.observability.slos = [slo];
  });
  const artifact = emit(design).find(({ path }) => path.endsWith("/recording-rules.yaml"));
  return artifact && parse(artifact.text).groups[0].rules[0].expr;
}

async function findings(artifacts: readonly Artifact[]) {
  return [
    ...(await operationsRulesCheck.check(artifacts, checkContext())),
    ...(await operationsManifestCheck.check(artifacts, checkContext())),
  ];
}
