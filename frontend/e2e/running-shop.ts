import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    site: string;
    aws: string;
    /** The folder where the shop keeps its state. */
    state: string;
  }
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OPEN = "The shop is open.";
/** The first start may build everything. */
const START_MS = 15 * 60_000;

/** Starts the laptop cloud once for all scenarios, on free ports and with a state of its own that goes with the run. */
export default async function runningShop(project: TestProject) {
  const [port, awsPort] = await freePorts();
  const state = await mkdtemp(join(tmpdir(), "stampede-e2e-"));
  const shop = spawn("./stampede", ["up", "--port", `${port}`, "--aws-port", `${awsPort}`, "--state", state], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const ended = new Promise<void>((resolve) => shop.once("exit", () => resolve()));
  await opened(shop);
  project.provide("site", `http://127.0.0.1:${port}`);
  project.provide("aws", `http://127.0.0.1:${awsPort}`);
  project.provide("state", state);

  return async () => {
    shop.kill("SIGTERM");
    await ended;
    await rm(state, { recursive: true, force: true });
  };
}

function opened(shop: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const failed = (why: string) => {
      shop.kill("SIGTERM");
      reject(new Error(`${why}. It said:\n${said}`));
    };
    const late = setTimeout(() => failed("The laptop cloud did not start in time"), START_MS);
    const stopped = () => failed("The laptop cloud stopped before it was open");
    shop.once("exit", stopped);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes(OPEN)) return;
      clearTimeout(late);
      shop.off("exit", stopped);
      resolve();
    };
    shop.stdout?.on("data", listen);
    shop.stderr?.on("data", listen);
  });
}

/** Both are held until both are known, so that they differ. */
async function freePorts(): Promise<[number, number]> {
  const servers = await Promise.all([listening(), listening()]);
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number];
}

function listening() {
  const server = createServer();
  return new Promise<typeof server>((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
