package dev.stampede.cloud.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A state folder at the start: may it be written, and is all there that was there before?
public final class KeptState {

    /// What starts anew without each of them, in words.
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "dynamodb", "the tables start empty: orders, stock and carts of before are gone",
            "sqs", "the queues start empty: what waited in them is gone",
            "secrets.json", "receipts, cart tokens and codes given out before are no longer valid",
            "identity/users.json", "who signed up before is unknown; the demo users are there",
            "identity/signing-key.json", "everybody has to sign in again"));

    private KeptState() {}

    /// Makes the folder where it is missing, for its owner only.
    ///
    /// @throws IllegalStateException with a sentence that names the folder and says what to do
    public static void open(Path state) {
        Path nearest = state.toAbsolutePath();
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest != null && !Files.isDirectory(nearest)) {
            throw new IllegalStateException(
                    nearest + " is a file, and the shop's state needs a folder there. Move it away,"
                            + " or choose another folder with --state.");
        }
        try {
            if (!Files.isDirectory(state)) {
                LocalDisk.folder(state);
            }
            LocalDisk.folder(state.resolve("data"));
            LocalDisk.folder(state.resolve("logs"));
        } catch (IOException e) {
            throw cannotBeWritten(state, e);
        }
    }

    public static IllegalStateException cannotBeWritten(Path state, IOException why) {
        return new IllegalStateException("The state folder " + state + " cannot be written: " + Disk.words(why)
                + ". Make it writable, or choose another folder with --state.", why);
    }

    /// A sentence for each part that is missing although others are there. To be asked before anything makes it anew.
    public static void sayWhatIsMissing(Path data, Consumer<String> say) {
        List<String> missing = PARTS.keySet().stream().filter(part -> !isThere(data.resolve(part))).toList();
        if (missing.size() < PARTS.size()) {
            missing.forEach(part -> say.accept(data.resolve(part) + " is missing although there is other state: "
                    + PARTS.get(part) + ". To start from the seed: ./stampede reset"));
        }
    }

    private static boolean isThere(Path part) {
        if (!Files.isDirectory(part)) {
            return Files.exists(part);
        }
        try (Stream<Path> files = Files.list(part)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    /// What to say of a file that cannot be understood.
    ///
    /// @param without what the shop has to do without when the file is deleted
    public static IllegalStateException damaged(Path file, String without, Exception why) {
        return new IllegalStateException(file + " is damaged. Put a copy of it back, or delete it (" + without
                + "), or forget all state with ./stampede reset.", why);
    }
}
