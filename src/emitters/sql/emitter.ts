import type { Design } from "../../design/design.ts";
import type { Dialect } from "../../sql/dialects/dialect.ts";
import { postgresql } from "../../sql/dialects/postgresql.ts";
import type { Emission, EmitOptions, Emitter } from "../emitter.ts";
import { emitAccessPlans } from "./emit-access-plans.ts";
import { emitCommitted, emitContext } from "./emit-context.ts";

const DIALECTS: Readonly<Record<EmitOptions["database"], Dialect>> = { postgresql };

/** `database/<context>/`: schema, migrations and data checks of every context with tables. */
export const sqlEmitter: Emitter = { id: "sql", emit };

function emit(design: Design, options: EmitOptions): Emission {
  const dialect = DIALECTS[options.database];
  const emissions = design.contexts.map((context) =>
    emitContext(dialect, design, context, options.history.get(context.context) ?? new Map()),
  );
  const known = new Set(design.contexts.map(({ context }) => context));
  const left = [...options.history].filter(([context]) => !known.has(context));
  return {
    artifacts: [
      ...emissions.flatMap(({ artifacts }) => artifacts),
      ...[...options.accessPlans.values()].map(emitAccessPlans),
      ...left.flatMap(([context, files]) => emitCommitted(context, files)),
    ],
    diagnostics: emissions.flatMap(({ diagnostics }) => diagnostics),
  };
}
