package dev.stampede.cloud.cloudformation;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References to secrets that CloudFormation replaces with their values when it deploys
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html). A template
/// is read with them in it; whoever uses a text has them resolved.
public final class DynamicReferences {

    private static final String BEGIN = "{{resolve:";
    private static final Pattern WHOLE_SECRET =
            Pattern.compile("\\{\\{resolve:secretsmanager:([^{}]+?):SecretString:::}}");

    private DynamicReferences() {}

    public static boolean areIn(String text) {
        return text.contains(BEGIN);
    }

    /// @param secrets the value of a secret by its ARN
    public static String resolve(String text, UnaryOperator<String> secrets) {
        String resolved = WHOLE_SECRET.matcher(text).replaceAll(
                reference -> Matcher.quoteReplacement(secrets.apply(reference.group(1))));
        if (areIn(resolved)) {
            throw new UnsupportedTemplateException("The laptop cloud does not know the dynamic reference " + resolved
                    + ": it resolves whole secrets of Secrets Manager.");
        }
        return resolved;
    }

    /// The variables of a function without those that a deployment would make of secrets.
    public static void leaveOut(Map<String, String> variables) {
        variables.values().removeIf(DynamicReferences::areIn);
    }
}
