import { CircleAlert } from "lucide-react";

export interface FormError {
  /** Where it is put right; null where there is no single field. */
  fieldId: string | null;
  text: string;
}

/** All that is wrong in a form, at its top and said at once, each with the way to its field. */
export function ErrorSummary({ errors }: { errors: FormError[] }) {
  return (
    <div role="alert" className="empty:hidden">
      {errors.length > 0 && (
        <div className="flex gap-3 rounded-2xl border border-red-200 bg-red-50 p-4">
          <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-red-600" />
          <div className="min-w-0 text-sm">
            <p className="font-semibold">Please check your entries</p>
            <ul className="mt-1">
              {errors.map(({ fieldId, text }) => (
                <li key={text}>
                  {fieldId === null ? (
                    <span className="inline-flex min-h-6 items-center">{text}</span>
                  ) : (
                    <a
                      href={`#${fieldId}`}
                      className="inline-flex min-h-6 items-center font-medium text-red-700 underline underline-offset-4 hover:text-red-800"
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(fieldId)?.focus();
                      }}
                    >
                      {text}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
