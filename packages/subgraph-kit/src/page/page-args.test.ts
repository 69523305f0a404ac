import { cursorOf, pageBounds, type CursorForm } from "./page-args";

const form: CursorForm = { list: "books", types: ["date", "numeric", "int", "text"] };
const values = ["2014-01-31", "1.5", "-7", "đ 'x'"];
const boundsOf = (after: string) => pageBounds({ first: 10, after }, form);
const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");

it("reads a cursor back", () => expect(boundsOf(cursorOf(form, values))).toEqual({ first: 10, after: values }));

it("takes nothing for the first page, and null for what is not said", () => {
  expect(pageBounds({}, form)).toEqual({ first: 20, after: null });
  expect(pageBounds({ first: null, after: null }, form)).toEqual({ first: 20, after: null });
});

it.each([0, -1, 101])("refuses first: %d", first =>
  expect(() => pageBounds({ first }, form)).toThrow(expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", argument: "first" }, message: expect.stringContaining("from 1 to 100") })));

it.each([
  ["empty", ""],
  ["garbled", "garbled"],
  ["padded", `${cursorOf(form, values)}=`],
  ["of another list", cursorOf({ ...form, list: "shelves" }, values)],
  ["with too few values", cursorOf(form, values.slice(1))],
  ["no list", forged({ list: "books" })],
  ["with a null", forged(["books", null, "1", "1", "a"])],
  ["with a day that is none", forged(["books", "2014-02-30", "1", "1", "a"])],
  ["with a number that is none", forged(["books", "2014-01-31", "1e5", "1", "a"])],
  ["with a whole number too large", forged(["books", "2014-01-31", "1", "99999999999", "a"])],
  ["with a character that no text holds", forged(["books", "2014-01-31", "1", "1", "a\0"])],
])("refuses a cursor that is %s", (_what, after) =>
  expect(() => boundsOf(after)).toThrow(expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", argument: "after" }, message: expect.stringContaining("is not a cursor of this list") })));
