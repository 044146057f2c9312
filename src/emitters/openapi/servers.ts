import type { OpenAPIV3 } from "openapi-types";
import { API_HOST } from "../../artifacts/contract/api-host.ts";
import { apiBasePath } from "../../design/api-base-path.ts";
import type { System } from "../../design/design.ts";

/** One server; its host is a variable, because only a deployment knows it. */
export function documentServers(api: System["api"]): readonly OpenAPIV3.ServerObject[] {
  return [
    {
      url: `https://{host}${apiBasePath(api)}`,
      description: "Production; `host` is where the API is deployed.",
      variables: { host: { default: API_HOST } },
    },
  ];
}
