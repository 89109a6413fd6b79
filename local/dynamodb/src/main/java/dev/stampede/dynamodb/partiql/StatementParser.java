package dev.stampede.dynamodb.partiql;

import dev.stampede.dynamodb.expression.Action;
import dev.stampede.dynamodb.expression.Condition;
import dev.stampede.dynamodb.expression.Path;
import dev.stampede.dynamodb.expression.Update;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.partiql.Statement.Returning;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.M;
import dev.stampede.dynamodb.value.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads statements.
final class StatementParser {

    private final Tokens tokens;
    private final Terms terms;

    private StatementParser(Tokens tokens, Iterator<AttributeValue> parameters) {
        this.tokens = tokens;
        this.terms = new Terms(tokens, parameters);
    }

    /// @throws DynamoDbException a ValidationException when it is not one
    static Statement parse(String text, List<AttributeValue> parameters) {
        Iterator<AttributeValue> left = parameters.iterator();
        StatementParser parser = new StatementParser(new Tokens(text), left);
        Statement statement = parser.statement();
        parser.tokens.skip(";");
        if (parser.tokens.peek().kind() != Token.Kind.END) {
            throw parser.tokens.unexpected("end of statement expected");
        }
        if (left.hasNext()) {
            throw DynamoDbException.validation("Number of parameters in request and statement don't match.");
        }
        return statement;
    }

    private Statement statement() {
        Token first = tokens.next();
        return switch (first.kind() == Token.Kind.WORD ? first.upper() : "") {
            case "SELECT" -> select();
            case "INSERT" -> insert();
            case "UPDATE" -> update();
            case "DELETE" -> delete();
            case "EXISTS" -> exists();
            default -> throw Token.refused("SELECT, INSERT, UPDATE or DELETE expected at '" + first.text() + "'");
        };
    }

    /// Reads no further than the table, so whatever [#parse] takes has this target, with any parameters.
    ///
    /// @throws DynamoDbException a ValidationException when it is no beginning of a statement
    static StatementTarget target(String text) {
        StatementParser parser = new StatementParser(new Tokens(text), Collections.emptyIterator());
        Tokens tokens = parser.tokens;
        Token first = tokens.next();
        switch (first.kind() == Token.Kind.WORD ? first.upper() : "") {
            case "SELECT" -> parser.paths();
            case "INSERT" -> tokens.expect("INTO");
            case "UPDATE" -> {}
            case "DELETE" -> tokens.expect("FROM");
            case "EXISTS" -> {
                tokens.expect("(");
                tokens.expect("SELECT");
                parser.paths();
            }
            default -> throw Token.refused("no statement begins with '" + first.text() + "'");
        }
        boolean selects = first.is("SELECT") || first.is("EXISTS");
        String verb =
                selects ? "Select" : first.upper().charAt(0) + first.upper().substring(1).toLowerCase(Locale.ROOT);
        String table = tokens.name();
        return new StatementTarget(verb, table, selects ? parser.index() : Optional.empty());
    }

    /// What is selected; empty for `*`.
    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        if (!tokens.skip("*")) {
            do {
                paths.add(terms.path());
            } while (tokens.skip(","));
        }
        tokens.expect("FROM");
        return paths;
    }

    private Optional<String> index() {
        return tokens.skip(".") ? Optional.of(tokens.name()) : Optional.empty();
    }

    private Statement.Select select() {
        List<Path> paths = paths();
        String table = tokens.name();
        Optional<String> index = index();
        Optional<Condition> where = tokens.skip("WHERE") ? Optional.of(condition()) : Optional.empty();
        List<String> order = new ArrayList<>();
        boolean descending = false;
        if (tokens.skip("ORDER")) {
            tokens.expect("BY");
            do {
                order.add(tokens.name());
                descending = tokens.skip("DESC");
                if (!descending) {
                    tokens.skip("ASC");
                }
            } while (tokens.skip(","));
        }
        return new Statement.Select(paths, table, index, where, order, descending);
    }

    private Statement insert() {
        tokens.expect("INTO");
        String table = tokens.name();
        tokens.expect("VALUE");
        if (!tokens.peek().is("{") || !(terms.value() instanceof M(var item))) {
            throw Token.refused("INSERT wants an item in braces");
        }
        // What a literal may be is what JSON may be: names, depth.
        return new Statement.Insert(table, ValueJson.readItem(ValueJson.write(item)));
    }

    private Statement update() {
        String table = tokens.name();
        List<Action> actions = new ArrayList<>();
        while (tokens.peek().is("SET") || tokens.peek().is("REMOVE")) {
            boolean sets = tokens.next().is("SET");
            do {
                actions.add(sets ? set() : new Action.Remove(terms.path()));
            } while (tokens.skip(","));
        }
        if (actions.isEmpty()) {
            throw tokens.unexpected("SET or REMOVE expected");
        }
        tokens.expect("WHERE");
        Condition where = condition();
        return new Statement.Change(table, new Update(actions), where, returning());
    }

    /// `path = value`, or `path = set_add(path, set)` and `set_delete`, which are actions of their own.
    private Action set() {
        Path path = terms.path();
        tokens.expect("=");
        boolean adds = tokens.peek().is("set_add");
        if ((adds || tokens.peek().is("set_delete")) && tokens.peek(1).is("(")) {
            tokens.next();
            tokens.expect("(");
            Path changed = terms.path();
            tokens.expect(",");
            AttributeValue value = terms.value();
            tokens.expect(")");
            if (!changed.equals(path)) {
                throw Token.refused("set_add and set_delete change the attribute that they are assigned to");
            }
            String mismatch = "An operand in the update expression has an incorrect data type";
            return adds ? new Action.Add(path, value, mismatch) : new Action.Delete(path, value, mismatch);
        }
        return new Action.Set(path, terms.operand());
    }

    private Statement delete() {
        tokens.expect("FROM");
        String table = tokens.name();
        tokens.expect("WHERE");
        Condition where = condition();
        Returning returning = returning();
        if (returning != Returning.NOTHING && returning != Returning.ALL_OLD) {
            throw Token.refused("DELETE returns ALL OLD * only");
        }
        return new Statement.Delete(table, where, returning);
    }

    private Statement exists() {
        tokens.expect("(");
        tokens.expect("SELECT");
        Statement.Select select = select();
        tokens.expect(")");
        if (select.index().isPresent()) {
            throw Token.refused("EXISTS cannot read an index");
        }
        return new Statement.Exists(select.table(), select.where().orElseThrow(
                () -> Token.refused("EXISTS wants a WHERE clause")));
    }

    private Condition condition() {
        return new Conditions(tokens, terms).condition();
    }

    private Returning returning() {
        if (!tokens.skip("RETURNING")) {
            return Returning.NOTHING;
        }
        String which = tokens.next().upper() + "_" + tokens.next().upper();
        tokens.expect("*");
        for (Returning each : Returning.values()) {
            if (each.name().equals(which) && each != Returning.NOTHING) {
                return each;
            }
        }
        throw Token.refused("RETURNING wants ALL or MODIFIED, and OLD or NEW");
    }
}
