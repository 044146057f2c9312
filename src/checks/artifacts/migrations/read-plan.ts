import { z } from "zod";
import type { AccessPlan } from "../../../sql/access-plans.ts";

/** The parts of `EXPLAIN (FORMAT JSON)` that are read; plans are nested. */
const node = z.object({
  "Node Type": z.string(),
  "Total Cost": z.number(),
  "Plan Rows": z.number(),
  "Index Name": z.string().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});
type PlanNode = z.infer<typeof node>;

const explained = z.tuple([z.object({ Plan: node })]);

/** Cost of a scan that finds nothing: one page is 1, and 10,000 rows are more than 100. */
const EMPTY_PARTITION = 100;

/** How a table is read, out of what EXPLAIN says. */
export function readPlan(value: unknown): Pick<AccessPlan, "scan" | "index" | "sorted" | "cost"> {
  const [{ Plan: root }] = explained.parse(typeof value === "string" ? JSON.parse(value) : value);
  const nodes = flatten(root);
  const index = nodes.find((part) => part["Index Name"] !== undefined)?.["Index Name"];
  const scans = nodes.filter((part) => part["Node Type"] === "Seq Scan");
  // A partition without a page is scanned whatever indexes it has.
  const isSequential =
    index === undefined || scans.some((part) => part["Total Cost"] >= EMPTY_PARTITION);
  const sorted = nodes
    .filter((part) => part["Node Type"] === "Sort")
    .map((part) => Math.max(...(part.Plans ?? []).map((child) => child["Plan Rows"])));
  return {
    scan: isSequential ? "sequential" : "index",
    ...(isSequential || index === undefined ? {} : { index }),
    sorted: Math.max(0, ...sorted),
    cost: root["Total Cost"],
  };
}

function flatten(root: PlanNode): readonly PlanNode[] {
  return [root, ...(root.Plans ?? []).flatMap(flatten)];
}
