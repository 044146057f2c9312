import type { TextBlock, Turn } from "./model-port.ts";

/** A turn of ours; the first text is worth caching where there are more. */
export function userTurn(first: string, ...rest: readonly string[]): Turn {
  const cached = rest.length > 0 ? { cache_control: { type: "ephemeral" as const } } : {};
  const blocks: readonly TextBlock[] = [
    { type: "text", text: first, ...cached },
    ...rest.map((text) => ({ type: "text" as const, text })),
  ];
  return { role: "user", content: blocks };
}
