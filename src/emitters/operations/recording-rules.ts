import type { Artifact, Origin } from "../../artifacts/artifact.ts";
import { yamlText } from "../../artifacts/yaml-text.ts";
import type { Design } from "../../design/design.ts";
import { ERROR_RATIO, WINDOWS } from "./burn-windows.ts";
import { errorRatio } from "./error-ratio.ts";

/** `recording-rules.yaml`: the error ratio of each objective over each window of the alerts. */
export function recordingRules(design: Design): readonly Artifact[] {
  const origins: Origin[] = [];
  const rules: object[] = [];
  for (const slo of design.system.observability.slos) {
    for (const window of WINDOWS) {
      const expr = errorRatio(slo, design, window);
      if (expr === undefined) continue;
      const pointer = `/groups/0/rules/${rules.length}`;
      origins.push({ locator: { pointer }, subject: `system/slo/${slo.id}` });
      rules.push({ record: `${ERROR_RATIO}${window}`, expr, labels: { slo: slo.id } });
    }
  }
  if (rules.length === 0) return [];
  const text = yamlText({ groups: [{ name: "error-ratios", rules }] });
  return [
    { path: "operations/prometheus/recording-rules.yaml", kind: "prometheus", text, origins },
  ];
}
