import { type SubmitEvent, useState } from "react";

/** What is wrong with a form: with one of its fields (by its name), or with all of it. */
export interface Problem {
  field: string | null;
  message: string;
}

interface Submission {
  /** The problems that the form can find without the server. */
  check: () => Problem[];
  send: () => Promise<void>;
  /** Explains a failed request to the user. */
  explain: (error: unknown) => Problem[];
}

export interface Submitting {
  busy: boolean;
  problems: Problem[];
  submit: (event: SubmitEvent) => void;
  problemOf: (field: string) => string | undefined;
}

/** Takes a form from the click on its button to an answer; meanwhile another click has no effect. */
export function useSubmission({ check, send, explain }: Submission): Submitting {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);

  async function run() {
    const found = check();
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setProblems(explain(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    problems,
    submit: (event) => {
      event.preventDefault();
      if (!busy) void run();
    },
    problemOf: (field) => problems.find((problem) => problem.field === field)?.message,
  };
}
