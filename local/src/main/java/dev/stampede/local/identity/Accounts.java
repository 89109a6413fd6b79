package dev.stampede.local.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The users of all pools, kept in a file; the demo users are there from the start. Not safe for several threads:
/// [CognitoOperations] lets one in at a time.
final class Accounts {

    private final Path file;
    private final List<Account> accounts;

    Accounts(Path stateDir, List<UserPool> pools, Instant now) {
        this.file = stateDir.resolve("users.json");
        this.accounts = read();
        boolean seeded = false;
        for (UserPool pool : pools) {
            for (DemoUser user : DemoUser.ALL) {
                if (named(pool, user.email()).isEmpty()) {
                    accounts.add(Account.of(pool.id(), user, now));
                    seeded = true;
                }
            }
        }
        if (seeded) {
            save();
        }
    }

    /// @param name an address in any case, or a `sub`
    Optional<Account> named(UserPool pool, String name) {
        return find(pool, account -> account.email.equalsIgnoreCase(name) || account.sub.equals(name));
    }

    Optional<Account> withSub(UserPool pool, String sub) {
        return find(pool, account -> account.sub.equals(sub));
    }

    /// In the order in which they came.
    List<Account> of(UserPool pool) {
        return accounts.stream().filter(account -> account.pool.equals(pool.id())).toList();
    }

    void add(Account account) {
        accounts.add(account);
        save();
    }

    void changed(Account account, Instant now) {
        account.changedAt = now.toEpochMilli();
        save();
    }

    private Optional<Account> find(UserPool pool, Predicate<Account> wanted) {
        return accounts.stream().filter(account -> account.pool.equals(pool.id())).filter(wanted).findFirst();
    }

    private List<Account> read() {
        try {
            return Files.exists(file)
                    ? LocalIdentity.JSON.readValue(file.toFile(), new TypeReference<ArrayList<Account>>() {})
                    : new ArrayList<>();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read; './stampede reset' forgets it", e);
        }
    }

    private void save() {
        try {
            // Readable for its owner only; moved, so that a half-written file is never read.
            Path written = Files.createTempFile(file.getParent(), "users", ".tmp");
            LocalIdentity.JSON.writeValue(written.toFile(), accounts);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the users in " + file, e);
        }
    }
}
