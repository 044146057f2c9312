import type { SystemInput } from "./system-input.ts";

export const platformSections = {
  deployment: {
    environment: "production",
    provider: "Kubernetes",
    regions: [{ id: "home", name: "Home region", zones: 3, role: "primary" }],
    nodes: [
      node("catalogue-pods", "Catalogue pods", "catalogue-service", 3, 1, 1_024),
      node("lending-pods", "Lending pods", "lending-service", 3, 1, 1_024),
      node("worker-pods", "Worker pods", "notification-worker", 2, 0.5, 512),
      { ...node("database", "Database", "library-db", 3, 4, 16_384), storageGiB: 200 },
      node("cache-nodes", "Cache nodes", "catalogue-cache", 2, 1, 4_096),
      { ...node("brokers", "Brokers", "event-stream", 3, 2, 8_192), storageGiB: 100 },
    ],
    links: [
      { id: "member-catalogue", from: "member", to: "catalogue-pods", protocol: "HTTPS" },
      { id: "member-lending", from: "member", to: "lending-pods", protocol: "HTTPS" },
      { id: "lending-catalogue", from: "lending-pods", to: "catalogue-pods", protocol: "HTTPS" },
      { id: "catalogue-database", from: "catalogue-pods", to: "database", protocol: "TLS 5432" },
      { id: "lending-database", from: "lending-pods", to: "database", protocol: "TLS 5432" },
    ],
  },
  scaling: [
    {
      id: "catalogue",
      deployable: "catalogue-service",
      metric: "CPU",
      targetUtilisation: 0.6,
      minimumInstances: 3,
      maximumInstances: 20,
      reactionSeconds: 120,
      trafficShare: 0.8,
      serviceTimeMs: { value: 40, basis: "assumed", reason: "One query and one cache read." },
      concurrencyPerInstance: { value: 50, basis: "assumed", reason: "Event loop of Node.js." },
    },
    {
      id: "lending",
      deployable: "lending-service",
      metric: "CPU",
      targetUtilisation: 0.6,
      minimumInstances: 3,
      maximumInstances: 10,
      reactionSeconds: 120,
      trafficShare: 0.2,
      serviceTimeMs: { value: 80, basis: "assumed", reason: "Two calls and a transaction." },
      concurrencyPerInstance: { value: 50, basis: "assumed", reason: "Event loop of Node.js." },
    },
  ],
  caches: [
    {
      id: "book-pages",
      name: "Pages of books",
      layer: "application",
      store: "catalogue-cache",
      operations: ["catalogue/list-books", "catalogue/get-book"],
      key: "books:{subjectId}:{cursor}",
      ttlSeconds: 300,
      invalidation: "By subject when a book of it changes.",
      targetHitRate: 96,
      requirements: ["fast-search"],
    },
  ],
  bottlenecks: [
    {
      id: "database-connections",
      name: "Connections of the database",
      component: "library-db",
      metric: "connections in use",
      threshold: "80 % of 300",
      measurement: "pg_stat_activity every 15 seconds",
      mitigation: "Pool connections; move reads to replicas.",
    },
  ],
} satisfies Partial<SystemInput>;

function node(
  id: string,
  name: string,
  hosts: string,
  replicas: number,
  cpu: number,
  memoryMiB: number,
) {
  return { id, name, hosts, region: "home", replicas, cpu, memoryMiB, basis: "assumed" as const };
}
