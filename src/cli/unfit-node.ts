/** The major version of Node that the code is written for; `engines` of package.json says the same. */
const MAJOR = 24;

/** The error where the running Node is too old: npm only warns, and what fails later looks like a bug. */
export function unfitNode(version: string): string | undefined {
  if (Number.parseInt(version, 10) >= MAJOR) return undefined;
  return `groundplan: needs Node ${String(MAJOR)} or later, and this is Node ${version}; install it from https://nodejs.org, or run npx --package=node@${String(MAJOR)} --package=groundplan groundplan\n`;
}
