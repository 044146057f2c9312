import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { label } from "./support/label.ts";

export const foreignEventEntity = declareDiagnostic<{
  readonly event: string;
  readonly entity: string;
  readonly producer: string;
}>({
  code: "design/foreign-event-entity",
  severity: "error",
  message: ({ event, entity, producer }) =>
    `the event ${event} is produced by ${producer}, but tells of ${entity}, which another context owns`,
  fix: ({ producer, entity }) =>
    `make ${entity.split("/")[0]} the producer, or name an entity of ${producer}`,
});

/** A context tells of what it owns. */
export const foreignEventEntityCheck: DesignCheck = {
  after: ["behaviour"],
  check({ system }) {
    return system.events.flatMap((event) => {
      const { entity, producer } = event;
      if (entity === undefined || entity.startsWith(`${producer}/`)) return [];
      return [
        foreignEventEntity(`system/event/${event.id}`, { event: label(event), entity, producer }),
      ];
    });
  },
};
