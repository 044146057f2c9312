import type { Deployable, Scaling, System } from "../../design/design.ts";

/** A deployable with what the Design says about where and how it runs. */
export interface Workload {
  /** A DNS label (RFC 1123), one of its own. */
  readonly name: string;
  readonly deployable: Deployable;
  readonly kind: "gateway" | "service" | "worker";
  readonly node: System["deployment"]["nodes"][number];
  /** Of the region that it runs in. */
  readonly zones: number;
  readonly scaling?: Scaling;
}
