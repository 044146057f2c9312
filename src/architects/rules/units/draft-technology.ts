import type { Design, Store, System } from "../../../design/design.ts";
import { operationsOf } from "../../../design/operations-of.ts";
import { asName } from "../as-name.ts";
import { citing } from "../citing.ts";
import { listed } from "../listed.ts";

type Technology = System["technology"][number];

interface Choice {
  readonly area: string;
  readonly alternatives: Technology["alternatives"];
  readonly tradeOffs: string;
}

const STORE_CHOICES: Readonly<Record<Store["kind"], Choice>> = {
  relational: {
    area: "Relational database",
    alternatives: [
      { name: "MySQL", reason: "Weaker transactional DDL: a failed migration stays half done." },
      { name: "PostgreSQL", reason: "Fits as well; the requirements name another engine." },
      {
        name: "A document database",
        reason: "The entities refer to each other; joins and foreign keys would move into code.",
      },
    ],
    tradeOffs:
      "One primary takes all writes of a store; growing past it means splitting or sharding.",
  },
  cache: {
    area: "Cache",
    alternatives: [
      { name: "Memcached", reason: "No structures and no persistence for rate-limit counters." },
      {
        name: "Only replicas of the database",
        reason: "Each read still costs a query and a connection.",
      },
    ],
    tradeOffs:
      "A second copy of data that has to be invalidated; a cold cache sends all reads to the database.",
  },
  search: {
    area: "Search",
    alternatives: [
      {
        name: "Full-text search of the database",
        reason: "Enough for small catalogues; ranking and typing errors cost more at this size.",
      },
    ],
    tradeOffs: "The index is seconds behind the database and has to be rebuilt from it.",
  },
  object: {
    area: "Object store",
    alternatives: [
      { name: "Files in the database", reason: "Backups and replicas grow with every upload." },
    ],
    tradeOffs: "Uploads and rows are not one transaction; orphaned files are swept.",
  },
  stream: {
    area: "Event stream",
    alternatives: [
      {
        name: "A queue in the database",
        reason: "Enough for one consumer; no replay and load on the primary.",
      },
      { name: "RabbitMQ", reason: "Good routing, but messages are gone once read." },
    ],
    tradeOffs: "At-least-once delivery: every consumer has to recognise what it has seen.",
  },
  olap: {
    area: "Analytical store",
    alternatives: [
      {
        name: "A replica of the database",
        reason: "Row storage scans whole tables for one column.",
      },
    ],
    tradeOffs: "Data is minutes old, and a second schema has to be kept.",
  },
};

/** One choice for each kind of store, the runtime, the API and what the text fixes. */
export function draftTechnology(design: Design): readonly Technology[] {
  return [
    ...storeTechnologies(design),
    ...runtimes(design),
    ...apiStyle(design),
    ...tokens(design),
    ...mesh(design),
  ];
}

function storeTechnologies(design: Design): readonly Technology[] {
  const kinds = [...new Set(design.system.stores.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const stores = design.system.stores.filter((store) => store.kind === kind);
    const { area, alternatives, tradeOffs } = STORE_CHOICES[kind];
    const engines = [
      ...new Set(
        stores.map(({ engine, version }) =>
          version === undefined ? engine : `${engine} ${version}`,
        ),
      ),
    ];
    const cited = [
      ...new Set([
        ...stores.flatMap(({ requirements }) => requirements),
        ...citing(
          design,
          new RegExp(
            `\\b(?:${stores.map(({ engine }) => engine.replace(/\W/g, "\\$&")).join("|")})\\b`,
            "i",
          ),
        ),
      ]),
    ];
    const purposes = stores.map(({ purpose }) => purpose.replace(/\.$/, ""));
    return {
      id: kind,
      name: area,
      choice: asName(listed(engines)),
      reason:
        cited.length > 0
          ? `The requirements call for it. ${listed(purposes)}.`
          : `${listed(purposes)}.`,
      alternatives: alternatives.filter(
        ({ name }) =>
          !stores.some(({ engine }) => name.toLowerCase().includes(engine.toLowerCase())),
      ),
      tradeOffs,
      requirements: cited,
    };
  });
}

function runtimes(design: Design): readonly Technology[] {
  const technologies = [...new Set(design.system.deployables.map(({ technology }) => technology))];
  return technologies.map((technology, index) => {
    const own = design.system.deployables.filter(
      (deployable) => deployable.technology === technology,
    );
    const word = technology.split(/[\s,]/)[0]?.replace(/\W/g, "\\$&") ?? "";
    const requirements =
      word === "" ? [] : citing(design, new RegExp(`(?<!\\w)${word}(?!\\w)`, "i"));
    return {
      id: index === 0 ? "runtime" : `runtime-${index + 1}`,
      name: asName(`Runtime of ${listed(own.map(({ name }) => name))}`),
      choice: technology,
      reason:
        requirements.length > 0
          ? "The requirements call for it."
          : "Waits for stores and other services most of the time, which it does in one thread; the contract types are generated from the OpenAPI documents.",
      alternatives: technology.startsWith("Node")
        ? [
            {
              name: "Go",
              reason: "Less memory for each instance; fewer people in most teams know it.",
            },
            {
              name: "Java with Spring",
              reason: "Richer libraries; slower start, which matters for autoscaling.",
            },
          ]
        : [],
      tradeOffs: "Work that needs a whole core has to move to a worker.",
      requirements,
    };
  });
}

function apiStyle(design: Design): readonly Technology[] {
  const operations = operationsOf(design).filter(({ operation }) => operation.http !== undefined);
  if (operations.length === 0) return [];
  const asking = design.system.api.audiences.filter(({ graphql }) => graphql === true);
  const graphql = {
    name: "GraphQL",
    reason:
      "Fits clients that join many resources in one screen; caching, limits and cost control are harder.",
  };
  const who = asking.map(({ name }) => name).join(", ");
  return [
    {
      id: "api-style",
      name: "API style",
      choice:
        asking.length === 0 ? "REST with OpenAPI" : "REST with OpenAPI, and GraphQL beside it",
      reason: `${operations.length} operations on ${new Set(operations.map(({ operation, context }) => `${context.context}/${operation.entity}`)).size} resources, most of them create, read, update and list: they map onto methods and paths, and reads can be cached.`,
      alternatives: [
        asking.length === 0
          ? graphql
          : { name: "GraphQL alone", reason: "Others integrate with less when they call REST." },
        { name: "gRPC", reason: "Fits calls between services; browsers need a proxy." },
      ],
      tradeOffs:
        asking.length === 0
          ? "A screen that needs several resources makes several calls."
          : `${who}: one request for a screen, at the price of a router, and of limits on depth and cost.`.slice(
              0,
              1000,
            ),
      requirements: citing(design, /\b(?:REST|OpenAPI|HTTP API|API|GraphQL)\b/),
    },
  ];
}

function tokens(design: Design): readonly Technology[] {
  return design.system.auth.mechanisms
    .slice(0, 1)
    .map(({ name, kind, description, requirements }) => ({
      id: "authentication",
      name: "Authentication",
      choice: asName(name),
      reason: description,
      alternatives:
        kind === "session"
          ? [
              {
                name: "JWT",
                reason: "No look-up for each request, but cannot be revoked before it expires.",
              },
            ]
          : [
              {
                name: "Server-side sessions",
                reason: "Can be revoked at once, but each request looks the session up.",
              },
            ],
      tradeOffs:
        kind === "jwt"
          ? "A token stays valid until it expires; lifetimes are short and refresh tokens are revocable."
          : "Each request needs a look-up of the credential.",
      requirements,
    }));
}

/** Said either way, since everybody asks. */
function mesh(design: Design): readonly Technology[] {
  const count = design.system.deployables.length;
  if (count < 2) return [];
  const isWorth = count >= 10;
  return [
    {
      id: "service-mesh",
      name: "Calls between deployables",
      choice: isWorth ? "A service mesh" : "Plain HTTPS with a client library, no service mesh",
      reason: `${count} deployables: ${isWorth ? "time-outs, retries and mutual TLS are worth configuring in one place." : "few enough to set time-outs, retries and TLS in one shared client."}`,
      alternatives: [
        isWorth
          ? { name: "A shared client library", reason: "Each team has to upgrade it." }
          : {
              name: "A service mesh",
              reason: "A proxy beside every instance costs latency, memory and people who know it.",
            },
      ],
      tradeOffs: isWorth
        ? "A proxy in every call, and a control plane to operate."
        : "Policies live in code and are rolled out with each deployable.",
      requirements: citing(design, /\bservice mesh\b/i),
    },
  ];
}
