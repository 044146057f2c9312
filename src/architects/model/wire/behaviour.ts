import { z } from "zod";
import { valueType } from "../../../design/schema/value.ts";
import { toCamel, toKebab } from "../../../util/naming.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import type { WireUnit } from "./wire-unit.ts";

const schema = z.object({
  events: z.array(
    z.object({
      id: text(),
      name: text(),
      description: text(),
      producer: text(),
      consumers: texts(),
      subscribers: texts(),
      entity: text(),
      payload: z.array(
        z.object({
          name: text(),
          field: text(),
          type: choice(valueType.options as ["uuid"]).optional(),
          enumValues: texts(),
          precision: z.int().optional(),
          scale: z.int().optional(),
          required: z.boolean(),
        }),
      ),
      delivery: choice(["at-most-once", "at-least-once", "effectively-once"]),
      orderingKey: text(),
      deadLetter: text(),
      reqs: texts(),
    }),
  ),
  flows: z.array(
    z.object({
      id: text(),
      name: text(),
      purpose: text(),
      steps: z.array(
        z.object({
          id: text(),
          name: text(),
          from: text(),
          to: text(),
          mode: choice(["sync", "async"]),
          parallel: text(),
          operation: text(),
          event: text(),
          budgetMs: z.int().optional(),
        }),
      ),
      target: text(),
      reqs: texts(),
    }),
  ),
  consistency: z.array(
    z.object({
      id: text(),
      name: text(),
      contexts: texts(),
      pattern: choice(["acid", "saga", "outbox", "eventual"]),
      description: text(),
      tables: z.array(choice(["outbox", "inbox", "saga"])),
      compensation: texts(),
      reqs: texts(),
    }),
  ),
  ...guesses,
});

type Answer = z.infer<typeof schema>;

/** Events, flows and how data is kept true across contexts. */
export const behaviourWire: WireUnit = {
  kind: "behaviour",
  schema,
  toSections(answer) {
    const { events, flows, consistency } = answer as Answer;
    return {
      system: {
        events: events.map((event) => ({ ...event, payload: event.payload.map(toPayload) })),
        flows,
        consistency: consistency.map(({ tables, ...rest }) =>
          tables.length === 0 ? rest : { ...rest, tables: [...new Set(tables)] },
        ),
      },
    };
  },
  fromSections: (sections) => sections,
};

type Payload = Answer["events"][number]["payload"][number];

function toPayload({ name, type, enumValues, ...rest }: Payload) {
  const label = name === "" || /^[a-z][A-Za-z0-9]*$/.test(name) ? name : toCamel(name);
  const id = toKebab(label === "" ? rest.field : label);
  const values = enumValues.length === 0 ? {} : { enumValues };
  const place = { ...rest, ...values, id, name: label };
  return rest.field.trim() === "" ? { ...place, type } : place;
}
