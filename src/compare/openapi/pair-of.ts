import type { Pair } from "./api-rule.ts";

/** What is seen of both sides; nothing of a side that is not there. */
export function pairOf<Node, View>(
  was: Node | undefined,
  is: Node | undefined,
  view: (node: Node, side: keyof Pair<View>) => View,
): Pair<View> {
  return {
    ...(was !== undefined && { base: view(was, "base") }),
    ...(is !== undefined && { head: view(is, "head") }),
  };
}
