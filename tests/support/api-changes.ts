import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compareSpecs } from "../../src/compare/openapi/compare-specs.ts";
import { readSpec } from "../../src/compare/openapi/read-spec.ts";

type Json = Readonly<Record<string, unknown>>;

/** The day on which the tests compare. */
export const TODAY = "2026-06-15";

/** The findings between two documents. */
export async function changes(base: Json, head: Json): Promise<readonly Diagnostic[]> {
  const [was, is] = [await document(base), await document(head)];
  return compareSpecs(was, is, { today: TODAY }).map(({ diagnostic }) => diagnostic);
}

/** The findings between two versions of `POST /things`. */
export function ofOperation(base: Json, head: Json, more: Json = {}) {
  return changes(withOperation(base, more), withOperation(head, more));
}

/** The findings between two schemas of its request body. */
export function ofRequest(base: unknown, head: unknown, components: Json = {}) {
  const body = (schema: unknown) => ({
    requestBody: { required: true, content: { "application/json": { schema } } },
  });
  return ofOperation(body(base), body(head), { components });
}

/** The findings between two schemas of its response. */
export function ofResponse(base: unknown, head: unknown, components: Json = {}) {
  const answer = (schema: unknown) => ({
    responses: { 200: { description: "Fine", content: { "application/json": { schema } } } },
  });
  return ofOperation(answer(base), answer(head), { components });
}

/** The findings between two versions of one of its parameters; none is no parameter. */
export function ofParameter(base: Json | undefined, head: Json | undefined) {
  const list = (own: Json | undefined) => ({
    parameters: own === undefined ? [] : [{ name: "size", in: "query", ...own }],
  });
  return ofOperation(list(base), list(head));
}

/** A document with `POST /things`. */
export function withOperation(operation: Json, more: Json = {}): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: { "/things": { post: { responses: { 204: { description: "Done" } }, ...operation } } },
    ...more,
  };
}

async function document(value: Json) {
  const { value: read, diagnostics } = await readSpec("api.json", JSON.stringify(value, null, 2));
  if (read === undefined) throw new Error(JSON.stringify(diagnostics));
  return read;
}
