import { relationTypeMismatchCheck } from "../../../src/checks/design/relation-type-mismatch.ts";
import { invalid, valid } from "../../support/cases.ts";
import { entityOf, fieldOf, pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/relation-type-mismatch", "the sample", () =>
  runCheck(relationTypeMismatchCheck, () => {}, []),
);

invalid("design/relation-type-mismatch", "another type", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      fieldOf(design, "lending/loan/member-id").type = "bigint";
    },
    ["lending/entity/loan/relation/member"],
  ),
);

invalid("design/relation-type-mismatch", "too short a string", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/member-id"), { type: "string", maxLength: 10 });
      Object.assign(fieldOf(design, "lending/member/id"), { type: "string", maxLength: 36 });
    },
    ["lending/entity/loan/relation/member"],
  ),
);

invalid("design/relation-type-mismatch", "a key of two fields", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      entityOf(design, "lending/member").primaryKey = ["id", "email"];
    },
    ["lending/entity/loan/relation/member"],
  ),
);

const linkAll = (design: Parameters<typeof entityOf>[0], type: "string" | "text") => {
  const loan = entityOf(design, "lending/loan");
  loan.fields.push({ ...pick(loan.fields, "member-id"), id: "member-email", type, maxLength: 254 });
  Object.assign(pick(loan.relations, "member"), { moreFields: ["member-email"] });
  entityOf(design, "lending/member").primaryKey = ["id", "email"];
};

valid("design/relation-type-mismatch", "a field for each part of the key", () =>
  runCheck(relationTypeMismatchCheck, (design) => linkAll(design, "string"), []),
);

invalid("design/relation-type-mismatch", "a part of the key of another type", () =>
  runCheck(relationTypeMismatchCheck, (design) => linkAll(design, "text"), [
    "lending/entity/loan/relation/member",
  ]),
);

valid("design/relation-type-mismatch", "a key with the tenant of both", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      for (const path of ["lending/loan", "lending/member"]) {
        const entity = entityOf(design, path);
        entity.fields.push({ ...pick(entity.fields, "id"), id: "branch-id" });
        entity.tenantKey = "branch-id";
      }
      entityOf(design, "lending/member").primaryKey = ["branch-id", "id"];
    },
    [],
  ),
);

valid("design/relation-type-mismatch", "a longer string", () =>
  runCheck(
    relationTypeMismatchCheck,
    (design) => {
      Object.assign(fieldOf(design, "lending/loan/member-id"), { type: "string", maxLength: 40 });
      Object.assign(fieldOf(design, "lending/member/id"), { type: "string", maxLength: 36 });
    },
    [],
  ),
);
