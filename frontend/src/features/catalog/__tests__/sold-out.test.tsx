import { screen, within } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";
import { page, refusal, success } from "@/testing/answers";
import { rtx4090, soldOutController } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";

const PAGE = "/products/orbit-controller";

function hearNotices(answer: () => Response = () => success({}, { status: 202 })) {
  const asked: unknown[] = [];
  server.use(
    http.post("*/api/products/:id/restock-notice", async ({ request, params }) => {
      asked.push({ id: params.id, ...((await request.json()) as object) });
      return answer();
    }),
  );
  return asked;
}

test("who comes too late can have one mail when units are back", async () => {
  const asked = hearNotices();
  const { user } = openShop(PAGE);
  const notice = within(await screen.findByRole("region", { name: "Tell me when it is back" }));
  await user.type(notice.getByLabelText("E-mail"), "late@example.com");
  await user.click(notice.getByRole("button", { name: "Notify me" }));
  expect(await notice.findByText(/one mail to late@example.com/)).toBeVisible();
  expect(asked).toEqual([{ id: "orbit-controller", customerEmail: "late@example.com" }]);
});

test("a wrong address is told at its field, and a refusal can be tried again", async () => {
  const asked = hearNotices(() => refusal(400, "VALIDATION_FAILED"));
  const { user } = openShop(PAGE);
  const notice = within(await screen.findByRole("region", { name: "Tell me when it is back" }));
  await user.click(notice.getByRole("button", { name: "Notify me" }));
  expect(notice.getByLabelText("E-mail")).toHaveAccessibleDescription("Enter your e-mail address");
  expect(notice.getByLabelText("E-mail")).toHaveFocus();
  expect(asked).toEqual([]);
  await user.type(notice.getByLabelText("E-mail"), "late@example.com");
  await user.click(notice.getByRole("button", { name: "Notify me" }));
  expect(await notice.findByText("That did not work. Please try again.")).toBeVisible();
});

test("it offers what is like it and can be had", async () => {
  const other = { ...rtx4090, id: "drift-mouse", name: "Drift Mouse", category: "peripherals" };
  server.use(
    http.get("*/api/products", ({ request }) => {
      const query = new URL(request.url).searchParams;
      const similar = query.get("category") === "peripherals" && query.get("inStock") === "true";
      return page(similar ? [soldOutController, other] : []);
    }),
  );
  openShop(PAGE);
  const similar = within(await screen.findByRole("region", { name: "Still to be had" }));
  expect(similar.getAllByRole("link").map((link) => link.textContent)).toEqual(["Drift Mouse"]);
});
