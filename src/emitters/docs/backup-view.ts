import { capacityOf } from "../../design/capacity.ts";
import type { Design, Target } from "../../design/design.ts";
import { targetMinutes } from "../../design/target-minutes.ts";
import { formatNumber } from "./format-number.ts";
import { listed } from "./listed.ts";
import { targetText } from "./target-text.ts";

/** Megabytes a second that come back from a backup over a network; stated in the document. */
const RESTORE_RATE = 200;

/** Minutes: a shorter recovery point needs the log of the engine and not only nightly copies. */
const NIGHTLY = 24 * 60;

/** How each store that holds data of its own comes back; the rest is filled again from these. */
export function backupView(design: Design): object {
  const { targets } = design.system;
  const points = targets.filter(({ measure }) => measure === "recovery-point");
  const times = targets.filter(({ measure }) => measure === "recovery-time");
  const strictest = shortest(points);
  return {
    point: listed(points.map(targetText), "none stated"),
    time: listed(times.map(targetText), "none stated"),
    rate: RESTORE_RATE,
    stores: capacityOf(design)
      .storage.filter(({ store }) => store.kind !== "cache" && store.kind !== "search")
      .map(({ store, copies, firstYearGigabytes, thirdYearGigabytes }) => {
        const restore = minutesFor(thirdYearGigabytes / copies);
        const limit = shortest(times);
        return {
          name: store.name,
          kind: store.kind,
          firstYear: `${formatNumber(firstYearGigabytes / copies)} GB`,
          thirdYear: `${formatNumber(thirdYearGigabytes / copies)} GB`,
          method: methodOf(strictest),
          restore: `${formatNumber(restore)} min`,
          inTime: limit === undefined ? "–" : restore <= limit ? "yes" : "no",
        };
      }),
  };
}

/** What the template says in words; decided by how much may be lost. */
function methodOf(point: number | undefined): "nightly" | "log" | "synchronous" {
  if (point === 0) return "synchronous";
  return point !== undefined && point >= NIGHTLY ? "nightly" : "log";
}

function minutesFor(gigabytes: number): number {
  return (gigabytes * 1000) / RESTORE_RATE / 60;
}

function shortest(targets: readonly Target[]): number | undefined {
  const minutes = targets.flatMap((target) => targetMinutes(target) ?? []);
  return minutes.length === 0 ? undefined : Math.min(...minutes);
}
