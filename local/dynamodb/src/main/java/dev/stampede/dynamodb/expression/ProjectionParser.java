package dev.stampede.dynamodb.expression;

import dev.stampede.dynamodb.expression.Reading.Fault;
import dev.stampede.dynamodb.expression.Syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads projections.
final class ProjectionParser {

    private ProjectionParser() {}

    /// @throws dev.stampede.dynamodb.operation.DynamoDbException when something is wrong with the text, whatever its
    ///                                                 placeholders stand for
    static List<Term.Place> parse(String text) {
        Reading reading = new Reading(text);
        Terms terms = new Terms(reading, Set.of(), Set.of(), "a projection expression");
        List<Term.Place> places = new ArrayList<>();
        do {
            places.add(terms.place());
        } while (reading.tookSign(","));
        reading.requireEnd();
        reading.refuse(Fault.RESERVED_WORD);
        return places;
    }
}
