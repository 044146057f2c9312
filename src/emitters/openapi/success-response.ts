import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import { bodyExample } from "./body-example.ts";
import type { BodySchemas } from "./body-schemas.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { jsonMediaType } from "./media-types.ts";
import { pageExample } from "./page-example.ts";

/** The response of a call that went well. */
export function successResponse(
  { context, operation, http }: SurfaceOperation,
  system: System,
  bodies: BodySchemas,
  components: ComponentRegistry,
): OpenAPIV3.ResponseObject {
  const headers = successHeaders(http.status, operation, components);
  const about = Object.keys(headers).length === 0 ? {} : { headers };
  const schema = context.schemas.find(({ id }) => id === operation.response?.schema);
  if (schema === undefined || http.status === 204) {
    return { description: http.status === 202 ? "Accepted; it is done later." : "Done.", ...about };
  }
  const isPage = operation.response?.collection === true;
  const first = bodyExample(context, schema, "response");
  if (operation.kind === "subscription") {
    return {
      description: markdownText(
        `A stream of events; the data of each is one: ${schema.description}`,
      ),
      ...about,
      content: {
        "text/event-stream": {
          schema: { type: "string" },
          examples: { [schema.id]: { value: `data: ${JSON.stringify(first)}\n\n` } },
        },
      },
    };
  }
  const value = isPage
    ? pageExample([first, bodyExample(context, schema, "response", 1)], system.api.pagination)
    : first;
  return {
    description: isPage ? "A page of the list." : markdownText(schema.description),
    ...about,
    content: {
      [jsonMediaType(system)]: {
        schema: isPage
          ? bodies.referPage(context, schema)
          : bodies.refer(context, schema, "response"),
        examples: { [schema.id]: { value } },
      },
    },
  };
}

function successHeaders(
  status: number,
  { deprecated, sunset }: SurfaceOperation["operation"],
  components: ComponentRegistry,
): Readonly<Record<string, OpenAPIV3.ReferenceObject>> {
  return {
    ...(status === 201 ? { Location: components.refer("headers", "Location", location) } : {}),
    ...(deprecated === undefined
      ? {}
      : { Deprecation: components.refer("headers", "Deprecation", deprecation) }),
    ...(sunset === undefined ? {} : { Sunset: components.refer("headers", "Sunset", sunsetDate) }),
  };
}

function location(): OpenAPIV3.HeaderObject {
  return {
    description: "Where the new resource is (RFC 9110 §10.2.2).",
    schema: { type: "string", format: "uri-reference" },
  };
}

function deprecation(): OpenAPIV3.HeaderObject {
  return {
    description: "When it became deprecated, `@` and seconds since 1970 (RFC 9745).",
    schema: { type: "string", pattern: "^@[0-9]+$" },
    example: "@1767225600",
  };
}

function sunsetDate(): OpenAPIV3.HeaderObject {
  return {
    description: "When it stops to answer, as an HTTP date (RFC 8594).",
    schema: { type: "string" },
    example: "Thu, 31 Dec 2026 23:59:59 GMT",
  };
}
