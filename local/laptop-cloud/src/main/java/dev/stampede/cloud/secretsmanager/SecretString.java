package dev.stampede.cloud.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.gateway.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// Makes a secret's first value as the template asks
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html).
final class SecretString {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final int DEFAULT_LENGTH = 32;

    private SecretString() {}

    static String of(Resource secret) {
        return secret.optionalText("SecretString").orElseGet(() -> generated(secret));
    }

    private static String generated(Resource secret) {
        String password = password(secret);
        return secret.optionalText("GenerateSecretString/SecretStringTemplate")
                .map(template -> {
                    try {
                        ObjectNode object = (ObjectNode) Protocol.MAPPER.readTree(template);
                        return object.put(secret.text("GenerateSecretString/GenerateStringKey"), password).toString();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(password);
    }

    private static String password(Resource secret) {
        String excluded = secret.optionalText("GenerateSecretString/ExcludeCharacters").orElse("");
        List<String> types = new ArrayList<>();
        add(types, secret, "ExcludeLowercase", LOWER, excluded);
        add(types, secret, "ExcludeUppercase", LOWER.toUpperCase(java.util.Locale.ROOT), excluded);
        add(types, secret, "ExcludeNumbers", "0123456789", excluded);
        add(types, secret, "ExcludePunctuation", PUNCTUATION, excluded);
        if (secret.flag("GenerateSecretString/IncludeSpace")) {
            types.add(" ");
        }
        boolean each = secret.optionalText("GenerateSecretString/RequireEachIncludedType").map(Boolean::parseBoolean)
                .orElse(true);
        int length = secret.integer("GenerateSecretString/PasswordLength", DEFAULT_LENGTH);
        List<Character> characters = new ArrayList<>();
        if (each) {
            types.forEach(type -> characters.add(pick(type)));
        }
        String all = String.join("", types);
        while (characters.size() < length) {
            characters.add(pick(all));
        }
        Collections.shuffle(characters, RANDOM);
        return characters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static void add(List<String> types, Resource secret, String exclude, String characters, String excluded) {
        String left = characters.chars()
                .filter(each -> excluded.indexOf(each) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (!secret.flag("GenerateSecretString/" + exclude) && !left.isEmpty()) {
            types.add(left);
        }
    }

    private static char pick(String characters) {
        return characters.charAt(RANDOM.nextInt(characters.length()));
    }
}
