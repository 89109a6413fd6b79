import { act, screen, within } from "@testing-library/react";
import { http } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { clockText, featuredOf, openedSale, spokenLeft } from "@/features/catalog/sale";
import { serverNow } from "@/lib/server-clock";
import type { Product, Sale } from "@/lib/api-types";
import { page, success } from "@/testing/answers";
import { earbuds, rtx4090, soldOutController } from "@/testing/catalogue";
import { openShop } from "@/testing/open-shop";
import { server } from "@/testing/server";

const HOUR = 3_600_000;

function sale(phase: Sale["phase"], startsAt: number, change: Partial<Sale> = {}): Sale {
  return {
    id: "sale-1",
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + HOUR).toISOString(),
    price: 1199.99,
    units: 50,
    unitsLeft: 50,
    limitPerCustomer: 1,
    phase,
    ...change,
  };
}

function sells(...products: Product[]) {
  server.use(
    http.get("*/api/products", () => page(products as never[])),
    http.get("*/api/products/:id", () => success(products[0] as never)),
  );
}

describe("a sale that has not begun", () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
    });
  });

  test("counts down by the shop's clock and opens by itself, at its price and without being asked", async () => {
    // The shopper's clock is a year ahead: by it the sale would be long over.
    sells({ ...rtx4090, sale: sale("UPCOMING", Date.parse("2026-01-01T00:00:30Z")) });
    openShop("/products/rtx-4090");
    expect(await screen.findByRole("button", { name: "Sale not started: RTX 4090 GPU" })).toBeDisabled();
    expect(screen.getByRole("timer")).toHaveTextContent(/Starts in 00:00:\d\d/);
    expect(screen.getByText("The sale starts in less than a minute.")).toBeInTheDocument();

    // From here on the shop answers no more.
    server.use(http.get("*/api/products/:id", () => new Promise<Response>(() => undefined)));
    await act(() => vi.advanceTimersByTimeAsync(Date.parse("2026-01-01T00:00:30Z") - serverNow()));
    expect(screen.getByRole("button", { name: "Buy now: RTX 4090 GPU" })).toBeEnabled();
    expect(screen.getByText("$1,199.99")).toBeVisible();
    expect(screen.getByText("50 of 50 left at this price")).toBeVisible();
    expect(screen.getByRole("timer")).toHaveTextContent("Ends in 01:00:00");
  });
});

test("a running sale is the hero, before one that is to come and before better deals", async () => {
  sells(earbuds, { ...rtx4090, sale: sale("RUNNING", Date.parse("2025-12-31T23:30:00Z"), { unitsLeft: 7 }) });
  openShop();
  const hero = within(await screen.findByRole("region", { name: rtx4090.name }));
  expect(hero.getByText("Flash sale, now")).toBeVisible();
  expect(hero.getByText("7 of 50 left at this price")).toBeVisible();
});

test("the hero is the sale that matters most", () => {
  const soon = { ...rtx4090, id: "soon", sale: sale("UPCOMING", 2 * HOUR) };
  const sooner = { ...rtx4090, id: "sooner", sale: sale("UPCOMING", HOUR) };
  const gone = { ...rtx4090, id: "gone", stock: 0, sale: sale("RUNNING", 0) };
  expect(featuredOf([earbuds, soon, sooner, gone])?.id).toBe("sooner");
  expect(featuredOf([earbuds, soon, { ...gone, stock: 1 }])?.id).toBe("gone");
  expect(featuredOf([soldOutController, earbuds])).toBe(earbuds);
  expect(featuredOf([soldOutController])).toBe(soldOutController);
});

test("an opened sale has the sale's price, units and limit", () => {
  const opened = openedSale({ ...rtx4090, originalPrice: null, price: 1499, stock: 900 }, sale("UPCOMING", 0));
  expect(opened).toMatchObject({ price: 1199.99, originalPrice: 1499, discount: 19, stock: 50, limitPerCustomer: 1 });
  expect(opened.sale?.phase).toBe("RUNNING");
});

test("a clock is read as people read it", () => {
  expect(clockText(59_001)).toBe("00:01:00");
  expect(clockText(25 * HOUR)).toBe("1 d 01:00:00");
  expect(clockText(-5)).toBe("00:00:00");
});

test("time left is said at thresholds only", () => {
  expect(spokenLeft(2 * HOUR)).toBeNull();
  expect(spokenLeft(3_000_000)).toBe("less than an hour");
  expect(spokenLeft(2_900_000)).toBe("less than an hour");
  expect(spokenLeft(599_000)).toBe("less than 10 minutes");
  expect(spokenLeft(45_000)).toBe("less than a minute");
  expect(spokenLeft(9_000)).toBe("less than 10 seconds");
  expect(spokenLeft(0)).toBeNull();
});
