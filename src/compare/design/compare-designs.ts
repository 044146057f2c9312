import { indexDesign } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import type { ElementVisit } from "../../design/walk-design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isDeepEqual } from "../../util/is-deep-equal.ts";

interface Named {
  readonly kind: string;
  readonly name: string;
}

export const elementAdded = declareDiagnostic<Named>({
  code: "change/element-added",
  severity: "info",
  message: ({ kind, name }) => `the ${kind} ${name} is new`,
});

export const elementRemoved = declareDiagnostic<Named>({
  code: "change/element-removed",
  severity: "info",
  message: ({ kind, name }) => `the ${kind} ${name} was removed`,
});

export const elementRenamed = declareDiagnostic<Named & { readonly was: string }>({
  code: "change/element-renamed",
  severity: "info",
  message: ({ kind, name, was }) => `the ${kind} ${was} is called ${name} now`,
});

export const elementChanged = declareDiagnostic<Named & { readonly keys: string }>({
  code: "change/element-changed",
  severity: "info",
  message: ({ kind, name, keys }) => `the ${kind} ${name} changed: ${keys}`,
});

/**
 * What is in one Design and not in the other, by stable ids. What is inside an element that came or
 * went came or went with it.
 */
export function compareDesigns(base: Design, head: Design): readonly Diagnostic[] {
  const before = indexDesign(base).elements;
  const after = indexDesign(head).elements;
  const removed = [...before.values()].filter(({ subject }) => !after.has(subject));
  const added = [...after.values()].filter(({ subject }) => !before.has(subject));
  return [
    ...outermost(removed).map((visit) => elementRemoved(visit.subject, named(visit))),
    ...outermost(added).map((visit) => elementAdded(visit.subject, named(visit))),
    ...[...after.values()].flatMap((visit) => {
      const was = before.get(visit.subject);
      return was === undefined ? [] : compareElement(was, visit);
    }),
  ];
}

function outermost(visits: readonly ElementVisit[]): readonly ElementVisit[] {
  const subjects = new Set(visits.map(({ subject }) => subject));
  const isInside = (subject: string): boolean => {
    const segments = subject.split("/");
    for (let length = segments.length - 2; length > 1; length -= 2) {
      if (subjects.has(segments.slice(0, length).join("/"))) return true;
    }
    return false;
  };
  return visits.filter(({ subject }) => !isInside(subject));
}

function compareElement(was: ElementVisit, is: ElementVisit): readonly Diagnostic[] {
  const keys = new Set([...Object.keys(was.value), ...Object.keys(is.value)]);
  const changed = [...keys].filter((key) => !isDeepEqual(own(was.value[key]), own(is.value[key])));
  const others = changed.filter((key) => key !== "name");
  return [
    ...(changed.includes("name")
      ? [elementRenamed(is.subject, { ...named(is), was: named(was).name })]
      : []),
    ...(others.length > 0
      ? [elementChanged(is.subject, { ...named(is), keys: others.join(", ") })]
      : []),
  ];
}

/** Without the elements inside, which are compared for themselves. */
function own(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items: readonly unknown[] = value;
  return items.filter((item) => typeof item !== "object" || item === null || !("id" in item));
}

function named({ kind, id, value }: ElementVisit): Named {
  return {
    kind: kind.replaceAll("-", " "),
    name: typeof value["name"] === "string" ? value["name"] : id,
  };
}
