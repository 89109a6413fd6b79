import { useState } from "react";
import { TextField } from "@/components/ui/text-field";

interface PasswordFieldProps {
  label: string;
  name?: string;
  value: string;
  /** Tells a password manager whether to fill in or to make up. */
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string | undefined;
  readOnly: boolean;
  onChange: (value: string) => void;
}

/** A password that can be looked at: pasting and password managers work, and nobody types twice. */
export function PasswordField({ label, name = "password", hint, error, onChange, ...input }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextField
        label={label}
        type={shown ? "text" : "password"}
        id={name}
        name={name}
        spellCheck={false}
        autoCapitalize="none"
        error={error}
        onChange={(event) => onChange(event.target.value)}
        {...(hint !== undefined && { hint })}
        {...input}
      />
      <button
        type="button"
        aria-pressed={shown}
        className="absolute top-0 right-0 min-h-6 rounded px-1 text-sm font-medium text-blue-700 underline-offset-4 hover:underline"
        onClick={() => setShown(!shown)}
      >
        Show password
      </button>
    </div>
  );
}
