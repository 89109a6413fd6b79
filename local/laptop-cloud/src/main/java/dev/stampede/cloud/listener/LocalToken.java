package dev.stampede.cloud.listener;

import dev.stampede.cloud.state.DiskWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/// Shows that who changes the laptop cloud may read its state folder, which is its owner's only: others who work on the
/// machine reach the port too. It is another one at each start.
///
/// @param file where it can be read
public record LocalToken(Path file, String value) {

    public static final String HEADER = "X-Local-Token";

    private static final int BYTES = 24;

    /// A new one, written down.
    public static LocalToken in(Path folder, DiskWatch disk) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        LocalToken token = new LocalToken(folder.resolve("local-token"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        try {
            disk.disk().replace(token.file, token.value.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Then nobody has it, and what it opens stays shut.
            disk.failed(token.file, e);
        }
        return token;
    }

    /// In constant time, so that a wrong one cannot be mended letter by letter.
    public boolean isGivenBy(String text) {
        return text != null && MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8),
                text.strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "LocalToken in " + file;
    }
}
