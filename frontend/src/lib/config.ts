export interface Config {
  apiBase: string;
}

const DEFAULTS: Config = { apiBase: "/api" };

let loading: Promise<Config> | undefined;

/** The stage's settings, read once from `/config.json`; a missing file or a page in its place means the defaults. */
export function loadConfig(): Promise<Config> {
  loading ??= readConfig();
  return loading;
}

async function readConfig(): Promise<Config> {
  try {
    const response = await fetch(new URL("/config.json", window.location.origin));
    if (!response.ok) return DEFAULTS;
    const settings: unknown = await response.json();
    return typeof settings === "object" && settings !== null && "apiBase" in settings && isBase(settings.apiBase)
      ? { apiBase: settings.apiBase.replace(/\/+$/, "") }
      : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

function isBase(value: unknown): value is string {
  return typeof value === "string" && /^(\/|https?:\/\/)/.test(value);
}
