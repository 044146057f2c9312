import type { MigrationStage } from "../migration-stage.ts";
import type { TableObject } from "../table-object.ts";
import type { RuleTime } from "./rule-time.ts";
import type { TableStates } from "./table-states.ts";

export interface AddedObject {
  readonly states: TableStates;
  readonly object: TableObject;
  readonly time: RuleTime;
  /** On a copy that is filled first. */
  readonly isOnCopy: boolean;
}

export interface RemovedObject {
  readonly states: TableStates;
  readonly object: TableObject;
  readonly stage: MigrationStage;
}

export interface KeptObject {
  readonly states: TableStates;
  readonly before: TableObject;
  readonly after: TableObject;
}

export interface OnlineObjectChanges {
  readonly added: readonly AddedObject[];
  readonly removed: readonly RemovedObject[];
  readonly kept: readonly KeptObject[];
}
