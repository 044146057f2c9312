/** Windows that the error ratio is recorded over. */
export const WINDOWS = ["5m", "30m", "1h", "6h"] as const;

/** Name of the recorded series, before its window. */
export const ERROR_RATIO = "slo:error_ratio:rate";

/** When an error budget burns too fast: both windows, so that the alert also ends soon. */
export interface BurnWindow {
  readonly id: "fast" | "slow";
  readonly long: (typeof WINDOWS)[number];
  readonly short: (typeof WINDOWS)[number];
  readonly longHours: number;
  /** Share of the whole budget that is gone after the long window. */
  readonly budgetShare: number;
  /** Duration that it has to hold. */
  readonly for: string;
}

/** The Site Reliability Workbook, chapter 5, table 5-8: the pairs that page. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  { id: "fast", long: "1h", short: "5m", longHours: 1, budgetShare: 0.02, for: "2m" },
  { id: "slow", long: "6h", short: "30m", longHours: 6, budgetShare: 0.05, for: "15m" },
];
