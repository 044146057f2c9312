/** Any object of an AsyncAPI document: the official parser says whether it is one. */
export type Json = Readonly<Record<string, unknown>>;
