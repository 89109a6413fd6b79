package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Reading.Fault;
import dev.stampede.dynamodb.expression.Syntax.Change;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.expression.Token.Kind;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/// Reads updates.
final class UpdateParser {

    private static final Set<String> KEYWORDS = Set.of("set", "remove", "add", "delete");

    private final Reading reading;
    private final Terms terms;
    private final List<Change> changes = new ArrayList<>();

    private UpdateParser(String text) {
        reading = new Reading(text);
        terms = new Terms(reading, KEYWORDS, Functions.OF_UPDATES, "an update expression");
    }

    /// @throws DynamoDbException when something is wrong with the text, whatever its placeholders stand for
    static List<Change> parse(String text) {
        UpdateParser parser = new UpdateParser(text);
        parser.sections();
        parser.reading.refuse(
                Fault.PARENTHESES,
                Fault.RESERVED_WORD,
                Fault.UNKNOWN_FUNCTION,
                Fault.FOREIGN_FUNCTION,
                Fault.MISUSED_FUNCTION,
                Fault.REPEATED_SECTION);
        return parser.changes;
    }

    private void sections() {
        Set<String> seen = new HashSet<>();
        do {
            String section = reading.next().text().toUpperCase(Locale.ROOT);
            switch (section) {
                case "SET" -> section(this::set);
                case "REMOVE" -> section(() -> new Change.Remove(terms.place()));
                case "ADD" -> section(() -> new Change.Add(terms.place(), terms.value()));
                case "DELETE" -> section(() -> new Change.Delete(terms.place(), terms.value()));
                default -> throw reading.syntaxError();
            }
            if (!seen.add(section)) {
                reading.repeatedSection(section);
            }
        } while (reading.next().kind() != Kind.END);
    }

    private void section(Supplier<Change> change) {
        reading.take(Kind.WORD);
        do {
            changes.add(change.get());
        } while (reading.tookSign(","));
    }

    private Change set() {
        Term.Place place = terms.place();
        reading.requireSign("=");
        return new Change.Set(place, value());
    }

    /// An operand, or a sum or difference of two, which alone may stand in parentheses.
    private Term value() {
        Term left;
        if (reading.next().isSign("(")) {
            left = group(this::value);
            if (left instanceof Term.Sum) {
                return left;
            }
        } else {
            left = operand();
        }
        for (String sign : List.of("+", "-")) {
            if (reading.tookSign(sign)) {
                reading.countOperator();
                return new Term.Sum(left, sign, operand());
            }
        }
        return left;
    }

    private Term operand() {
        return reading.next().isSign("(") ? group(this::operand) : terms.term(this::argument);
    }

    private Term group(Supplier<Term> inner) {
        int open = reading.open();
        Term read = inner.get();
        reading.close(open);
        return read;
    }

    private Term argument() {
        Term read = operand();
        if (read instanceof Term.Call(String function, _) && !function.equals(Functions.IF_NOT_EXISTS)) {
            reading.misused(function);
        }
        return read;
    }
}
