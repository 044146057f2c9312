import { parse } from "yaml";
import { committedDesigns } from "../../../support/committed-designs.ts";
import { openapiPackage } from "../../../support/openapi-package.ts";

/** A document that the committed examples render to now. */
export interface ExampleDocument {
  /** `marketplace gateway 3.0`. */
  readonly name: string;
  readonly text: string;
  readonly root: Readonly<Record<string, unknown>>;
}

/** All documents, or of each example the gateway, one context, or both. */
export function exampleDocuments(
  which: "all" | "some" | "gateways" | "contexts",
): readonly ExampleDocument[] {
  return committedDesigns().flatMap(([name, load]) =>
    (["3.0", "3.1"] as const).flatMap((version) => {
      const { artifacts } = openapiPackage(load(), version);
      const context = artifacts.find((artifact) => artifact.context !== undefined);
      const gateway = artifacts.find(({ path }) => path === "openapi/gateway.yaml");
      const isPicked = new Set([
        which === "gateways" ? undefined : context,
        which === "contexts" ? undefined : gateway,
      ]);
      return artifacts
        .filter((artifact) => which === "all" || isPicked.has(artifact))
        .map(({ path, text }) => {
          const own = path.replace(/^openapi\//, "").replace(/\.yaml$/, "");
          return { name: `${name} ${own} ${version}`, text, root: parse(text) };
        });
    }),
  );
}
