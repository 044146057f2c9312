/** Somebody who takes part when a caller proves who it is. */
export interface Party {
  /** Identifier in the diagram. */
  readonly alias: string;
  /** How it is declared. */
  readonly declaration: string;
  readonly subject: string;
}

/** A message, a note, or messages that are only sent under a condition. */
export type AuthStep =
  | { readonly from: Party; readonly to: Party; readonly text: string; readonly isReply?: boolean }
  | { readonly over: readonly [Party, Party]; readonly note: string }
  | { readonly when: string; readonly steps: readonly AuthStep[] };
