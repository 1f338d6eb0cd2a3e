import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOrMakeSecret } from "./secret";

describe("the key that signs sessions", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "callboard-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = () => join(folder, "data", "auth-secret");
  const make = () => readOrMakeSecret(undefined, join(folder, "data"));

  it("is the one given, and then no file is made", () => {
    expect(readOrMakeSecret("given", join(folder, "data"))).toBe("given");
    expect(existsSync(file())).toBe(false);
  });

  it("is made once, of 32 random bytes, and stays the same", () => {
    const secret = make();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect([make(), make()]).toEqual([secret, secret]);
    expect(readFileSync(file(), "utf8")).toBe(secret);
  });

  it("is another one in another folder", () => {
    expect(make()).not.toBe(readOrMakeSecret(undefined, join(folder, "other")));
  });

  it("can be read by nobody but the process's own user, nor can its folder", () => {
    make();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, "data")).mode & 0o777).toBe(0o700);
  });

  it("is taken from a file that an editor ended with a line feed", () => {
    make();
    writeFileSync(file(), `${"k".repeat(43)}\n`);
    expect(make()).toBe("k".repeat(43));
  });

  it("is never an empty one, though the file was left empty by a crash or a full disk", () => {
    make();
    writeFileSync(file(), "");
    let secret = "refused";
    try {
      secret = make();
    } catch {
      // A start that stops with an error is as good as a new secret.
    }
    expect(secret).not.toBe("");
  });

  it("stops the start where it cannot be kept", () => {
    writeFileSync(join(folder, "data"), "a file where the folder should be");
    expect(make).toThrow();
  });
});
