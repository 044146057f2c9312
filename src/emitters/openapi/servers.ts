import type { OpenAPIV3 } from "openapi-types";
import type { System } from "../../design/design.ts";

/** Reserved for documents (RFC 2606): the Design does not say where the system will run. */
export const DEFAULT_HOST = "api.example.com";

/** One server; its host is a variable, because only a deployment knows it. */
export function documentServers(api: System["api"]): readonly OpenAPIV3.ServerObject[] {
  const version = api.versioning.scheme === "path" ? `/${api.versioning.current}` : "";
  return [
    {
      url: `https://{host}${api.basePath}${version}`,
      description: "Production; `host` is where the API is deployed.",
      variables: { host: { default: DEFAULT_HOST } },
    },
  ];
}
