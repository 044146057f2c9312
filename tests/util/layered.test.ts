import fc from "fast-check";
import { expect, test } from "vitest";
import { layered } from "../../src/util/layered.ts";

test("everything stands after what it depends on", () => {
  const needs: Record<string, readonly string[]> = { a: ["c"], b: [], c: ["b", "gone"], d: ["d"] };
  expect(layered(["a", "b", "c", "d"], (id) => needs[id] ?? [])).toEqual([
    ["b", "d"],
    ["c"],
    ["a"],
  ]);
});

test("any graph ends, and each id stands in it once", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const graphs = fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom(...ids, "x")));
  fc.assert(
    fc.property(graphs, (graph) => {
      const layers = layered(ids, (id) => graph[id] ?? []);
      expect(layers.flat().sort()).toEqual(ids);
      const places = new Map(layers.flatMap((layer, place) => layer.map((id) => [id, place])));
      // Only the last layer may hold a circle.
      for (const id of layers.slice(0, -1).flat()) {
        for (const other of graph[id] ?? []) {
          if (other === id || other === "x") continue;
          expect(places.get(other)).toBeLessThan(places.get(id) ?? -1);
        }
      }
    }),
  );
});
