import { hitRateBelowTargetCheck } from "../../../src/checks/design/hit-rate-below-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/hit-rate-below-target", "the sample", () =>
  runCheck(hitRateBelowTargetCheck, () => {}, []),
);

invalid("design/hit-rate-below-target", "a cache that aims lower", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 94.9;
    },
    ["system/cache/book-pages"],
  ),
);

valid("design/hit-rate-below-target", "just the target", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 95;
    },
    [],
  ),
);

invalid("design/hit-rate-below-target", "a cache that never hits", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 0;
    },
    ["system/cache/book-pages"],
  ),
);

valid("design/hit-rate-below-target", "a fraction is another finding", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 0.95;
    },
    [],
  ),
);

valid("design/hit-rate-below-target", "a lower target of its own", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 60;
      const target = pick(design.system.targets, "cache-hit-rate");
      design.system.targets.unshift({ ...target, id: "search-hit-rate", value: 60 });
    },
    [],
  ),
);

valid("design/hit-rate-below-target", "no target for hits", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 10;
      design.system.targets = design.system.targets.filter(({ id }) => id !== "cache-hit-rate");
    },
    [],
  ),
);
