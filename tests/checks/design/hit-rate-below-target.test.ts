import { hitRateBelowTargetCheck } from "../../../src/checks/design/hit-rate-below-target.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

const CODE = "design/hit-rate-below-target";

valid(CODE, "the sample", () => runCheck(hitRateBelowTargetCheck, () => {}, []));

invalid(CODE, "a cache that aims lower", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 94.9;
    },
    ["system/cache/book-pages"],
  ),
);

valid(CODE, "just the target", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 95;
    },
    [],
  ),
);

valid(CODE, "a lower target of its own", () =>
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

valid(CODE, "no target for hits", () =>
  runCheck(
    hitRateBelowTargetCheck,
    (design) => {
      pick(design.system.caches, "book-pages").targetHitRate = 10;
      design.system.targets = design.system.targets.filter(({ id }) => id !== "cache-hit-rate");
    },
    [],
  ),
);
