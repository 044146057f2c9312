import type { Artifact, Origin } from "../../artifacts/artifact.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Design, System } from "../../design/design.ts";
import { toPascal, uniqueName } from "../../util/naming.ts";
import { burnAlerts } from "./burn-alerts.ts";
import { literalText } from "./literal-text.ts";
import type { RuleWithOrigin } from "./rule-with-origin.ts";
import { runbookAnnotation } from "./runbook-annotation.ts";

type Alert = System["observability"]["alerts"][number];

/** `alerts.yaml`: the Design's alerts, and how fast the error budget of each objective burns. */
export function alertRules(design: Design, hasRunbooks: boolean): readonly Artifact[] {
  const names = new Set<string>();
  function nameOf(id: string): string {
    const name = uniqueName(toPascal(id), names, "");
    names.add(name);
    return name;
  }

  const { alerts } = design.system.observability;
  const groups = [
    {
      name: "targets",
      rules: alerts.map((alert) => targetAlert(alert, design, nameOf, hasRunbooks)),
    },
    { name: "error-budgets", rules: burnAlerts(design, nameOf, hasRunbooks) },
  ].filter(({ rules }) => rules.length > 0);
  if (groups.length === 0) return [];
  const origins = groups.flatMap(({ rules }, group) =>
    rules.map(({ subject }, index): Origin => ({
      locator: { pointer: `/groups/${group}/rules/${index}` },
      subject,
    })),
  );
  const text = yamlText({
    groups: groups.map(({ name, rules }) => ({ name, rules: rules.map(({ rule }) => rule) })),
  });
  return [{ path: "operations/prometheus/alerts.yaml", kind: "prometheus", text, origins }];
}

function targetAlert(
  alert: Alert,
  { system }: Design,
  nameOf: (id: string) => string,
  hasRunbooks: boolean,
): RuleWithOrigin {
  const { id, name, metric, targets, condition, expression, forMinutes, severity } = alert;
  const component = system.observability.metrics.find((one) => one.id === metric)?.component;
  return {
    subject: `system/alert/${id}`,
    rule: {
      alert: nameOf(id),
      expr: expression,
      for: `${forMinutes}m`,
      labels: {
        severity,
        ...(targets.length === 0 ? {} : { target: targets.join(",") }),
        ...(component === undefined ? {} : { component }),
      },
      annotations: {
        summary: literalText(name),
        description: literalText(condition),
        ...runbookAnnotation(alert, hasRunbooks),
      },
    },
  };
}
