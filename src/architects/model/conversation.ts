import type { UnitPart } from "../../design/unit-part.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Turn } from "./model-port.ts";

/** What was said about one unit so far. */
export interface Conversation {
  /** Up to and including the last question. */
  readonly messages: readonly Turn[];
  /** The last answer, as it came; empty where there was none that could be echoed. */
  readonly answer: readonly unknown[];
  /** What was made of the last answer; nothing where nothing could be. */
  readonly part?: UnitPart;
  /** What was wrong with the form of the last answer. */
  readonly problems: readonly Diagnostic[];
}
