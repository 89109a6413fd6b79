import type { ReactNode } from "react";
import type { LucideIcon } from "lucide-react";

interface MessagePageProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

/** A whole page (or part of it) that says what happened and what to do next. */
export function MessagePage({ icon: Icon, title, children, actions }: MessagePageProps) {
  return (
    <div className="mx-auto flex min-h-96 max-w-lg flex-col items-center justify-center gap-4 px-4 py-16 text-center">
      <span className="grid size-16 place-items-center rounded-2xl border border-slate-200 bg-white text-blue-600 shadow-sm">
        <Icon aria-hidden className="size-8" strokeWidth={1.75} />
      </span>
      <h1 tabIndex={-1} className="mt-2 text-2xl font-bold tracking-tight text-balance sm:text-3xl">
        {title}
      </h1>
      <div className="text-pretty text-slate-600">{children}</div>
      <div className="mt-4 flex flex-wrap justify-center gap-3">{actions}</div>
    </div>
  );
}
