import { act, screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { dayAfter, isDay } from "@/features/admin/day";
import { scaleFor } from "@/features/admin/scale";
import type { DaySales } from "@/lib/api-types";
import { refusal, success } from "@/testing/answers";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";
import { ADMIN, signedInAs } from "@/testing/user-pool";

const NONE = {
  orders: 0,
  units: 0,
  confirmed: 0,
  revenue: 0,
  refunds: 0,
  refunded: 0,
  cancels: 0,
  cancelled: 0,
  expired: 0,
  rejects: 0,
  kept: 0,
};
const MORNING = { ...NONE, orders: 2, units: 3, confirmed: 1, revenue: 1727.99, kept: 1727.99 };
const NOON = {
  ...NONE,
  orders: 2,
  units: 2,
  confirmed: 2,
  revenue: 3455.98,
  refunds: 1,
  refunded: 5.5,
  rejects: 4,
  cancels: 1,
  kept: 3450.48,
};

function salesOf(day: string, byHour: Record<number, typeof NONE> = {}): DaySales {
  const hours = Array.from({ length: 24 }, (_, hour) => ({ hour, ...(byHour[hour] ?? NONE) }));
  const totals = { ...NONE };
  for (const name of Object.keys(NONE) as (keyof typeof NONE)[]) {
    totals[name] = Math.round(hours.reduce((sum, hour) => sum + hour[name] * 100, 0)) / 100;
  }
  return {
    day,
    currency: "USD",
    totals,
    hours,
    reasons:
      totals.rejects === 0
        ? []
        : [
            { status: "REJECTED", reason: "SOLD_OUT", orders: 4 },
            { status: "CANCELLED", reason: "PAYMENT_DECLINED", orders: 1 },
          ],
  };
}

/** Tells the sales of any day; the days that were asked for. */
function tellSales(byHour: Record<number, typeof NONE> = {}): string[] {
  const asked: string[] = [];
  server.use(
    http.get("*/api/sales/:day", ({ params }) => {
      asked.push(String(params.day));
      return success(salesOf(String(params.day), byHour) as never);
    }),
  );
  return asked;
}

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.parse("2026-01-01T14:20:00Z"),
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
  signedInAs(ADMIN);
});

test("today is told in figures, drawn by the hour and written as a table", async () => {
  const asked = tellSales({ 9: MORNING, 12: NOON });
  const { user } = openShop("/admin/sales");
  expect(
    await screen.findByText("4 orders on Thursday, January 1, 2026, so far; renewed every 15 seconds"),
  ).toBeVisible();
  expect(screen.getByText("Kept").parentElement).toHaveTextContent("Kept$5,178.47$5,183.97 sold");
  expect(screen.getByText("Given back").parentElement).toHaveTextContent("$5.50 refunded, $0.00 cancelled");
  expect(screen.getByText("Orders", { selector: "dt" }).parentElement).toHaveTextContent("Orders45 units, 3 confirmed");
  expect(screen.getByText("Came to nothing").parentElement).toHaveTextContent("54 rejected, 1 cancelled, 0 expired");
  expect(
    screen.getByRole("img", { name: "$5,183.97 sold, most of it in the hour from 12:00: $3,455.98." }),
  ).toBeVisible();

  await user.click(screen.getByText("As a table"));
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows).toHaveLength(25);
  expect(rows[10]).toHaveTextContent("09:0021$1,727.99");
  expect(asked).toEqual(["2026-01-01"]);
});

test("the bars are as high as what was sold", async () => {
  tellSales({ 9: MORNING, 12: NOON });
  openShop("/admin/sales");
  const chart = await screen.findByRole("img", { name: /most of it/ });
  const heights = [...chart.querySelectorAll("rect")].map((bar) => Number(bar.getAttribute("height")));
  expect(heights).toHaveLength(24);
  expect(heights[12]).toBeCloseTo((3455.98 / 5000) * 100);
  expect(heights[9]).toBeCloseTo(heights[12]! / 2);
  expect(heights.filter((height) => height > 0)).toHaveLength(2);
});

test("why orders came to nothing is told in words", async () => {
  tellSales({ 12: NOON });
  openShop("/admin/sales");
  const reasons = within(await screen.findByRole("region", { name: "Why orders came to nothing" })).getAllByRole(
    "listitem",
  );
  expect(reasons.map((each) => each.textContent)).toEqual(["Sold out (rejected)4", "Payment declined (cancelled)1"]);
});

test("today is renewed by itself, a day that is over is not", async () => {
  const asked = tellSales({ 9: MORNING });
  const { leave } = openShop("/admin/sales");
  await screen.findByText(/^2 orders on/);
  tellSales({ 9: MORNING, 12: NOON });
  await act(() => vi.advanceTimersByTimeAsync(15_000));
  expect(await screen.findByText(/^4 orders on/)).toBeVisible();
  leave();

  const askedOver = tellSales({ 9: MORNING });
  openShop("/admin/sales?day=2025-12-31");
  expect(await screen.findByText("2 orders on Wednesday, December 31, 2025")).toBeVisible();
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(askedOver).toEqual(["2025-12-31"]);
  expect(asked).toEqual(["2026-01-01"]);
});

test("each day is an address of its own, chosen or reached from the day beside it", async () => {
  const asked = tellSales({ 9: MORNING });
  const { user } = openShop("/admin/sales");
  await screen.findByText(/January 1, 2026/);
  expect(screen.queryByRole("link", { name: "Day after" })).not.toBeInTheDocument();
  await user.click(screen.getByRole("link", { name: "Day before" }));
  expect(await screen.findByText(/December 31, 2025/)).toBeVisible();
  expect(window.location.search).toBe("?day=2025-12-31");
  expect(screen.getByLabelText("Day (UTC)")).toHaveValue("2025-12-31");

  await user.clear(screen.getByLabelText("Day (UTC)"));
  await user.type(screen.getByLabelText("Day (UTC)"), "2025-11-28");
  await user.click(screen.getByRole("button", { name: "Show" }));
  expect(await screen.findByText(/November 28, 2025/)).toBeVisible();
  expect(window.location.search).toBe("?day=2025-11-28");
  expect(screen.getByRole("button", { name: "Show" })).toHaveFocus();
  await user.click(screen.getByRole("link", { name: "Day after" }));
  expect(await screen.findByText(/November 29, 2025/)).toBeVisible();
  expect(asked).toEqual(["2026-01-01", "2025-12-31", "2025-11-28", "2025-11-29"]);
});

test("the step to today, from which none leads on, leaves the focus on the page", async () => {
  tellSales();
  const { user } = openShop("/admin/sales?day=2025-12-31");
  await user.click(await screen.findByRole("link", { name: "Day after" }));
  expect(await screen.findByText(/January 1, 2026/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Day after" })).not.toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "Sales" })).toHaveFocus();
});

test("an address that names no day shows today", async () => {
  const asked = tellSales();
  openShop("/admin/sales?day=2026-02-30");
  expect(await screen.findByText("Nothing has happened yet today.")).toBeVisible();
  expect(asked).toEqual(["2026-01-01"]);
});

test("sales that cannot be read are reported, and a click reads them again", async () => {
  server.use(http.get("*/api/sales/:day", () => refusal(404, "NOT_FOUND")));
  const { user } = openShop("/admin/sales");
  expect(await screen.findByText("The shop does not answer")).toBeVisible();
  tellSales({ 9: MORNING });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText(/^2 orders on/)).toBeVisible();
});

test.each([
  [0, 1],
  [1, 1],
  [1.01, 2],
  [3455.98, 5_000],
  [5_000, 5_000],
  [5_001, 10_000],
])("a scale for %d ends at %d", (most, end) => expect(scaleFor(most)).toBe(end));

test("days follow each other over months, and none is made up", () => {
  expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
  expect(dayAfter("2025-12-31", 1)).toBe("2026-01-01");
  expect(isDay("2024-02-29")).toBe(true);
  expect(["2026-02-29", "2026-2-1", "", "today", "2026-11-27T09:00"].map(isDay)).not.toContain(true);
});
