package dev.stampede.cloud.cognito;

import dev.stampede.cloud.cloudformation.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Which passwords a user pool takes, with Cognito's words for the others.
///
/// @param rules each with what a character must be, of which there must be one
record PasswordPolicy(int minLength, List<Rule> rules) {

    record Rule(String complaint, IntPredicate character) {}

    private static final int MAX_LENGTH = 256;
    // https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
    private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

    static PasswordPolicy of(Resource pool) {
        String policy = "Policies/PasswordPolicy/";
        List<Rule> rules = new ArrayList<>();
        if (pool.at(policy + "RequireLowercase").asBoolean()) {
            rules.add(new Rule("Password must have lowercase characters", each -> each >= 'a' && each <= 'z'));
        }
        if (pool.at(policy + "RequireUppercase").asBoolean()) {
            rules.add(new Rule("Password must have uppercase characters", each -> each >= 'A' && each <= 'Z'));
        }
        if (pool.at(policy + "RequireNumbers").asBoolean()) {
            rules.add(new Rule("Password must have numeric characters", each -> each >= '0' && each <= '9'));
        }
        if (pool.at(policy + "RequireSymbols").asBoolean()) {
            rules.add(new Rule("Password must have symbol characters", each -> SYMBOLS.indexOf(each) >= 0));
        }
        return new PasswordPolicy(pool.integer(policy + "MinimumLength", 8), rules);
    }

    /// What is wrong with a password, if anything.
    Optional<String> complaint(String password) {
        if (password.length() < minLength) {
            return Optional.of("Password did not conform with policy: Password not long enough");
        }
        if (password.length() > MAX_LENGTH) {
            return Optional.of("Password did not conform with policy: Password too long");
        }
        return rules.stream()
                .filter(rule -> password.chars().noneMatch(rule.character()))
                .map(rule -> "Password did not conform with policy: " + rule.complaint())
                .findFirst();
    }
}
