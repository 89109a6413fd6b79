package dev.stampede.cloud.iam;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The keys handed out to roles.
public final class IssuedKeys implements Roles {

    /// AWS's temporary keys begin so; the rest tells ours from keys of the user.
    private static final String PREFIX = "ASIASTAMPEDE";

    private final Map<String, Principal> byKey = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    @Override
    public Credentials assume(String roleArn, String session) {
        String key = PREFIX + random(6).toUpperCase(Locale.ROOT);
        byKey.put(key, new Principal.Role(roleArn, session));
        return new Credentials(key, random(20), random(20));
    }

    /// Empty for a key that an earlier run handed out: a function left over from it must not become the operator.
    public Optional<Principal> caller(String accessKeyId) {
        return accessKeyId.startsWith(PREFIX)
                ? Optional.ofNullable(byKey.get(accessKeyId))
                : Optional.of(new Principal.Operator());
    }

    private String random(int bytes) {
        byte[] random = new byte[bytes];
        this.random.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
