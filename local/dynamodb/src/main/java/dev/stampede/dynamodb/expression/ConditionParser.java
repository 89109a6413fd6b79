package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Reading.Fault;
import dev.stampede.dynamodb.expression.Syntax.Clause;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads conditions. What stands in parentheses may be a condition or an operand, which shows only behind them; so both
/// are read by the same methods, and told apart where one of them is wanted.
final class ConditionParser {

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in", "between");
    private static final int MOST_VALUES = 100;

    private final Reading reading;
    private final Terms terms;

    private ConditionParser(String text, String kindOfExpression) {
        reading = new Reading(text);
        terms = new Terms(reading, KEYWORDS, Functions.OF_CONDITIONS, kindOfExpression);
    }

    /// @param kindOfExpression as messages say it, such as `a condition expression`
    /// @throws DynamoDbException when something is wrong with the text, whatever its placeholders stand for
    static Clause parse(String text, String kindOfExpression) {
        ConditionParser parser = new ConditionParser(text, kindOfExpression);
        Clause clause = parser.clause(parser.or());
        parser.reading.requireEnd();
        parser.reading.refuse(
                Fault.PARENTHESES,
                Fault.UNKNOWN_FUNCTION,
                Fault.FOREIGN_FUNCTION,
                Fault.MISUSED_FUNCTION,
                Fault.RESERVED_WORD);
        return clause;
    }

    private Syntax or() {
        Syntax first = and();
        if (!reading.next().isWord("or")) {
            return first;
        }
        List<Clause> any = new ArrayList<>();
        any.add(clause(first));
        while (reading.tookWord("or")) {
            reading.countOperator();
            any.add(clause(and()));
        }
        return new Clause.Or(any);
    }

    private Syntax and() {
        Syntax first = not();
        if (!reading.next().isWord("and")) {
            return first;
        }
        List<Clause> all = new ArrayList<>();
        all.add(clause(first));
        while (reading.tookWord("and")) {
            reading.countOperator();
            all.add(clause(not()));
        }
        return new Clause.And(all);
    }

    private Syntax not() {
        int negations = 0;
        while (reading.tookWord("not")) {
            reading.countOperator();
            negations++;
        }
        Syntax read = comparison();
        for (; negations > 0; negations--) {
            read = new Clause.Not(clause(read));
        }
        return read;
    }

    private Syntax comparison() {
        Syntax left = operandOrGroup();
        if (!(left instanceof Term operand)) {
            return left;
        }
        for (Comparator comparator : Comparator.values()) {
            if (reading.tookSign(comparator.sign())) {
                reading.countOperator();
                return new Clause.Compare(used(operand), comparator, operand());
            }
        }
        if (reading.tookWord("between")) {
            reading.countOperator();
            used(operand);
            Term lower = operand();
            if (!reading.tookWord("and")) {
                throw reading.syntaxError();
            }
            return new Clause.Between(operand, lower, operand());
        }
        if (reading.tookWord("in")) {
            reading.countOperator();
            return in(used(operand));
        }
        return left;
    }

    private Clause in(Term operand) {
        List<Term> values = terms.list(this::operand);
        if (values.size() > MOST_VALUES) {
            throw DynamoDbException.validation(
                    "The IN operator is provided with too many operands; number of operands: " + values.size());
        }
        return new Clause.In(operand, values);
    }

    private Term operand() {
        if (operandOrGroup() instanceof Term operand) {
            return used(operand);
        }
        throw reading.syntaxError();
    }

    private Syntax operandOrGroup() {
        if (!reading.next().isSign("(")) {
            return terms.term(this::operand);
        }
        int open = reading.open();
        Syntax inner = or();
        reading.close(open);
        // A path may go on behind the parentheses: `(a).b`.
        return inner instanceof Term.Place(var parts) ? terms.place(new ArrayList<>(parts)) : inner;
    }

    /// Only `size` has a value that an operator or a function can use.
    private Term used(Term operand) {
        if (operand instanceof Term.Call(String function, _) && !function.equals(Functions.SIZE)) {
            reading.misused(function);
        }
        return operand;
    }

    private Clause clause(Syntax read) {
        return switch (read) {
            case Clause clause -> clause;
            case Term.Call call -> {
                if (call.function().equals(Functions.SIZE)) {
                    reading.misused(Functions.SIZE);
                }
                yield new Clause.Test(call);
            }
            case Term _ -> throw reading.syntaxError();
        };
    }
}
