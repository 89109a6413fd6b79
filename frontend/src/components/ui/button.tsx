import type { ButtonHTMLAttributes } from "react";
import { LoaderCircle } from "lucide-react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  busy?: boolean;
}

export function Button({ look, size, busy = false, className = "", children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${buttonClass({ look, size })} ${className}`} {...rest}>
      {busy && <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin" />}
      {children}
    </button>
  );
}
