import type { labelsOf } from "./labels-of.ts";

/** A Kubernetes object, as far as all of them have something in common. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: ReturnType<typeof labelsOf> };
  readonly spec: object;
}
