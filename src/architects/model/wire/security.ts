import { z } from "zod";
import type { System } from "../../../design/design.ts";
import { threatCategory } from "../../../design/schema/security-sections.ts";
import { toKebab } from "../../../util/naming.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import { formatDataClass, parseDataClass } from "./data-class-phrase.ts";
import { formatPlace, parsePlace } from "./place-phrase.ts";
import type { WireUnit } from "./wire-unit.ts";

const pipeline = z.object({
  id: text(),
  name: text(),
  kind: choice(["batch", "stream", "change-data-capture"]),
  source: text(),
  sink: text(),
  description: text(),
  owner: text(),
  topic: text(),
  key: text(),
  delivery: choice(["at-most-once", "at-least-once", "effectively-once"]).optional(),
  windowType: choice(["tumbling", "sliding", "session"]).optional(),
  windowSeconds: z.int().optional(),
  latenessSeconds: z.int().optional(),
  replaySeconds: z.int().optional(),
  freshnessSeconds: z.int().optional(),
  reqs: texts(),
});

const retention = z.object({
  id: text(),
  name: text(),
  entities: texts(),
  days: z.int(),
  action: choice(["delete", "anonymise", "archive"]),
  reason: text(),
  reqs: texts(),
});

const schema = z.object({
  security: z.object({
    dataClasses: texts(),
    controls: z.array(z.object({ id: text(), name: text(), description: text(), reqs: texts() })),
    threats: z.array(
      z.object({
        id: text(),
        name: text(),
        category: choice(threatCategory.options as ["spoofing"]),
        component: text(),
        description: text(),
        controls: texts(),
      }),
    ),
    compliance: z.array(
      z.object({
        id: text(),
        name: text(),
        applies: text(),
        measures: texts(),
        reqs: texts(),
      }),
    ),
  }),
  governance: z.object({
    pipelines: z.array(pipeline),
    retention: z.array(retention),
  }),
  ...guesses,
});

/** Threats and controls; where data goes and how long it stays. */
export const securityWire: WireUnit = {
  kind: "security",
  schema,
  toSections(answer, { accepted }) {
    const { security, governance } = answer as z.infer<typeof schema>;
    const stores = new Set(accepted.system.stores.map(({ id }) => id));
    return {
      system: {
        security: { ...security, dataClasses: security.dataClasses.map(parseDataClass) },
        governance: {
          pipelines: governance.pipelines.map(toPipeline),
          retention: governance.retention.map((item) => toRetention(item, stores)),
        },
      },
    };
  },
  fromSections: ({ security, governance }) => ({
    security: security && {
      ...security,
      dataClasses: security.dataClasses.map(formatDataClass),
    },
    governance: governance && {
      pipelines: governance.pipelines.map(fromPipeline),
      retention: governance.retention.map(({ entities, store, ...rest }) => ({
        ...rest,
        entities: [...entities, ...(store === undefined ? [] : [store])],
      })),
    },
  }),
};

function toPipeline({ source, sink, ...rest }: z.infer<typeof pipeline>) {
  const [from, to] = [parsePlace(source), parsePlace(sink)];
  return {
    ...rest,
    source: from.at,
    sourceEntity: from.entity,
    sink: to.at,
    sinkEntity: to.entity,
  };
}

function fromPipeline({
  source,
  sink,
  sourceEntity,
  sinkEntity,
  ...rest
}: System["governance"]["pipelines"][number]) {
  return {
    ...rest,
    source: formatPlace({ at: source, entity: sourceEntity }),
    sink: formatPlace({ at: sink, entity: sinkEntity }),
  };
}

/** What a retention is about may be the messages of a stream: then it is the store that is named. */
function toRetention(answer: z.infer<typeof retention>, stores: ReadonlySet<string>) {
  const isStore = (name: string): boolean => !name.includes("/") && stores.has(toKebab(name));
  return {
    ...answer,
    entities: answer.entities.filter((name) => !isStore(name)),
    store: answer.entities.find(isStore),
  };
}
