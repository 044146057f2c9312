import { fromPart } from "../../src/architects/model/from-part.ts";
import { partOf } from "../../src/design/unit-part.ts";
import { unitName } from "../../src/design/units.ts";
import type { Unit, UnitKind } from "../../src/design/units.ts";
import type { Behaviour } from "./messages-api.ts";
import { sampleDesign } from "./sample-design.ts";

/** Which unit a request asks for: read off the question, as a model does. */
export function askedUnit(body: Readonly<Record<string, unknown>>): Unit {
  const asked = /Your unit now is `([a-z]+)(?::([a-z0-9-]+))?`/.exec(JSON.stringify(body));
  const kind = asked?.[1] as UnitKind;
  const context = asked?.[2];
  return context === undefined ? { kind } : { kind, context };
}

/** What a model would say that wants the sample design, but for the units (by name) that it answers otherwise. */
export function sampleModel(
  answers: Readonly<Record<string, (right: unknown, call: number) => unknown>> = {},
): (body: Readonly<Record<string, unknown>>) => Behaviour {
  const calls = new Map<string, number>();
  return (body) => {
    const unit = askedUnit(body);
    const name = unitName(unit);
    const call = (calls.get(name) ?? 0) + 1;
    calls.set(name, call);
    const right = fromPart(unit.kind, partOf(sampleDesign(), unit));
    const answer = answers[name]?.(right, call) ?? right;
    const text = typeof answer === "string" ? answer : JSON.stringify(answer);
    return { kind: "answer", text };
  };
}
