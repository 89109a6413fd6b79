import type { ReactNode } from "react";
import { CircleAlert, Clock, Info } from "lucide-react";

const TONES = {
  alert: { box: "border-red-200 bg-red-50", icon: CircleAlert, ink: "text-red-600" },
  wait: { box: "border-amber-200 bg-amber-50", icon: Clock, ink: "text-amber-700" },
  note: { box: "border-blue-200 bg-blue-50", icon: Info, ink: "text-blue-600" },
};

interface NoticeProps {
  tone: keyof typeof TONES;
  title: string;
  children?: ReactNode;
}

export function Notice({ tone, title, children }: NoticeProps) {
  const { box, icon: Icon, ink } = TONES[tone];
  return (
    <div className={`flex gap-3 rounded-2xl border p-4 text-left ${box}`}>
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 text-sm leading-6">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-slate-700">{children}</div>}
      </div>
    </div>
  );
}
