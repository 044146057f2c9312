import type { Design } from "../../design/design.ts";
import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { describedValues } from "./support/described-values.ts";
import { label } from "./support/label.ts";

export const invertedBounds = declareDiagnostic<{
  readonly what: string;
  readonly low: string;
  readonly high: string;
  readonly lowest: number;
  readonly highest: number;
}>({
  code: "design/inverted-bounds",
  severity: "error",
  message: ({ what, low, high, lowest, highest }) =>
    `the ${what} has ${low} ${lowest} above ${high} ${highest}`,
  fix: ({ low, high }) => `make ${low} at most as large as ${high}`,
});

/** What bounds something from below is not above what bounds it from above. */
export const invertedBoundsCheck: DesignCheck = {
  after: [],
  check(design) {
    return [...ofValues(design), ...ofSystem(design)];
  },
};

type Pair = readonly [
  low: string,
  high: string,
  lowest: number | undefined,
  highest: number | undefined,
];

function ofValues(design: Design): readonly Diagnostic[] {
  return describedValues(design).flatMap(({ subject, label: what, value, isOwn }) => {
    if (!isOwn) return [];
    return report(subject, what, [
      ["minimum", "maximum", value.minimum, value.maximum],
      ["minLength", "maxLength", value.minLength, value.maxLength],
      ["scale", "precision", value.scale, value.precision],
    ]);
  });
}

function ofSystem({ system }: Design): readonly Diagnostic[] {
  const { defaultLimit, maximumLimit } = system.api.pagination;
  return [
    ...report("system/api", "pagination", [
      ["defaultLimit", "maximumLimit", defaultLimit, maximumLimit],
    ]),
    ...system.scaling.flatMap((scaling) =>
      report(`system/scaling/${scaling.id}`, `scaling ${label(scaling)}`, [
        [
          "minimumInstances",
          "maximumInstances",
          scaling.minimumInstances,
          scaling.maximumInstances,
        ],
      ]),
    ),
  ];
}

function report(subject: string, what: string, pairs: readonly Pair[]): readonly Diagnostic[] {
  return pairs.flatMap(([low, high, lowest, highest]) => {
    if (lowest === undefined || highest === undefined || lowest <= highest) return [];
    return [invertedBounds(subject, { what, low, high, lowest, highest })];
  });
}
