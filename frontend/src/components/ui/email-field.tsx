import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/text-field";

/** An address, asked for the same way everywhere: phones show the keyboard for one, and browsers fill it in. */
export function EmailField(props: Omit<ComponentProps<typeof TextField>, "label" | "type">) {
  return <TextField label="E-mail" type="email" name="email" inputMode="email" autoComplete="email" {...props} />;
}
