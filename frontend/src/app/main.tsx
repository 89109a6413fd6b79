import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "@/app/app";
import { placeOrder } from "@/features/checkout/api/place-order";
import { placedSince } from "@/features/checkout/placed-since";
import { createPurchase } from "@/features/checkout/purchase";
import { identifyBy } from "@/lib/api-client";
import { loadConfig } from "@/lib/config";
import { saveReceipt } from "@/lib/receipts";
import { sessionIdentity } from "@/lib/session";
import "@/app/app.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

void loadConfig();
identifyBy(sessionIdentity);
const purchase = createPurchase({ send: placeOrder, saveReceipt, placedSince });

createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <App purchase={purchase} />
    </BrowserRouter>
  </StrictMode>,
);
