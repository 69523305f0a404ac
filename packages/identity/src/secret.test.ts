import { newKey } from "./new-key";
import { secret, secretFault } from "./secret";

describe("a secret", () => {
  it("of random bytes serves", () => {
    for (let made = 0; made < 200; made += 1) expect(secretFault(newKey().secret)).toBeUndefined();
    expect(secretFault("Hh3!kZ0qPw8#nV5tLr2^xB7mJc9&dY4s")).toBeUndefined();
  });

  it("counts in bytes, not in letters", () => {
    expect(secretFault("q7Zk0Wm3Xv9Rb1Tn5Yc8Pd2Lf6Hj4Gs")).toBe("it has 31 bytes; a secret has at least 32. Make one: openssl rand -base64 48");
    expect(secretFault("q7Zk0Wm3Xv9Rb1Tn5Yc8Pd2Lf6Hj4Gsđ")).toBeUndefined();
  });

  it.each([
    "changeme-changeme-changeme-changeme",
    "your-256-bit-secret-of-the-tutorial",
    "MySuperSecretPasswordForTheGateway!",
    "correct-horse-example-battery-staple",
    "HuuNghi-2026-gateway-to-the-divisions",
    "0123456789abcdef0123456789abcdef",
    "deadbeefcafebabedeadbeefcafebabe00",
    "$(openssl rand -base64 48) not run by a shell",
    "<a long random text goes here please>",
    "abababababababababababababababababab",
  ])("is none that everybody knows: %s", text => {
    expect(secretFault(text)).toMatch(/known example or easily guessed/);
  });

  it("has no white space around it, which one process would keep and another not", () => {
    expect(secretFault(`${newKey().secret}\n`)).toMatch(/white space/);
  });

  it("is never repeated in what is said of it", () => {
    for (const text of ["short-one", "changeme-changeme-changeme-changeme"]) {
      expect(secretFault(text)).not.toContain(text);
      expect(JSON.stringify(secret.safeParse(text).error?.issues)).not.toContain(text);
    }
  });
});
