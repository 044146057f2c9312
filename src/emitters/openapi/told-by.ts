import type { Design, DomainEvent } from "../../design/design.ts";
import type { ApiSurface } from "./api-surface.ts";

/** The webhooks that a document tells of, and which of its operations register who gets them. */
export interface Told {
  readonly events: readonly DomainEvent[];
  /** Property with the URL, by the subject of the operation. */
  readonly urls: ReadonlyMap<string, string>;
}

/**
 * Webhooks stand where they are asked for. Where no operation registers a receiver, they stand with
 * whoever sends them, and in the document of all that is public.
 */
export function toldBy({ system, contexts }: Design, surface: ApiSurface): Told {
  const events = system.events.filter(({ subscribers }) => subscribers.length > 0);
  const urls = new Map(
    surface.operations.flatMap(({ operation, subject }) => {
      const url = operation.request?.webhookUrl;
      return url === undefined ? [] : [[subject, url] as const];
    }),
  );
  if (urls.size > 0) return { events, urls };
  const isAskedFor = contexts.some(({ operations }) =>
    operations.some(({ request, http }) => request?.webhookUrl !== undefined && http !== undefined),
  );
  if (isAskedFor || surface.audience !== undefined) return { events: [], urls };
  const { context } = surface;
  return {
    events:
      context === undefined ? events : events.filter(({ producer }) => producer === context.id),
    urls,
  };
}
