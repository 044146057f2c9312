import { permissionWithoutRoleCheck } from "../../../src/checks/design/permission-without-role.ts";
import { invalid, valid } from "../../support/cases.ts";
import { pick } from "../../support/edit-design.ts";
import { runCheck } from "../../support/run-check.ts";

valid("design/permission-without-role", "the sample", () =>
  runCheck(permissionWithoutRoleCheck, () => {}, []),
);

invalid("design/permission-without-role", "the only role loses it", () =>
  runCheck(
    permissionWithoutRoleCheck,
    (design) => {
      for (const role of design.system.auth.roles)
        role.permissions = role.permissions.filter((id) => id !== "write-books");
    },
    ["system/permission/write-books"],
  ),
);

valid("design/permission-without-role", "one role of two has it", () =>
  runCheck(
    permissionWithoutRoleCheck,
    (design) => {
      pick(design.system.auth.roles, "reader").permissions = [];
    },
    [],
  ),
);
