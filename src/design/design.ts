import type { z } from "zod";
import type { DeepReadonly } from "../util/deep-readonly.ts";
import type { contextDesignSchema } from "./schema/context-design.ts";
import type { systemSchema } from "./schema/system.ts";

/** Everything that is not inside one context. */
export type System = DeepReadonly<z.infer<typeof systemSchema>>;

/** What one context owns: entities, operations and the bodies of its API. */
export type ContextDesign = DeepReadonly<z.infer<typeof contextDesignSchema>>;

/** The one typed description of a system; every artifact is a function of it. */
export interface Design {
  readonly system: System;
  /** In the order of `system.contexts`. */
  readonly contexts: readonly ContextDesign[];
}

export type Entity = ContextDesign["entities"][number];
export type Field = Entity["fields"][number];
export type Relation = Entity["relations"][number];
export type Operation = ContextDesign["operations"][number];
export type Parameter = Operation["parameters"][number];
export type BodySchema = ContextDesign["schemas"][number];
export type BodyProperty = BodySchema["properties"][number];
export type DesignRequirement = System["requirements"][number];
export type Target = System["targets"][number];
export type Actor = System["actors"][number];
export type Context = System["contexts"][number];
export type Deployable = System["deployables"][number];
export type Store = System["stores"][number];
export type Flow = System["flows"][number];
export type FlowStep = Flow["steps"][number];
export type DomainEvent = System["events"][number];
export type Load = System["load"];
export type Quantified = Load["registeredUsers"];
export type Scaling = System["scaling"][number];
export type Assumption = System["assumptions"][number];
export type OpenQuestion = System["openQuestions"][number];
export type ValueType = Field["type"];
