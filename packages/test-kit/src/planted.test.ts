import { testLogFolder } from "./config";
import { plant, plantedIn } from "./planted";

it("is known to every process of the run, once", () => {
  const value = `Lê Văn "Planted"\n${process.pid}`;
  expect(plant("name", value)).toBe(value);
  plant("name", value);
  expect(plantedIn(testLogFolder()).filter(each => each.value === value)).toEqual([{ kind: "name", value }]);
});

it("is refused where it would be found everywhere", () => expect(() => plant("name", "Lan")).toThrow(/"Lan" is too short/));
