import type { ContextDesign, Design } from "../../design/design.ts";
import { engineOfContext } from "../../sql/engine-of-context.ts";
import { dialectOf } from "../../sql/dialects/dialect-of.ts";
import type { Emission, EmitOptions, Emitter } from "../emitter.ts";
import { emitCommitted, emitContext } from "./emit-context.ts";

/** `database/<context>/`: schema, migrations and data checks of every context with tables. */
export const sqlEmitter: Emitter = { id: "sql", emit };

function emit(design: Design, options: EmitOptions): Emission {
  const historyOf = ({ context }: ContextDesign): ReadonlyMap<string, string> =>
    options.history.get(context) ?? new Map();
  const emissions = design.contexts.map((context): Emission => {
    const engine = engineOfContext(design, context);
    if (engine.value === undefined) {
      const artifacts = emitCommitted(context.context, historyOf(context));
      return { artifacts, diagnostics: engine.diagnostics };
    }
    return emitContext(dialectOf(engine.value), design, context, historyOf(context));
  });
  const known = new Set(design.contexts.map(({ context }) => context));
  const left = [...options.history].filter(([context]) => !known.has(context));
  return {
    artifacts: [
      ...emissions.flatMap(({ artifacts }) => artifacts),
      ...left.flatMap(([context, files]) => emitCommitted(context, files)),
    ],
    diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
  };
}
