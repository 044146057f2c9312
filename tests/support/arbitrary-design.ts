import fc from "fast-check";
import type { z } from "zod";
import type { Design } from "../../src/design/design.ts";
import { contextDesignSchema } from "../../src/design/schema/context-design.ts";
import { systemSchema } from "../../src/design/schema/system.ts";
import { arbitraryEntities } from "./arbitrary/arbitrary-entity.ts";
import { arbitraryLandscape } from "./arbitrary/arbitrary-landscape.ts";
import { arbitraryOperations } from "./arbitrary/arbitrary-operations.ts";
import { arbitraryBehaviour } from "./arbitrary/arbitrary-behaviour.ts";
import { arbitraryRest } from "./arbitrary/arbitrary-rest.ts";
import { createDraw } from "./arbitrary/draw.ts";
import type { Draw } from "./arbitrary/draw.ts";

/** A Design has thousands of choices: to try them all would take minutes after a failure. */
const MAXIMUM_SHRINKS = 150;

/** Upper bounds of what is drawn. */
export interface ArbitraryDesignOptions {
  readonly maximumContexts?: number;
  readonly maximumEntities?: number;
}

/**
 * Random Designs that keep every rule, with names and prose that try to break quoting and
 * escaping somewhere. Ids are reserved words now and then; relations form cycles.
 */
export function arbitraryDesign(options: ArbitraryDesignOptions = {}): fc.Arbitrary<Design> {
  const designs = fc.gen().map((generate) => drawDesign(createDraw(generate), options));
  return fc.limitShrink(designs, MAXIMUM_SHRINKS);
}

function drawDesign(draw: Draw, options: ArbitraryDesignOptions): Design {
  const { maximumContexts = 4, maximumEntities = 6 } = options;
  const landscape = arbitraryLandscape(draw, draw.int(1, maximumContexts));
  const contexts = landscape.contexts.map((context): z.input<typeof contextDesignSchema> => {
    const store = draw.pick(landscape.databases);
    const { requirementIds: requirements } = landscape;
    const count = draw.int(1, maximumEntities);
    const entities = arbitraryEntities(draw, count, { store, requirements });
    return {
      context,
      entities: [...entities],
      ...mutable(
        arbitraryOperations(draw, entities, { ...landscape.access, context, requirements }),
      ),
    };
  });
  const behaviour = arbitraryBehaviour(draw, landscape, contexts);
  const system: z.input<typeof systemSchema> = {
    ...landscape.sections,
    ...behaviour,
    ...arbitraryRest(
      draw,
      landscape,
      contexts,
      (behaviour.events ?? []).map(({ id }) => id),
    ),
  };
  return {
    system: systemSchema.parse(system),
    contexts: contexts.map((context) => contextDesignSchema.parse(context)),
  };
}

function mutable({ operations, schemas }: ReturnType<typeof arbitraryOperations>) {
  return { operations: [...operations], schemas: [...schemas] };
}
