import { unfitStoreCheck } from "../../../src/checks/design/unfit-store.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/unfit-store", "the sample", () => runCheck(unfitStoreCheck, () => {}, []));

invalid("design/unfit-store", "a cache", () =>
  runCheck(
    unfitStoreCheck,
    (design) => {
      entityOf(design, "lending/loan").store = "catalogue-cache";
    },
    ["lending/entity/loan"],
  ),
);

invalid("design/unfit-store", "a store of another context", () =>
  runCheck(
    unfitStoreCheck,
    (design) => {
      pick(design.system.stores, "library-db").contexts = ["catalogue"];
    },
    ["lending/entity/member", "lending/entity/loan"],
  ),
);

valid("design/unfit-store", "an object store", () =>
  runCheck(
    unfitStoreCheck,
    (design) => {
      pick(design.system.stores, "library-db").kind = "object";
    },
    [],
  ),
);
