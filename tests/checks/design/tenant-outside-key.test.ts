import { tenantOutsideKeyCheck } from "../../../src/checks/design/tenant-outside-key.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/tenant-outside-key", "the sample", () =>
  runCheck(tenantOutsideKeyCheck, () => {}, []),
);

invalid("design/tenant-outside-key", "an email that is unique for all", () =>
  runCheck(
    tenantOutsideKeyCheck,
    (design) => {
      entityOf(design, "lending/member").tenantKey = "id";
    },
    ["lending/entity/member/key/email"],
  ),
);

valid("design/tenant-outside-key", "the tenant is part of the key", () =>
  runCheck(
    tenantOutsideKeyCheck,
    (design) => {
      const member = entityOf(design, "lending/member");
      member.tenantKey = "id";
      for (const key of member.uniqueKeys) key.fields.unshift("id");
    },
    [],
  ),
);

valid("design/tenant-outside-key", "a secret is unique for all", () =>
  runCheck(
    tenantOutsideKeyCheck,
    (design) => {
      entityOf(design, "lending/member").tenantKey = "id";
      fieldOf(design, "lending/member/email").classification = "secret";
    },
    [],
  ),
);
