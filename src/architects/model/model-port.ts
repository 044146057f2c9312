import type { Outcome } from "../../diagnostics/diagnostic.ts";
import type { JsonSchema } from "./wire/wire-schema.ts";

/** How hard the model may think, where it lets one choose. */
export type Effort = "low" | "medium" | "high" | "xhigh" | "max";

export interface TextBlock {
  readonly type: "text";
  readonly text: string;
  /** The prompt up to and including this block is worth caching. */
  readonly cache_control?: { readonly type: "ephemeral" };
}

/** One turn of a conversation. What a model answered is echoed as it came. */
export type Turn =
  | { readonly role: "user"; readonly content: readonly TextBlock[] }
  | { readonly role: "assistant"; readonly content: readonly unknown[] };

/** Which call this is; recordings are found by it. */
export interface CallKey {
  /** Digest of what was read from the requirements. */
  readonly requirements: string;
  /** `data:orders`. */
  readonly unit: string;
  /** The number of the call for this unit, from 1. */
  readonly call: number;
}

export interface ModelRequest {
  readonly key: CallKey;
  readonly system: readonly TextBlock[];
  readonly messages: readonly Turn[];
  readonly schema: JsonSchema;
  /** The schema in words, for servers that cannot enforce it. */
  readonly answerFormat: string;
  readonly model: string;
  readonly maxTokens: number;
  readonly effort?: Effort;
}

/** Tokens. Servers may leave any of them out; what is left out counts as 0. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
}

export interface ModelReply {
  readonly text: string;
  readonly stop: "end" | "truncated" | "refused" | "other";
  readonly refusal?: { readonly category?: string; readonly explanation?: string };
  readonly usage: Usage;
  /** The content blocks of the answer, to be echoed unchanged. */
  readonly content: readonly unknown[];
  readonly requestId?: string;
  /** The model that answered. */
  readonly model: string;
}

/** A model that answers with JSON. No value where it could not be asked; never throws for that. */
export interface ModelPort {
  generate(request: ModelRequest): Promise<Outcome<ModelReply>>;
}
