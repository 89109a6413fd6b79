package dev.stampede.dynamodb.expression;

import java.util.List;
import java.util.function.Consumer;

/// What an expression's text says, before its placeholders are looked up.
sealed interface Syntax {

    /// Something that has a value.
    sealed interface Term extends Syntax {

        /// Tells of every placeholder in it, such as `#name` and `:value`, from the left.
        void placeholders(Consumer<String> found);

        /// A path.
        record Place(List<Part> parts) implements Term {
            @Override
            public void placeholders(Consumer<String> found) {
                for (Part part : parts) {
                    if (part instanceof Part.Name(String text) && isPlaceholder(text)) {
                        found.accept(text);
                    }
                }
            }
        }

        record Value(String placeholder) implements Term {
            @Override
            public void placeholders(Consumer<String> found) {
                found.accept(placeholder);
            }
        }

        record Call(String function, List<Term> arguments) implements Term {
            @Override
            public void placeholders(Consumer<String> found) {
                arguments.forEach(each -> each.placeholders(found));
            }
        }

        /// @param sign `+` or `-`
        record Sum(Term left, String sign, Term right) implements Term {
            @Override
            public void placeholders(Consumer<String> found) {
                left.placeholders(found);
                right.placeholders(found);
            }
        }
    }

    sealed interface Part {
        /// @param text as it is written: a name, or a placeholder for one
        record Name(String text) implements Part {}

        record Index(int index) implements Part {}
    }

    /// Something that is true or false.
    sealed interface Clause extends Syntax {
        record And(List<Clause> all) implements Clause {}

        record Or(List<Clause> any) implements Clause {}

        record Not(Clause clause) implements Clause {}

        record Compare(Term left, Comparator comparator, Term right) implements Clause {}

        record Between(Term operand, Term lower, Term upper) implements Clause {}

        record In(Term operand, List<Term> values) implements Clause {}

        record Test(Term.Call call) implements Clause {}
    }

    /// One change of an update.
    sealed interface Change {
        Term.Place place();

        record Set(Term.Place place, Term value) implements Change {}

        record Remove(Term.Place place) implements Change {}

        record Add(Term.Place place, Term.Value value) implements Change {}

        record Delete(Term.Place place, Term.Value value) implements Change {}
    }

    static boolean isPlaceholder(String name) {
        return name.charAt(0) == '#';
    }
}
