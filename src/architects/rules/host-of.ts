import type { Deployable, Design } from "../../design/design.ts";

/** The deployable that answers for a context: a service before a worker. */
export function hostOf({ system }: Design, context: string): Deployable | undefined {
  const hosts = system.deployables.filter(({ contexts }) => contexts.includes(context));
  return hosts.find(({ kind }) => kind === "service") ?? hosts[0];
}
