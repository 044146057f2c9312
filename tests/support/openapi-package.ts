import { parse } from "yaml";
import type { Artifact } from "../../src/artifacts/artifact.ts";
import type { Design } from "../../src/design/design.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { openapiEmitter } from "../../src/emitters/openapi/emitter.ts";
import { atPointer } from "../../src/util/json-pointer.ts";
import { emitOptions } from "./emit-options.ts";

/** The OpenAPI documents of a Design. */
export interface OpenapiPackage {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  /** What stands at a pointer of a document: `at("orders", "/info/title")`. */
  at(name: string, pointer: string): unknown;
}

export function openapiPackage(design: Design, openapi: "3.0" | "3.1" = "3.0"): OpenapiPackage {
  const emission = openapiEmitter.emit(design, { ...emitOptions(), openapi });
  const documents = new Map<string, unknown>();
  return {
    ...emission,
    at(name, pointer) {
      const path = `openapi/${name}.yaml`;
      const text = emission.artifacts.find((artifact) => artifact.path === path)?.text;
      if (!documents.has(path)) documents.set(path, text === undefined ? undefined : parse(text));
      return atPointer(documents.get(path), pointer);
    },
  };
}
