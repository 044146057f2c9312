import type { Design } from "../../design/design.ts";
import { safeId } from "./safe-id.ts";
import { wrapLabel } from "./wrap-label.ts";

const WIDTH = 20;

/** How an actor, a deployable or a store is declared in a sequence diagram, and what it is. */
export function sequenceParticipant(
  id: string,
  { system }: Design,
): { readonly text: string; readonly subject: string } {
  const alias = safeId("p", id);
  const actor = system.actors.find((candidate) => candidate.id === id);
  if (actor !== undefined) {
    const keyword = actor.kind === "person" ? "actor" : "participant";
    return { text: `${keyword} ${alias} as ${label(actor.name)}`, subject: `system/actor/${id}` };
  }
  const store = system.stores.find((candidate) => candidate.id === id);
  if (store !== undefined) {
    const type = store.kind === "stream" ? "queue" : "database";
    return {
      text: `participant ${alias}@{ "type": "${type}" } as ${label(store.name)}`,
      subject: `system/store/${id}`,
    };
  }
  const deployable = system.deployables.find((candidate) => candidate.id === id);
  return {
    text: `participant ${alias} as ${label(deployable?.name ?? id)}`,
    subject: `system/deployable/${id}`,
  };
}

function label(name: string): string {
  return wrapLabel(name, "bare", WIDTH);
}
