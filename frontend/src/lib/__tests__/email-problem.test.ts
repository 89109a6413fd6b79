import { expect, test } from "vitest";
import { asSent, emailProblem } from "@/lib/email-problem";

test.each([
  "name@example.com",
  "first.last+tag@mail.example.co.uk",
  "o'brien@example.ie",
  "name@xn--80a1acny.xn--p1ai",
  "name@example.xn--vermgensberatung-pwb",
  "name@почта.рф",
  "name@bücher.example",
  "  name@example.com ",
])("%s is an address", (text) => {
  expect(emailProblem(text)).toBeUndefined();
});

test.each([
  "name",
  "@example.com",
  "name@example",
  "name@10.0.0.1",
  "na me@example.com",
  ".name@example.com",
  "name@example.com.",
  "name@xn--.xn--",
  "two@one@example.com",
  `${"n".repeat(65)}@example.com`,
])("%s is none, and the field shows what one looks like", (text) => {
  expect(emailProblem(text)).toBe("Enter an address like name@example.com");
});

test.each(["josé@example.com", "почта@почта.рф"])("%s is refused for its name, in words", (text) => {
  expect(emailProblem(text)).toMatch(/before the @/);
});

test("a domain of other letters is sent as mail servers read it", () => {
  expect(asSent(" name@почта.рф ")).toBe("name@xn--80a1acny.xn--p1ai");
  expect(asSent("Name@bücher.example")).toBe("Name@xn--bcher-kva.example");
  expect(asSent("name@bücher.example\\x")).toBe("name@bücher.example\\x");
  expect(asSent("name@bücher.exampl%65")).toBe("name@bücher.exampl%65");
  expect(asSent("name@Example.com")).toBe("name@Example.com");
});
