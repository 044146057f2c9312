import type { Design } from "../../../design/design.ts";

const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
const STATED = /\b(two|three|four|[2-4]) (?:availability )?zones\b/i;
/** Availability in percent from which two zones are too few. */
const STRICT = 99.9;

/** Zones of a region: as stated, else as many as the strictest availability asks for. */
export function zonesOf({ system }: Design): number {
  for (const { scope, text } of system.requirements) {
    const word = STATED.exec(text)?.[1]?.toLowerCase();
    if (scope === "in" && word !== undefined) return COUNTS[word] ?? Number(word);
  }
  const strictest = Math.max(
    0,
    ...system.targets.filter(({ measure }) => measure === "availability").map(({ value }) => value),
  );
  return strictest >= STRICT ? 3 : 2;
}

/** Instances, so that after the loss of a zone as many are left as are needed. */
export function withSpareZone(needed: number, zones: number): number {
  if (zones < 2) return needed;
  let instances = needed;
  while (instances - Math.ceil(instances / zones) < needed) instances++;
  return instances;
}
