import type { JobSpecification } from "../../../artifacts/job-specification.ts";
import type { System } from "../../../design/design.ts";
import type { Problem } from "../operations/problem.ts";

/** What a job refers to. */
export interface JobSurroundings {
  readonly system: System;
  /** Columns of the tables that are made, by table. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly paths: ReadonlySet<string>;
}

const DAY = 86_400;

/** What a job says that is not there or cannot be. */
export function jobProblems(job: JobSpecification, around: JobSurroundings): readonly Problem[] {
  return [
    ...partyProblems(job, around.system),
    ...tableProblems(job, around),
    ...timeProblems(job, around.system),
  ];
}

function partyProblems(
  { source, sink, owner }: JobSpecification,
  system: System,
): readonly Problem[] {
  const has = (list: readonly { readonly id: string }[], id: string) =>
    list.some((one) => one.id === id);
  const named = [source.store, source.system, source.event].filter((one) => one !== undefined);
  return [
    ...(named.length === 1
      ? []
      : [{ tokens: ["source"], problem: "it reads one store, one system or one event" }]),
    ...missing(["source", "store"], source.store, (id) => has(system.stores, id), "store"),
    ...missing(["source", "system"], source.system, (id) => has(system.actors, id), "system"),
    ...missing(["source", "event"], source.event, (id) => has(system.events, id), "event"),
    ...missing(["sink", "store"], sink.store, (id) => has(system.stores, id), "store"),
    ...missing(["owner"], owner, (id) => has(system.deployables, id), "deployable"),
  ];
}

function missing(
  tokens: readonly string[],
  id: string | undefined,
  isKnown: (id: string) => boolean,
  noun: string,
): readonly Problem[] {
  return id === undefined || isKnown(id) ? [] : [{ tokens, problem: `there is no ${noun} ${id}` }];
}

function tableProblems(
  { sink, source, window, replay }: JobSpecification,
  { system, columns, paths }: JobSurroundings,
): readonly Problem[] {
  const isAnalytical = system.stores.some(({ id, kind }) => id === sink.store && kind === "olap");
  if (!isAnalytical || columns.size === 0) return [];
  const known = (tokens: readonly string[], table: string | undefined) =>
    missing(tokens, table, (name) => columns.has(name), "table");
  const within = (
    tokens: readonly string[],
    table: string | undefined,
    names: readonly string[] | undefined,
  ) =>
    (names ?? [])
      .filter((name) => columns.get(table ?? "")?.has(name) === false)
      .map((name) => ({ tokens, problem: `${table ?? ""} has no column ${name}` }));
  const load = sink.load?.statement;
  const hasTime = [...columns.values()].some((names) => names.has(window?.time ?? ""));
  return [
    ...known(["sink", "table"], sink.table),
    ...known(["sink", "stage"], sink.stage),
    ...within(["sink", "key"], sink.table, sink.key),
    ...within(["source", "fields"], sink.stage ?? sink.table, source.fields),
    ...missing(["sink", "load", "statement"], load, (path) => paths.has(path), "file"),
    ...missing(["replay", "statement"], replay?.statement, (path) => paths.has(path), "file"),
    ...(window?.time === undefined || hasTime
      ? []
      : [{ tokens: ["window", "time"], problem: `no table has a column ${window.time}` }]),
  ];
}

function timeProblems(
  { source, window, lateness, replay, freshness, sink }: JobSpecification,
  system: System,
): readonly Problem[] {
  const days = system.stores.find(({ id }) => id === source.store)?.retentionDays;
  const kept = days === undefined ? undefined : days * DAY;
  const problems: Problem[] = [];
  function refuse(property: string, problem: string): void {
    problems.push({ tokens: [property], problem });
  }
  if (kept !== undefined && replay !== undefined && replay.seconds > kept)
    refuse("replay", `it is replayed over ${replay.seconds} s, and its source keeps ${kept} s`);
  const reach = replay?.seconds ?? kept;
  if (lateness !== undefined && reach !== undefined && lateness.seconds > reach)
    refuse(
      "lateness",
      `it waits ${lateness.seconds} s for late data that is gone after ${reach} s`,
    );
  if (window !== undefined && window.emitEverySeconds > window.seconds)
    refuse("window", "a window is written less often than it ends");
  if (freshness === undefined) return problems;
  if (window !== undefined && window.emitEverySeconds > freshness.seconds)
    refuse(
      "window",
      `it is written every ${window.emitEverySeconds} s and may be ${freshness.seconds} s old`,
    );
  if (sink.load !== undefined && sink.load.everySeconds > freshness.seconds)
    refuse(
      "sink",
      `it is loaded every ${sink.load.everySeconds} s and may be ${freshness.seconds} s old`,
    );
  return problems;
}
