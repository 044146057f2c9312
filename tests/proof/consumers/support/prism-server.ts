import type { Consumers } from "./find-consumers.ts";

interface PrismServer {
  listen(port: number, address: string): Promise<string>;
  close(): Promise<void>;
}

interface Prism {
  createServer(operations: readonly unknown[], options: object): PrismServer;
  getHttpOperationsFromSpec(document: unknown): Promise<readonly unknown[]>;
  createLogger(name: string, options: object): unknown;
}

/** Prism's mock of a document on a free port of this machine. Wrong answers of its own are errors. */
export async function startPrism(
  consumers: Consumers,
  root: unknown,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { createServer } = consumers.require("@stoplight/prism-http-server") as Prism;
  const { getHttpOperationsFromSpec } = consumers.require("@stoplight/prism-http") as Prism;
  const { createLogger } = consumers.require("@stoplight/prism-core") as Prism;
  const operations = await getHttpOperationsFromSpec(structuredClone(root));
  const server = createServer(operations, {
    cors: false,
    config: {
      isProxy: false,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
      mock: { dynamic: false },
    },
    components: { logger: createLogger("test", { level: "silent", enabled: false }) },
  });
  const url = await server.listen(0, "127.0.0.1");
  return { url, close: () => server.close() };
}
