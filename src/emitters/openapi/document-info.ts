import type { OpenAPIV3 } from "openapi-types";
import type { Design } from "../../design/design.ts";
import type { ApiSurface } from "./api-surface.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import { plainText } from "../../artifacts/contract/plain-text.ts";

/** Title, version and the team that answers for the API. */
export function documentInfo(
  { system }: Design,
  { context, audience }: ApiSurface,
): OpenAPIV3.InfoObject {
  const { current, migration } = system.api.versioning;
  const host = system.deployables.find((deployable) =>
    context === undefined
      ? deployable.kind === "gateway"
      : deployable.contexts.includes(context.id),
  );
  const purpose =
    audience === undefined
      ? (context?.purpose ?? system.summary)
      : `${audience.description}\n\n${system.summary}`;
  const part = audience?.name ?? context?.name;
  return {
    title: plainText(part === undefined ? system.title : `${system.title}: ${part}`),
    description: markdownText(`${purpose}\n\nVersions: ${migration}`),
    contact: { name: plainText(host?.team ?? system.title) },
    // Nobody but the owner can license an API; the strict rule sets demand a name and a place.
    license: { name: "Proprietary", url: "https://spdx.org/licenses/" },
    version: `${current.slice(1)}.0.0`,
  };
}
