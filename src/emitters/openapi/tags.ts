import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";
import { uniqueName } from "../../util/naming.ts";
import type { ApiSurface, SurfaceOperation } from "./api-surface.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";

/** The group an operation stands in: its entity, or its context. */
export interface Tag {
  readonly subject: string;
  readonly object: OpenAPIV3.TagObject & { readonly name: string };
}

/** Tags in the order of their first operation, by the subject of the operation. */
export function tagsOf(surface: ApiSurface, system: System): ReadonlyMap<string, Tag> {
  const bySubject = new Map<string, Tag>();
  const taken = new Set<string>();
  return new Map(
    surface.named.map((entry) => {
      const group = groupOf(entry, system);
      const known = bySubject.get(group.subject);
      const name = known?.object.name ?? uniqueName(group.name, taken, " ");
      const description = markdownText(group.description);
      const tag = known ?? { subject: group.subject, object: { name, description } };
      taken.add(name);
      bySubject.set(group.subject, tag);
      return [entry.subject, tag] as const;
    }),
  );
}

function groupOf(
  { context, operation }: SurfaceOperation,
  system: System,
): { readonly subject: string; readonly name: string; readonly description: string } {
  const entity = context.entities.find(({ id }) => id === operation.entity);
  if (entity !== undefined) {
    const { id, name, description } = entity;
    return { subject: `${context.context}/entity/${id}`, name: plainText(name), description };
  }
  const landscape = system.contexts.find(({ id }) => id === context.context);
  return {
    subject: `system/context/${context.context}`,
    name: plainText(landscape?.name ?? context.context),
    description: landscape?.purpose ?? context.context,
  };
}
