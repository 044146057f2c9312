import type { Deployable, Design } from "../../design/design.ts";
import { hostOf } from "./host-of.ts";

/** Where calls from outside arrive: the gateway, or the host itself. */
export function entryOf(design: Design, context: string): Deployable | undefined {
  return (
    design.system.deployables.find(({ kind }) => kind === "gateway") ?? hostOf(design, context)
  );
}
