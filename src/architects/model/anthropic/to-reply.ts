import type { Message } from "@anthropic-ai/sdk/resources/messages";
import type { ModelReply, Usage } from "../model-port.ts";

export const NO_USAGE: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
};

/** What a server answered. Servers that only speak like the API may leave out any of it. */
export function toReply(message: Message, requestId: string | null | undefined): ModelReply {
  const content = Array.isArray(message.content) ? message.content : [];
  const refusal = message.stop_details?.type === "refusal" ? message.stop_details : undefined;
  return {
    // Blocks of thinking come first where a model thinks.
    text: content.map((block) => (block.type === "text" ? block.text : "")).join(""),
    stop: toStop(message.stop_reason),
    ...(refusal === undefined
      ? {}
      : {
          refusal: {
            ...told("category", refusal.category),
            ...told("explanation", refusal.explanation),
          },
        }),
    usage: toUsage(message.usage),
    content,
    ...(typeof requestId === "string" ? { requestId } : {}),
    model: typeof message.model === "string" ? message.model : "unknown",
  };
}

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
  };
}

function toStop(reason: string | null | undefined): ModelReply["stop"] {
  switch (reason) {
    case "end_turn":
    case "stop_sequence":
      return "end";
    case "max_tokens":
    case "model_context_window_exceeded":
      return "truncated";
    case "refusal":
      return "refused";
    default:
      return "other";
  }
}

function toUsage(usage: Partial<Message["usage"]> | undefined): Usage {
  return {
    inputTokens: usage?.input_tokens ?? 0,
    outputTokens: usage?.output_tokens ?? 0,
    cacheReadTokens: usage?.cache_read_input_tokens ?? 0,
    cacheWriteTokens: usage?.cache_creation_input_tokens ?? 0,
  };
}

function told<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  return typeof value === "string" ? ({ [key]: value } as { readonly [K in Key]?: string }) : {};
}
