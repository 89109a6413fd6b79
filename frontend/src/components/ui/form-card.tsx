import type { ReactNode } from "react";

interface FormCardProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** Ways to somewhere else, below the card. */
  others?: ReactNode;
}

/** One form that is a page. */
export function FormCard({ title, intro, children, others }: FormCardProps) {
  return (
    <div className="mx-auto max-w-md">
      <div className="rounded-3xl border border-slate-200 bg-white p-6 shadow-xs sm:p-8">
        <h1 tabIndex={-1} className="text-2xl font-bold tracking-tight text-balance sm:text-3xl">
          {title}
        </h1>
        {intro && <div className="mt-2 text-pretty text-slate-600">{intro}</div>}
        <div className="mt-6">{children}</div>
      </div>
      {others && (
        <div className="mt-5 flex flex-col items-center gap-1 text-center text-sm text-slate-600">{others}</div>
      )}
    </div>
  );
}
