import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "@/app/app";
import { identifyBy } from "@/lib/api-client";
import { loadConfig } from "@/lib/config";
import { loadCode } from "@/lib/load-code";
import { sessionIdentity } from "@/lib/session-identity";
import "@/app/app.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

void loadConfig();
identifyBy(sessionIdentity);
// Requested early and not awaited: nobody can buy before the products are loaded.
const purchase = loadCode(() => import("@/app/start-purchase")).then((module) => module.startPurchase());

createRoot(root).render(
  <StrictMode>
    <BrowserRouter>
      <App purchase={purchase} />
    </BrowserRouter>
  </StrictMode>,
);
