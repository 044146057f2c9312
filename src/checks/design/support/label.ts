/** How a message names an element: by its name, and by its id so that it can be found. */
export function label(element: {
  readonly id: string;
  readonly name?: string | undefined;
}): string {
  return element.name === undefined || element.name === element.id
    ? element.id
    : `${element.name} (${element.id})`;
}
