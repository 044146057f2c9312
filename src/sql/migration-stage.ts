/** What a migration file is for, in the order in which files are applied. */
export type MigrationPhase = "expand" | "backfill" | "validate" | "switch" | "contract";

/**
 * How a file runs: `brief` is one transaction that holds strong locks for a moment, `scan` one that
 * reads tables under a lock that blocks nobody, `alone` one statement that refuses a transaction.
 */
export type MigrationManner = "brief" | "scan" | "alone";

/** Where a step stands in a change that a running service does not notice; first to last. */
export const MIGRATION_STAGES = [
  { id: "expand-first", phase: "expand", manner: "brief" },
  { id: "expand-drop-index", phase: "expand", manner: "alone" },
  { id: "expand", phase: "expand", manner: "brief" },
  { id: "expand-rules", phase: "expand", manner: "brief" },
  { id: "expand-index", phase: "expand", manner: "alone" },
  { id: "backfill", phase: "backfill", manner: "alone" },
  { id: "backfill-index", phase: "validate", manner: "alone" },
  { id: "validate-rules", phase: "validate", manner: "brief" },
  { id: "validate", phase: "validate", manner: "scan" },
  { id: "switch", phase: "switch", manner: "brief" },
  { id: "switch-columns", phase: "switch", manner: "brief" },
  { id: "switch-index", phase: "switch", manner: "alone" },
  { id: "switch-rules", phase: "switch", manner: "brief" },
  { id: "switch-validate", phase: "switch", manner: "scan" },
  { id: "switch-names", phase: "switch", manner: "brief" },
  { id: "contract-fill", phase: "contract", manner: "alone" },
  { id: "contract-rules", phase: "contract", manner: "brief" },
  { id: "contract-validate", phase: "contract", manner: "scan" },
  { id: "contract-index", phase: "contract", manner: "alone" },
  { id: "contract-drop-index", phase: "contract", manner: "alone" },
  { id: "contract-finish", phase: "contract", manner: "brief" },
  { id: "contract-keys", phase: "contract", manner: "brief" },
  { id: "contract-keys-validate", phase: "contract", manner: "scan" },
  { id: "contract-keys-parts", phase: "contract", manner: "alone" },
  { id: "contract-keys-finish", phase: "contract", manner: "brief" },
  { id: "contract-drop", phase: "contract", manner: "brief" },
  { id: "contract-names", phase: "contract", manner: "brief" },
] as const satisfies readonly {
  readonly id: string;
  readonly phase: MigrationPhase;
  readonly manner: MigrationManner;
}[];

export type MigrationStage = (typeof MIGRATION_STAGES)[number]["id"];

export function stageIndex(stage: MigrationStage): number {
  return MIGRATION_STAGES.findIndex(({ id }) => id === stage);
}

export function describeStage(stage: MigrationStage): {
  readonly phase: MigrationPhase;
  readonly manner: MigrationManner;
} {
  return MIGRATION_STAGES[stageIndex(stage)] ?? MIGRATION_STAGES[0];
}
