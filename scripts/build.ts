import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

// `npm run build`: dist mirrors src one to one, with the pages of the codes beside their code.
build();

function build(): void {
  process.chdir(join(import.meta.dirname, ".."));
  rmSync("dist", { recursive: true, force: true });
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], { stdio: "inherit" });
  copyPages();
  // npm links the bin to this file, and tsc writes it without the executable bit.
  if (existsSync("dist/cli/main.js")) chmodSync("dist/cli/main.js", 0o755);
  linkBin();
}

/** `npx groundplan` in the repository then runs this build, and installs no copy of the folder. */
function linkBin(): void {
  if (process.platform === "win32" || !existsSync("node_modules/.bin")) return;
  const link = "node_modules/.bin/groundplan";
  rmSync(link, { force: true });
  symlinkSync("../../dist/cli/main.js", link);
}

function copyPages(): void {
  for (const page of globSync("**/*.md", { cwd: "src" })) {
    const target = join("dist", page);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join("src", page), target);
  }
}
