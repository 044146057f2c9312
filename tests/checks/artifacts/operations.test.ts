import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { Artifact } from "../../../src/artifacts/artifact.ts";
import { yamlText } from "../../../src/artifacts/yaml-text.ts";
import { operationsManifestCheck } from "../../../src/checks/artifacts/operations-manifest.ts";
import { operationsRulesCheck } from "../../../src/checks/artifacts/operations-rules.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { operationsEmitter } from "../../../src/emitters/operations/emitter.ts";
import { invalid, valid } from "../../support/cases.ts";
import { checkContext } from "../../support/check-context.ts";
import { editDesign } from "../../support/edit-design.ts";
import { emitOptions } from "../../support/emit-options.ts";
import { sampleDesign } from "../../support/sample-design.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- files are broken in ways no type allows
type Broken = any;
type Change = (data: Broken) => void;

const { artifacts } = operationsEmitter.emit(sampleDesign(), emitOptions());

describe("operations/invalid-rules", () => {
  valid("operations/invalid-rules", "the sample", () => checkRules(...artifacts));
  const expressions = [
    'rate(x{a="b,c}",d!~"[(]"}[5m] offset 1h) > 1e-3 or absent(y)',
    "a:b:c > 1 # with a comment",
    "quantile_over_time(0.9, x[1h:5m]) and on(a) group_left(b) y",
    "sum without (a) (x{b='c'}) / 2 ^ 3",
  ];
  for (const expr of expressions) {
    valid("operations/invalid-rules", `the expression ${expr}`, () =>
      rules((data) => (data.groups[0].rules[0].expr = expr)),
    );
  }
  const durations = ["0", "1d12h", "90s", "5m"];
  for (const duration of durations) {
    valid("operations/invalid-rules", `for ${duration}`, () =>
      rules((data) => (data.groups[0].rules[0].for = duration)),
    );
  }

  const broken: readonly (readonly [string, string])[] = [
    ["an open parenthesis", "sum(rate(x[5m]) > 1"],
    ["a closed parenthesis too many", "sum(x)) > 1"],
    ["an open bracket", "rate(x[5m"],
    ["an open brace", 'x{a="b"'],
    ["an open quotation mark", 'x{a="b} > 1'],
    ["nothing on one side", "x >"],
    ["words", "the error rate is above 1 percent"],
    ["a function that there is not", "percentile(x) > 1"],
    ["a unit of time that there is not", "rate(x[5x])"],
    ["a template", "{{ $value }} > 1"],
    ["two lines", "x\n> 1"],
    ["a carriage return", "x > 1\r"],
    ["only spaces", "   "],
    ["nothing", ""],
  ];
  for (const [name, expr] of broken) {
    invalid("operations/invalid-rules", `an expression with ${name}`, () =>
      rules((data) => (data.groups[0].rules[0].expr = expr)),
    );
  }

  const changes: readonly (readonly [string, Change])[] = [
    ["no groups", (data) => delete data.groups],
    ["no group", (data) => (data.groups = [])],
    ["a group without rules", (data) => (data.groups[0].rules = [])],
    ["two groups of one name", (data) => (data.groups[1].name = data.groups[0].name)],
    ["an unknown key", (data) => (data.groups[0].rules[0].labls = {})],
    ["no expression", (data) => delete data.groups[0].rules[0].expr],
    ["an expression that is a number", (data) => (data.groups[0].rules[0].expr = 1)],
    ["neither alert nor record", (data) => delete data.groups[0].rules[0].alert],
    ["alert and record", (data) => (data.groups[0].rules[0].record = "x")],
    ["an alert without a name", (data) => (data.groups[0].rules[0].alert = "")],
    [
      "two alerts of one name, in two groups",
      (data) => (data.groups[1].rules[0].alert = data.groups[0].rules[0].alert),
    ],
    ["for five minutes", (data) => (data.groups[0].rules[0].for = "5 minutes")],
    ["for nothing", (data) => (data.groups[0].rules[0].for = "")],
    ["for a number", (data) => (data.groups[0].rules[0].for = 5)],
    ["a label with a hyphen", (data) => (data.groups[0].rules[0].labels = { "a-b": "c" })],
    ["a reserved label", (data) => (data.groups[0].rules[0].labels = { __name__: "c" })],
    ["a label that is a number", (data) => (data.groups[0].rules[0].labels.severity = 1)],
  ];
  for (const [name, change] of changes) {
    invalid("operations/invalid-rules", name, () => rules(change));
  }
  invalid("operations/invalid-rules", "two records of one series", () =>
    rules((data) => {
      data.groups[0].rules[1] = structuredClone(data.groups[0].rules[0]);
    }, "recording-rules"),
  );
  invalid("operations/invalid-rules", "a record whose name is no series", () =>
    rules((data) => (data.groups[0].rules[0].record = "error-ratio"), "recording-rules"),
  );
  for (const text of [
    "",
    "groups: [",
    "a: 1\na: 2",
    "x: &a [1]\ny: *a",
    "---\n{}\n---\n{}",
    "42",
  ]) {
    invalid("operations/invalid-rules", `the text ${JSON.stringify(text)}`, () =>
      checkRules({ path: "operations/prometheus/x.yaml", kind: "prometheus", text, origins: [] }),
    );
  }
  invalid("operations/invalid-rules", "an expression of the design", () => {
    const design = editDesign(({ system }) => {
      const [alert] = system.observability.alerts;
      if (alert !== undefined) alert.expression = "up ==";
    });
    return checkRules(...operationsEmitter.emit(design, emitOptions()).artifacts);
  });

  test("a finding names the alert, the place and the element of the design", async () => {
    const [found] = await rules((data) => (data.groups[0].rules[0].expr = "sum(x"));
    expect(found).toMatchObject({
      subject: "system/alert/critical-endpoint-latency-missed",
      message:
        "Prometheus cannot load operations/prometheus/alerts.yaml: alert CriticalEndpointLatencyMissed: its expression is no PromQL at its end",
      artifact: { locator: { pointer: "/groups/0/rules/0/expr" } },
    });
  });
});

describe("operations/invalid-manifest", () => {
  valid("operations/invalid-manifest", "the sample", () => checkManifests(...artifacts));
  valid("operations/invalid-manifest", "as many instances at least as at most", () =>
    manifests(({ autoscaler }) => (autoscaler.spec.minReplicas = autoscaler.spec.maxReplicas)),
  );
  valid("operations/invalid-manifest", "a share of the instances may be gone", () =>
    manifests(({ budget }) => (budget.spec.maxUnavailable = "25%")),
  );

  const container = ({ deployment }: Broken): Broken => deployment.spec.template.spec.containers[0];
  const changes: readonly (readonly [string, Change])[] = [
    ["no version", ({ deployment }) => delete deployment.apiVersion],
    ["an old version", ({ autoscaler }) => (autoscaler.apiVersion = "autoscaling/v2beta2")],
    ["an unknown kind", ({ deployment }) => (deployment.kind = "Deploymnt")],
    ["no name", ({ service }) => delete service.metadata.name],
    ["a name with capitals", ({ deployment }) => (deployment.metadata.name = "Catalogue")],
    ["a name of 64 characters", ({ deployment }) => (deployment.metadata.name = "a".repeat(64))],
    ["a name that ends in a hyphen", ({ deployment }) => (deployment.metadata.name = "a-")],
    ["a service that begins with a digit", ({ service }) => (service.metadata.name = "1-a")],
    [
      "a selector of others",
      ({ deployment }) => (deployment.spec.selector.matchLabels = { a: "b" }),
    ],
    ["an empty selector", ({ deployment }) => (deployment.spec.selector.matchLabels = {})],
    ["a service that finds nobody", ({ service }) => (service.spec.selector = { a: "b" })],
    ["a service to a closed port", ({ service }) => (service.spec.ports[0].targetPort = "grpc")],
    ["a budget for nobody", ({ budget }) => (budget.spec.selector.matchLabels = { a: "b" })],
    ["a budget of two rules", ({ budget }) => (budget.spec.minAvailable = 1)],
    ["more at least than at most", ({ autoscaler }) => (autoscaler.spec.minReplicas = 21)],
    ["no instance at least", ({ autoscaler }) => (autoscaler.spec.minReplicas = 0)],
    ["half an instance", ({ deployment }) => (deployment.spec.replicas = 1.5)],
    ["more instances than an int32", ({ deployment }) => (deployment.spec.replicas = 2 ** 31)],
    ["nothing to scale", ({ autoscaler }) => (autoscaler.spec.scaleTargetRef.name = "other")],
    ["a quantity in words", (all) => (container(all).resources.requests.memory = "1 GB")],
    ["no memory", (all) => (container(all).resources.requests.memory = "0Mi")],
    ["a request above its limit", (all) => (container(all).resources.requests.cpu = "1001m")],
    ["no limit", (all) => delete container(all).resources.limits],
    ["no image", (all) => (container(all).image = "")],
    ["no container", ({ deployment }) => (deployment.spec.template.spec.containers = [])],
    ["no readiness probe", (all) => delete container(all).readinessProbe],
    ["a probe of a closed port", (all) => (container(all).livenessProbe.httpGet.port = "grpc")],
    ["a port that there is not", (all) => (container(all).ports[0].containerPort = 70_000)],
    [
      "a skew of none",
      ({ deployment }) => (deployment.spec.template.spec.topologySpreadConstraints[0].maxSkew = 0),
    ],
  ];
  for (const [name, change] of changes) {
    invalid("operations/invalid-manifest", name, () => manifests(change));
  }
  invalid("operations/invalid-manifest", "one workload in two files", () => {
    const [one] = artifacts.filter(({ kind }) => kind === "kubernetes");
    return one === undefined ? [] : checkManifests(one, { ...one, path: "operations/x.yaml" });
  });
  for (const text of ["", "# nothing", "kind: [", "--- 1\n--- 2", "a: &a 1\nb: *a"]) {
    invalid("operations/invalid-manifest", `the text ${JSON.stringify(text)}`, () =>
      checkManifests({ path: "operations/x.yaml", kind: "kubernetes", text, origins: [] }),
    );
  }
  invalid("operations/invalid-manifest", "limits of the design that exclude each other", () => {
    const design = editDesign(({ system }) => {
      const [scaling] = system.scaling;
      if (scaling !== undefined) scaling.maximumInstances = 1;
    });
    return checkManifests(...operationsEmitter.emit(design, emitOptions()).artifacts);
  });

  test("a finding names the object, the place and the element of the design", async () => {
    const [found] = await manifests(({ autoscaler }) => (autoscaler.spec.minReplicas = 21));
    expect(found).toMatchObject({
      subject: "system/scaling/catalogue",
      artifact: { locator: { pointer: "/2/spec/minReplicas" } },
    });
    expect(found?.message).toContain(
      "HorizontalPodAutoscaler catalogue-service: at least 21 instances are more than at most 20",
    );
  });
});

function rules(change: Change, name = "alerts"): Promise<readonly Diagnostic[]> {
  const artifact = find(`operations/prometheus/${name}.yaml`);
  const data: unknown = parse(artifact.text);
  change(data);
  return checkRules({ ...artifact, text: yamlText(data) });
}

/** The catalogue's manifests after a change. */
function manifests(change: Change): Promise<readonly Diagnostic[]> {
  const artifact = find("operations/kubernetes/catalogue-service.yaml");
  const [deployment, service, autoscaler, budget] = parseAllDocuments(artifact.text).map(
    (document): Broken => document.toJS(),
  );
  change({ deployment, service, autoscaler, budget });
  const text = [deployment, service, autoscaler, budget].map(yamlText).join("---\n");
  return checkManifests({ ...artifact, text });
}

function find(path: string): Artifact {
  const found = artifacts.find((artifact) => artifact.path === path);
  if (found === undefined) throw new Error(`the sample has no ${path}`);
  return found;
}

async function checkRules(...files: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  return operationsRulesCheck.check(files, checkContext());
}

async function checkManifests(...files: readonly Artifact[]): Promise<readonly Diagnostic[]> {
  return operationsManifestCheck.check(files, checkContext());
}
