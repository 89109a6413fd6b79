import { FormBody } from "@/components/ui/form-body";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { explainStaff } from "@/features/admin/explain";
import { descriptionIn, FIELD_OF, problemsOf, type ProductDraft } from "@/features/admin/product-draft";
import { useDraft } from "@/features/admin/use-draft";
import type { ProductDescription } from "@/lib/api-types";
import { type Problem, useSubmission } from "@/lib/use-submission";

type TextName = Exclude<keyof ProductDraft, "onSale" | "saleAsRead">;

interface ProductFormProps {
  initial: ProductDraft;
  isNew: boolean;
  /** What was entered goes along, so that it can be shown where it did not get in. */
  save: (id: string, description: ProductDescription, draft: ProductDraft) => Promise<void>;
}

export function ProductForm({ initial, isNew, save }: ProductFormProps) {
  const [draft, setDraft] = useDraft(initial);
  const submission = useSubmission({
    check: () => problemsOf(draft, isNew),
    send: () => save(draft.id, descriptionIn(draft), draft),
    explain: explainProduct,
  });

  const field = (name: TextName, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      id={name}
      name={name}
      autoComplete="off"
      value={draft[name]}
      readOnly={submission.busy}
      error={submission.problemOf(name)}
      onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      {...more}
    />
  );

  return (
    <FormBody submission={submission} action={isNew ? "Create product" : "Save changes"} busyAction="Saving…">
      {isNew &&
        field("id", "Id", {
          hint: "Part of the product’s address; it never changes.",
          maxLength: 64,
          spellCheck: false,
        })}
      {field("name", "Name", { maxLength: 200 })}
      <div>
        <TextArea
          label="Description"
          name="description"
          rows={5}
          maxLength={4000}
          value={draft.description}
          readOnly={submission.busy}
          onChange={(event) => setDraft({ ...draft, description: event.target.value })}
        />
        {submission.problemOf("description") && (
          <p className="mt-1.5 text-sm font-medium text-red-600">{submission.problemOf("description")}</p>
        )}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        {field("category", "Category", { hint: "Such as graphics-cards.", maxLength: 64, spellCheck: false })}
        {field("image", "Picture (optional)", {
          hint: "A path of this site, such as /images/product.svg.",
          maxLength: 500,
          spellCheck: false,
        })}
        {field("price", "Price in USD", { inputMode: "decimal" })}
        {field("originalPrice", "Price before (optional)", { inputMode: "decimal" })}
        {field("limitPerCustomer", "Limit for each customer (optional)", { inputMode: "numeric" })}
      </div>
      <fieldset className="min-w-0 rounded-2xl border border-slate-200 p-4">
        <legend className="px-1">
          <label className="flex min-h-6 items-center gap-3 text-sm font-semibold">
            <input
              type="checkbox"
              className="size-5 accent-blue-600"
              checked={draft.onSale}
              onChange={(event) => setDraft({ ...draft, onSale: event.target.checked })}
            />
            With a sale
          </label>
        </legend>
        {draft.onSale ? (
          <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
            {field("saleId", "Id of the sale", {
              hint: "Another sale needs another id.",
              maxLength: 64,
              spellCheck: false,
            })}
            {field("salePrice", "Price in the sale", { inputMode: "decimal" })}
            {field("saleStartsAt", "Starts (your time)", {
              type: "datetime-local",
              step: 1,
              hint: "Nobody can order the product before then, not even at its usual price.",
            })}
            {field("saleEndsAt", "Ends (your time)", { type: "datetime-local", step: 1 })}
            {field("saleUnits", "Units in the sale", { inputMode: "numeric" })}
            {field("saleLimit", "Limit for each customer in it (optional)", { inputMode: "numeric" })}
          </div>
        ) : (
          <p className="text-sm text-slate-600">A number of units at a lower price between two moments.</p>
        )}
      </fieldset>
    </FormBody>
  );
}

function explainProduct(error: unknown): Problem[] {
  return explainStaff(error, Object.keys(FIELD_OF)).map(({ field, message }) => ({
    field: field === null ? null : (FIELD_OF[field] ?? null),
    message,
  }));
}
