import type { Workload } from "./workload.ts";

type Labels = Readonly<Record<string, string>>;

/** The recommended labels of Kubernetes. */
export function labelsOf(workload: Workload): Labels {
  return { ...selectorOf(workload), "app.kubernetes.io/component": workload.kind };
}

/** What finds the instances; may never change after the first release. */
export function selectorOf({ name }: Workload): Labels {
  return { "app.kubernetes.io/name": name };
}
