import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTree, runCommand, temporaryFolder } from "../support/run-command.ts";

// İ, ı and ß are where locales disagree.
const REQUIREMENTS = `# Room booking

Employees book meeting rooms. A facility manager looks after the ROOMS of İstanbul and Gießen.

- A room has an ID, a title, a floor, a capacity and an image.
- As a facility manager, I want to add, change and retire rooms so that the list stays right.
- As an employee, I want to book a room so that nobody else takes it.
- A booking has a title, a start time, an end time and a status: requested, confirmed, cancelled.
- 2,000 employees use the system; searches answer within 200 ms at the 95th percentile.
`;

test("the same requirements give the same bytes in any folder, language and time zone", async () => {
  const environments = [
    { LANG: "en_US.UTF-8", TZ: "UTC" },
    { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" },
    { LANG: "C", LC_ALL: "C", TZ: "America/St_Johns", NO_COLOR: "1", CI: "true" },
  ];
  const trees: Readonly<Record<string, string>>[] = [];
  for (const [index, env] of environments.entries()) {
    const folder = join(await temporaryFolder(), `ordner ${index}`, "x".repeat(index * 40 + 1));
    await mkdir(join(folder, "booking"), { recursive: true });
    await writeFile(join(folder, "booking/requirements.md"), REQUIREMENTS);
    const argv = ["generate", "booking/requirements.md", "--architect", "rules"];
    const { status, stdout, stderr } = await runCommand(folder, argv, env);
    expect(status, `${stdout}${stderr}`).toBeLessThan(2);
    trees.push(await readTree(folder));
  }
  const [first = {}, ...others] = trees;
  expect(Object.keys(first).length).toBeGreaterThan(20);
  for (const tree of others) expect(tree).toEqual(first);
  const all = Object.values(first).join("\n");
  expect(all).not.toContain(process.cwd());
  expect(all).not.toMatch(/\/tmp\/|ordner/);
});
