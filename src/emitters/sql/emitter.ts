import type { Design } from "../../design/design.ts";
import { findOtherFormat } from "../../sql/find-other-format.ts";
import { plainHistory } from "../../sql/plain-history.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import { dialectOf } from "../../sql/dialects/dialect-of.ts";
import type { Emission, EmitOptions, Emitter } from "../emitter.ts";
import { emitCommitted, emitContext } from "./emit-context.ts";
import { inFormat } from "./in-format.ts";
import { emitAccessPlans } from "./emit-access-plans.ts";
import { emitRemoved } from "./emit-removed.ts";

/** `database/<context>/`: schema, migrations and data checks of every context with tables. */
export const sqlEmitter: Emitter = { id: "sql", emit };

function emit(design: Design, options: EmitOptions): Emission {
  const emissions = design.contexts.map((context): Emission => {
    const { files, format } = plainHistory(options.history.get(context.context) ?? new Map());
    const engine = engineOfContext(design, context);
    const folder = `database/${context.context}/migrations`;
    const moved = findOtherFormat(context.context, folder, format, options.migrations);
    const { artifacts, diagnostics } =
      engine.value === undefined
        ? { artifacts: emitCommitted(context.context, files), diagnostics: engine.diagnostics }
        : emitContext(dialectOf(engine.value), design, context, files);
    return {
      artifacts: inFormat(options.migrations, artifacts),
      diagnostics: [...moved, ...diagnostics],
    };
  });
  const known = new Set(design.contexts.map(({ context }) => context));
  const removed = [...options.history]
    .filter(([context]) => !known.has(context))
    .map(([context, committed]): Emission => {
      const { files, format = options.migrations } = plainHistory(committed);
      const { artifacts, diagnostics } = emitRemoved(context, files);
      return { artifacts: inFormat(format, artifacts), diagnostics };
    });
  const all = [...emissions, ...removed];
  return {
    artifacts: [
      ...all.flatMap(({ artifacts }) => artifacts),
      ...[...options.accessPlans.values()].map(emitAccessPlans),
    ],
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  };
}
