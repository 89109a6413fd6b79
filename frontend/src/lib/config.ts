/** Where this stage's API is and how its customers sign in; what a stage does not have is null. */
export interface Config {
  apiBase: string;
  stage: string | null;
  region: string | null;
  userPoolId: string | null;
  userPoolClientId: string | null;
  /** Where the user pool answers, if not at AWS's address of the region. */
  userPoolEndpoint: string | null;
}

const NAMES = ["stage", "region", "userPoolId", "userPoolClientId", "userPoolEndpoint"] as const;

const DEFAULTS: Config = {
  apiBase: "/api",
  stage: null,
  region: null,
  userPoolId: null,
  userPoolClientId: null,
  userPoolEndpoint: null,
};

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
    return typeof settings === "object" && settings !== null ? configOf(settings as Record<string, unknown>) : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}

function configOf(settings: Record<string, unknown>): Config {
  const config = { ...DEFAULTS };
  if (isBase(settings.apiBase)) config.apiBase = settings.apiBase.replace(/\/+$/, "");
  for (const name of NAMES) {
    const value = settings[name];
    if (typeof value === "string") config[name] = value;
  }
  return config;
}

function isBase(value: unknown): value is string {
  return typeof value === "string" && /^(\/|https?:\/\/)/.test(value);
}
