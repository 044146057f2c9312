import { measureAccess } from "../checks/artifacts/migrations/measure-access.ts";
import type { ContextDesign, Design } from "../design/design.ts";
import type { EmitOptions } from "../emitters/emitter.ts";
import type { Host } from "../host/host.ts";
import { accessPaths } from "../sql/access-path.ts";
import type { AccessPlans } from "../sql/access-plans.ts";
import { accessDigest } from "../sql/access-plans.ts";
import { buildRelationalModel } from "../sql/build-relational-model.ts";
import { engineOfContext } from "../sql/engine-of-context.ts";
import { emitPackage } from "./emit-package.ts";

/**
 * The options with what the planner says about the access patterns of this very Design: stored
 * plans where they still hold, measured ones where `measure` allows it, none otherwise.
 */
export async function withAccessPlans(
  design: Design,
  options: EmitOptions,
  host: Host,
  measure: boolean,
): Promise<EmitOptions> {
  const wanted = new Map(
    design.contexts.flatMap((context): (readonly [string, string])[] => {
      const of = wantedDigest(design, context);
      return of === undefined ? [] : [[context.context, of]];
    }),
  );
  const kept = new Map(
    [...options.accessPlans].filter(([context, { of }]) => wanted.get(context) === of),
  );
  const missing = design.contexts.filter(
    ({ context }) => wanted.has(context) && !kept.has(context),
  );
  if (!measure || missing.length === 0) return { ...options, accessPlans: kept };
  const { artifacts } = await emitPackage(design, { ...options, accessPlans: kept });
  const measured = await measureAccess(artifacts, design, missing, host);
  const accessPlans = new Map([
    ...kept,
    ...measured.map((plans): [string, AccessPlans] => [plans.context, plans]),
  ]);
  return { ...options, accessPlans };
}

/** Of what would be measured; nothing on another engine, and where no operation reads a table. */
function wantedDigest(design: Design, context: ContextDesign): string | undefined {
  if (engineOfContext(design, context).value !== "postgresql") return undefined;
  const { model } = buildRelationalModel(design, context);
  const paths = accessPaths(context, model);
  return paths.length === 0 ? undefined : accessDigest(model, paths);
}
