import { capacityOf } from "../../design/capacity.ts";
import type { Design } from "../../design/design.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { diskNeeds } from "./disk-needs.ts";
import { formatNumber } from "./format-number.ts";

/** What is owed, derived and not written: the template says it for each kind. */
export interface Debts {
  readonly denormalised: readonly { readonly name: string; readonly reason: string }[];
  readonly questions: number;
  readonly assumptions: number;
  readonly assumedTargets: number;
  readonly assumedRows: number;
  readonly entities: number;
  readonly proposed: number;
  readonly openThreats: readonly string[];
  readonly unavailable: readonly { readonly name: string; readonly availability: string }[];
  readonly undersized: readonly { readonly name: string; readonly missing: number }[];
  readonly full: readonly {
    readonly name: string;
    readonly holds: string;
    readonly disk: string;
  }[];
  readonly stateful: readonly string[];
}

/** Everything in the Design that somebody will have to come back to. */
export function debtRegister(design: Design): Debts {
  const { system } = design;
  const entities = entitiesOf(design).map(({ entity }) => entity);
  const { availability, instances } = capacityOf(design);
  const wanted = system.targets
    .filter(({ measure, unit }) => measure === "availability" && unit === "percent")
    .map(({ value }) => value);
  const strictest = wanted.length === 0 ? 0 : Math.max(...wanted);
  return {
    denormalised: entities.flatMap(({ name, denormalised }) =>
      denormalised === undefined ? [] : [{ name, reason: denormalised }],
    ),
    questions: system.openQuestions.length,
    assumptions: system.assumptions.length,
    assumedTargets: system.targets.filter(({ basis }) => basis === "assumed").length,
    assumedRows: entities.filter(({ rows }) => rows.basis === "assumed").length,
    entities: entities.length,
    proposed: system.decisions.filter(({ status }) => status === "proposed").length,
    openThreats: system.security.threats
      .filter(({ controls }) => controls.length === 0)
      .map(({ name }) => name),
    unavailable: availability
      .filter((plan) => plan.availability * 100 < strictest)
      .map((plan) => ({
        name: plan.deployable.name,
        availability: `${Number((plan.availability * 100).toFixed(4))} % of ${strictest} %`,
      })),
    undersized: instances.flatMap(({ deployable, tenfold, scaling }) =>
      tenfold.value === undefined || tenfold.value <= scaling.maximumInstances
        ? []
        : [{ name: deployable.name, missing: tenfold.value - scaling.maximumInstances }],
    ),
    full: diskNeeds(design)
      .filter(
        ({ gigabytes, diskGibibytes, diskGigabytes }) =>
          diskGibibytes > 0 && gigabytes > diskGigabytes,
      )
      .map(({ store, gigabytes, diskGibibytes }) => ({
        name: store.name,
        holds: `${formatNumber(gigabytes)} GB`,
        disk: `${formatNumber(diskGibibytes)} GiB`,
      })),
    stateful: system.deployables
      .filter(({ kind, stateless }) => kind !== "job" && !stateless)
      .map(({ name }) => name),
  };
}
