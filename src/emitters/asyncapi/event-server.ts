import { API_HOST } from "../../artifacts/contract/api-host.ts";
import { apiBasePath } from "../../design/api-base-path.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { System } from "../../design/design.ts";
import type { Broker } from "./broker-of.ts";
import type { Json } from "./json.ts";

/** Key of the server that clients listen to. */
export const CLIENT_SERVER = "client-stream";

/** The broker, or the database whose outbox takes its place. Only a deployment knows the host. */
export function eventServer({ id, protocol, store }: Broker, recorder: OriginRecorder): Json {
  if (store !== undefined) recorder.mark(["servers", id], `system/store/${store.id}`);
  const version = protocol === "amqp" ? "0.9.1" : undefined;
  return {
    [id]: {
      host: `{host}`,
      protocol,
      ...(version === undefined ? {} : { protocolVersion: version }),
      title: store?.name ?? "In the process",
      description: markdownText(store?.purpose ?? "Modules of one process."),
      variables: { host: { default: `${id}.internal`, description: "Host and port." } },
    },
  };
}

/** Where clients listen: server-sent events, beside the HTTP API. */
export function clientServer(api: System["api"]): Json {
  const pathname = apiBasePath(api);
  return {
    [CLIENT_SERVER]: {
      host: "{host}",
      ...(pathname === "" ? {} : { pathname }),
      protocol: "https",
      description: "Server-sent events (WHATWG HTML §9.2), beside the HTTP API.",
      variables: { host: { default: API_HOST } },
    },
  };
}
