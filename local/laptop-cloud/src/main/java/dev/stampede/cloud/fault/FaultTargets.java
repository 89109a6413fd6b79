package dev.stampede.cloud.fault;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names there are, so that a misspelt rule is told instead of doing nothing.
///
/// @param functions by name
/// @param sources   of deliveries: queues, tables for their streams, topics
public record FaultTargets(Set<String> functions, Set<String> sources) {

    static final String OPERATOR = "operator";

    public static FaultTargets of(Template template) {
        return new FaultTargets(
                // The others are helpers of CDK for a deployment, which do not run here.
                template.ofType("AWS::Lambda::Function").stream()
                        .filter(function -> function.optionalText("Runtime").orElse("").startsWith("java"))
                        .map(Resource::name)
                        .collect(Collectors.toSet()),
                Stream.of("AWS::SQS::Queue", "AWS::DynamoDB::Table", "AWS::SNS::Topic")
                        .flatMap(type -> template.ofType(type).stream())
                        .map(Resource::name)
                        .collect(Collectors.toSet()));
    }

    /// @throws IllegalArgumentException with a sentence for the user
    void check(FaultRule rule) {
        boolean source = rule.kind().where == FaultKind.Where.SOURCE;
        Set<String> names = new TreeSet<>(source ? sources : functions);
        if (rule.isOfCalls()) {
            names.add(OPERATOR);
        }
        if (names.stream().noneMatch(name -> rule.matches(0, name))) {
            throw new IllegalArgumentException("The fault rule '" + rule + "' is about no "
                    + (source ? "queue, stream or topic" : "function") + " that there is; there are "
                    + String.join(", ", names) + ".");
        }
    }
}
