export function basenameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
