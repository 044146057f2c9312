import type { Context, Deployable, Design, Store } from "../../design/design.ts";
import { toKebab } from "../../util/naming.ts";

/** What carries the events of a context. */
export interface Broker {
  /** Key of the server. */
  readonly id: string;
  /** Name of the protocol as AsyncAPI knows it (Server Object); a database has none there. */
  readonly protocol: string;
  readonly store: Store | undefined;
  /** What forwards rows of the outbox, where no broker is there. */
  readonly relay: Deployable | undefined;
}

/**
 * The stream that serves the context, or any stream of the system. Without one the outbox table is
 * the channel itself: the relay reads it in the database and calls the consumers.
 */
export function brokerOf({ system }: Design, context: Context): Broker {
  const streams = system.stores.filter(({ kind }) => kind === "stream");
  const stream = streams.find(({ contexts }) => contexts.includes(context.id)) ?? streams[0];
  if (stream !== undefined) {
    return { id: stream.id, protocol: protocolOf(stream.engine), store: stream, relay: undefined };
  }
  const store = system.stores.find(
    ({ kind, contexts }) => kind === "relational" && contexts.includes(context.id),
  );
  const relay = system.deployables.find(
    ({ kind, contexts }) => kind === "worker" && contexts.includes(context.id),
  );
  if (store === undefined) return { id: "in-process", protocol: "in-process", store, relay };
  return { id: store.id, protocol: toKebab(store.engine), store, relay };
}

const PROTOCOLS: readonly (readonly [RegExp, string])[] = [
  [/kafka|redpanda|event ?hubs/i, "kafka"],
  [/rabbit|amqp/i, "amqp"],
  [/nats|jetstream/i, "nats"],
  [/pulsar/i, "pulsar"],
  [/mqtt|mosquitto|emqx/i, "mqtt"],
  [/pub ?\/?sub/i, "googlepubsub"],
  [/sqs/i, "sqs"],
  [/sns/i, "sns"],
  [/redis|valkey/i, "redis"],
];

function protocolOf(engine: string): string {
  const known = PROTOCOLS.find(([pattern]) => pattern.test(engine));
  return known?.[1] ?? toKebab(engine);
}
