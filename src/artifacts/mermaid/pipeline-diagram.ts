import type { Design, System } from "../../design/design.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { actorNodes, storeKind } from "./container-chart.ts";
import type { Diagram } from "./diagram.ts";
import type { FlowchartEdge, FlowchartGroup, FlowchartNode } from "./flowchart.ts";
import { renderFlowchart } from "./render-flowchart.ts";
import { safeId } from "./safe-id.ts";

type Pipeline = System["governance"]["pipelines"][number];

/** Names in a box before the rest is counted. */
const MOST_NAMES = 4;
const ROLES: Readonly<Record<string, string>> = {
  fact: "Facts",
  dimension: "Dimensions",
  "date-dimension": "Dimensions",
  event: "Events",
  aggregate: "Windows",
};

/** From where things happen to where they are analysed: sources, topics, jobs and tables. */
export function pipelineDiagram(design: Design): readonly Diagram[] {
  const { system } = design;
  const olap = new Set(system.stores.filter(({ kind }) => kind === "olap").map(({ id }) => id));
  const { pipelines } = system.governance;
  if (!pipelines.some(({ sink }) => olap.has(sink))) return [];
  const jobs = groupJobs(
    pipelines.filter(({ kind, source, sink }) => kind !== "change-data-capture" && source !== sink),
    design,
  );
  const captures = pipelines.filter(({ kind }) => kind === "change-data-capture");
  const edges = [
    ...captures.flatMap((capture) => captureEdges(capture, design)),
    ...jobs.flatMap((job) => jobEdges(job, design)),
    ...ingestEdges(jobs, captures, design),
  ];
  const nodes = [
    ...sourceNodes(design),
    ...topicNodes(pipelines, design),
    ...jobs.map(jobNode),
    ...sinkNodes(jobs, design),
  ];
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    renderFlowchart({
      name: "pipeline",
      title: `${system.title} - data pipeline`,
      subject: "package",
      nodes: nodes.filter(({ id }) => used.has(id)),
      edges,
      groups: groupsOf(design),
    }),
  ];
}

/** Jobs that write tables of one kind, drawn as one box. */
interface JobGroup {
  readonly id: string;
  readonly title: string;
  readonly jobs: readonly Pipeline[];
  readonly sink: string;
  readonly role: string;
}

function groupJobs(pipelines: readonly Pipeline[], design: Design): readonly JobGroup[] {
  const entities = entitiesOf(design);
  const groups = new Map<string, Pipeline[]>();
  for (const pipeline of pipelines) {
    const entity = entities.find(({ key }) => key === pipeline.sinkEntity)?.entity;
    const role = ROLES[entity?.analytics?.role ?? ""] ?? "";
    const key = `${pipeline.sink} ${role === "" ? pipeline.id : role}`;
    const group = groups.get(key) ?? [];
    group.push(pipeline);
    groups.set(key, group);
  }
  return [...groups].map(([key, jobs]) => {
    const [sink = "", role = ""] = key.split(" ");
    const [only] = jobs;
    const isGroup = Object.values(ROLES).includes(role);
    return {
      id: safeId("job", key),
      title: isGroup && jobs.length > 1 ? `Load ${role.toLowerCase()}` : (only?.name ?? role),
      jobs,
      sink,
      role: isGroup ? role : "",
    };
  });
}

function jobNode({ id, title, jobs }: JobGroup): FlowchartNode {
  const [only] = jobs;
  const windows = seconds(jobs, ({ windowSeconds }) => windowSeconds);
  const late = seconds(jobs, ({ latenessSeconds }) => latenessSeconds);
  const fresh = seconds(jobs, ({ freshnessSeconds }) => freshnessSeconds);
  const detail = [
    ...(jobs.length > 1 ? [`${jobs.length} jobs`] : []),
    ...(windows === undefined ? [] : [`windows of ${windows}`]),
    ...(late === undefined ? [] : [`${late} late`]),
    ...(fresh === undefined ? [] : [`${fresh} fresh`]),
  ].join(", ");
  return {
    id,
    kind: "svc",
    name: title,
    ...(detail === "" ? {} : { detail }),
    group: JOBS,
    subject: `system/pipeline/${only?.id ?? ""}`,
  };
}

const JOBS = "pipeline_jobs";

function seconds(
  jobs: readonly Pipeline[],
  of: (job: Pipeline) => number | undefined,
): string | undefined {
  const values = [...new Set(jobs.flatMap((job) => of(job) ?? []))].toSorted((a, b) => a - b);
  const [least] = values;
  const most = values.at(-1);
  if (least === undefined || most === undefined) return undefined;
  return least === most ? duration(least) : `${duration(least)} to ${duration(most)}`;
}

function duration(value: number): string {
  const units = [
    [86_400, "d"],
    [3600, "h"],
    [60, "min"],
  ] as const;
  const unit = units.find(([size]) => value % size === 0 && value > 0);
  return unit === undefined ? `${value} s` : `${value / unit[0]} ${unit[1]}`;
}

function sourceNodes(design: Design): readonly FlowchartNode[] {
  const { system } = design;
  return [
    ...actorNodes(design).filter(({ kind }) => kind === "ext"),
    ...system.deployables.map(({ id, name, technology }) => ({
      id: safeId("run", id),
      kind: "svc" as const,
      name,
      detail: technology,
      subject: `system/deployable/${id}`,
    })),
    ...system.stores
      .filter(({ kind }) => kind === "relational")
      .map(({ id, name, engine }) => ({
        id: safeId("store", id),
        kind: "db" as const,
        name,
        detail: engine,
        subject: `system/store/${id}`,
      })),
  ];
}

function topicNodes(pipelines: readonly Pipeline[], design: Design): readonly FlowchartNode[] {
  const streams = new Set(
    design.system.stores.filter(({ kind }) => kind === "stream").map(({ id }) => id),
  );
  const topics = new Map<string, FlowchartNode>();
  for (const { topic, source, sink, id } of pipelines) {
    const stream = streams.has(sink) ? sink : streams.has(source) ? source : undefined;
    if (topic === undefined || stream === undefined || topics.has(topicId(stream, topic))) continue;
    topics.set(topicId(stream, topic), {
      id: topicId(stream, topic),
      kind: storeKind("stream"),
      name: topic,
      group: safeId("stream", stream),
      subject: `system/pipeline/${id}`,
    });
  }
  return [...topics.values()];
}

function sinkNodes(jobs: readonly JobGroup[], design: Design): readonly FlowchartNode[] {
  const entities = entitiesOf(design);
  return jobs.flatMap(({ id, sink, role, jobs: own }): readonly FlowchartNode[] => {
    const store = design.system.stores.find((candidate) => candidate.id === sink);
    if (store === undefined || store.kind === "relational") return [];
    const names = own.flatMap(
      ({ sinkEntity }) => entities.find(({ key }) => key === sinkEntity)?.entity.name ?? [],
    );
    const shown = names.slice(0, MOST_NAMES).join(", ");
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
    return [
      {
        id: `${id}__sink`,
        kind: "db",
        name: role === "" ? store.name : role,
        ...(shown === "" ? {} : { detail: `${shown}${more}` }),
        group: safeId("analysis", store.id),
        subject: `system/store/${store.id}`,
      },
    ];
  });
}

function captureEdges(
  { id, source, sink, topic }: Pipeline,
  { system }: Design,
): readonly FlowchartEdge[] {
  const from = system.stores.some((store) => store.id === source)
    ? safeId("store", source)
    : safeId("actor", source);
  if (topic === undefined) return [];
  const subject = `system/pipeline/${id}`;
  return [{ from, to: topicId(sink, topic), mode: "async", label: "change data capture", subject }];
}

function jobEdges({ id, jobs, sink }: JobGroup, { system }: Design): readonly FlowchartEdge[] {
  const store = system.stores.find((candidate) => candidate.id === sink);
  const to = store?.kind === "relational" ? safeId("store", sink) : `${id}__sink`;
  const subject = `system/pipeline/${jobs[0]?.id ?? ""}`;
  const origins = new Map(
    jobs.map(({ source, topic, id: job }) => [
      topic === undefined ? safeId("store", source) : topicId(source, topic),
      `system/pipeline/${job}`,
    ]),
  );
  return [
    ...[...origins].map(([from, about]): FlowchartEdge => ({
      from,
      to: id,
      mode: "async",
      subject: about,
    })),
    { from: id, to, mode: "async", subject },
  ];
}

/** What no capture publishes comes in through the service that takes it. */
function ingestEdges(
  jobs: readonly JobGroup[],
  captures: readonly Pipeline[],
  { system }: Design,
): readonly FlowchartEdge[] {
  const published = new Set(captures.map(({ topic }) => topic));
  const events = jobs.filter(({ role }) => role === "Events").flatMap((job) => job.jobs);
  return events.flatMap(({ id, source, topic, sinkEntity }): readonly FlowchartEdge[] => {
    const context = sinkEntity?.split("/")[0] ?? "";
    const host = system.deployables.find(
      ({ kind, contexts }) => kind === "service" && contexts.includes(context),
    );
    if (host === undefined || topic === undefined || published.has(topic)) return [];
    const subject = `system/pipeline/${id}`;
    const from = safeId("run", host.id);
    return [{ from, to: topicId(source, topic), mode: "async", label: "takes in", subject }];
  });
}

function topicId(stream: string, topic: string): string {
  return safeId("topic", `${stream}/${topic}`);
}

function groupsOf({ system }: Design): readonly FlowchartGroup[] {
  const framed = (kind: string, prefix: string) =>
    system.stores
      .filter((store) => store.kind === kind)
      .map(({ id, name, engine }) => ({
        id: safeId(prefix, id),
        title: `${name} - ${engine}`,
        subject: `system/store/${id}`,
      }));
  return [
    ...framed("stream", "stream"),
    { id: JOBS, title: "Jobs", subject: "package" },
    ...framed("olap", "analysis"),
  ];
}
