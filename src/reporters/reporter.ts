import type { RunReport } from "../pipeline/run-report.ts";

/** How a report is shown. */
export interface ReporterOptions {
  /** Colours, where the output is a terminal. */
  readonly color: boolean;
}

/** Turns a report into the text for stdout. Pure. */
export type Reporter = (report: RunReport, options: ReporterOptions) => string;
