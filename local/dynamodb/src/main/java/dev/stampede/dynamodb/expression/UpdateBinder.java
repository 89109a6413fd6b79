package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Operand.Literal;
import dev.stampede.dynamodb.expression.Syntax.Change;
import dev.stampede.dynamodb.expression.Syntax.Term;
import dev.stampede.dynamodb.operation.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Makes an update of its text's meaning and the request's names and values. The whole is checked for one thing after
/// another: names, values, paths that overlap, what is added or deleted, functions.
final class UpdateBinder {

    private static final String MISMATCH = "An operand in the update expression has an incorrect data type";
    /// The types as messages about ADD and DELETE name them.
    private static final Map<String, String> LONG_NAMES = Map.of(
            "S", "STRING", "N", "NUMBER", "B", "BINARY", "BOOL", "BOOLEAN", "NULL", "NULL", "L", "LIST", "M", "MAP");

    private static final Set<String> SETS = Set.of("SS", "NS", "BS");
    private static final Set<String> ADDABLE = Set.of("N", "SS", "NS", "BS");

    private final Placeholders placeholders;

    UpdateBinder(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /// @throws DynamoDbException when what the placeholders stand for does not fit
    Update bind(List<Change> changes) {
        List<String> used = new ArrayList<>();
        changes.forEach(change -> placeholders(change, used::add));
        use(used, true);
        use(used, false);
        List<Path> paths = new ArrayList<>(changes.size());
        changes.forEach(change -> paths.add(placeholders.path(change.place())));
        List<Action> actions = new ArrayList<>(paths.size());
        try {
            changes.forEach(this::checkAddedAndDeleted);
            for (int i = 0; i < paths.size(); i++) {
                actions.add(action(paths.get(i), changes.get(i)));
            }
        } catch (DynamoDbException e) {
            // Paths that overlap are told first; in a sound update the tree of paths is made only once.
            PathTree.of(paths.stream().map(path -> Map.entry(path, path)).toList());
            throw e;
        }
        return new Update(actions);
    }

    private void use(List<String> used, boolean names) {
        for (String each : used) {
            if (Syntax.isPlaceholder(each) == names) {
                placeholders.use(each);
            }
        }
    }

    private static void placeholders(Change change, Consumer<String> found) {
        change.place().placeholders(found);
        switch (change) {
            case Change.Set(_, Term value) -> value.placeholders(found);
            case Change.Add(_, Term.Value value) -> value.placeholders(found);
            case Change.Delete(_, Term.Value value) -> value.placeholders(found);
            case Change.Remove _ -> {}
        }
    }

    private void checkAddedAndDeleted(Change change) {
        switch (change) {
            case Change.Add(_, Term.Value value) -> check("ADD", value, ADDABLE);
            case Change.Delete(_, Term.Value value) -> check("DELETE", value, SETS);
            case Change.Set _,Change.Remove _ -> {}
        }
    }

    private void check(String operator, Term.Value value, Set<String> types) {
        String type = placeholders.value(value).type();
        if (!types.contains(type)) {
            throw DynamoDbException.validation("Incorrect operand type for operator or function; operator: " + operator
                    + ", operand type: " + LONG_NAMES.get(type));
        }
    }

    private Action action(Path path, Change change) {
        return switch (change) {
            case Change.Set(_, Term value) -> new Action.Set(path, operand(value));
            case Change.Remove _ -> new Action.Remove(path);
            case Change.Add(_, Term.Value value) -> new Action.Add(path, placeholders.value(value), MISMATCH);
            case Change.Delete(_, Term.Value value) -> new Action.Delete(path, placeholders.value(value), MISMATCH);
        };
    }

    private Operand operand(Term term) {
        return switch (term) {
            case Term.Place place -> placeholders.path(place);
            case Term.Value value -> new Literal(placeholders.value(value));
            case Term.Call(String function, var arguments) -> function(function, arguments);
            case Term.Sum(Term left, String sign, Term right) -> sum(operand(left), sign, operand(right));
        };
    }

    private Operand function(String function, List<Term> arguments) {
        OperandChecks.arity(function, arguments.size());
        Operand left = operand(arguments.getFirst());
        Operand right = operand(arguments.getLast());
        if (function.equals(Functions.IF_NOT_EXISTS)) {
            return new Computed.IfNotExists(OperandChecks.path(function, left), right);
        }
        OperandChecks.requireTypes(function, List.of(left, right), Set.of("L"));
        return new Computed.ListAppend(left, right);
    }

    private static Operand sum(Operand left, String sign, Operand right) {
        OperandChecks.requireTypes(sign, List.of(left, right), Set.of("N"));
        return sign.equals("+") ? new Computed.Sum(left, right) : new Computed.Difference(left, right);
    }
}
