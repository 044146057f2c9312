/** ` (15 min)`; nothing where no lifetime is set. */
export function lifetimeText(lifetime: number | undefined, unit: "min" | "days"): string {
  return lifetime === undefined ? "" : ` (${lifetime} ${unit})`;
}
