package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.KeptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The users of all pools, kept in a file; the demo users are there from the start. Not safe for several threads:
/// [CognitoOperations] lets one in at a time.
final class Accounts {

    private final Path file;
    private final DiskWatch disk;
    private final PasswordHash hash;
    private List<Account> accounts;

    Accounts(Path stateDir, List<UserPool> pools, Instant now, DiskWatch disk, PasswordHash hash) {
        this.file = stateDir.resolve("users.json");
        this.disk = disk;
        this.hash = hash;
        this.accounts = read();
        boolean seeded = false;
        for (UserPool pool : pools) {
            for (DemoUser user : DemoUser.ALL) {
                if (named(pool, user.email()).isEmpty()) {
                    accounts.add(Account.of(pool.id(), user, now, hash));
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

    /// The work of a change, where there is nobody to be changed.
    void changedNobody() {
        save();
    }

    /// How passwords and codes are kept.
    PasswordHash hash() {
        return hash;
    }

    private Optional<Account> find(UserPool pool, Predicate<Account> wanted) {
        return accounts.stream().filter(account -> account.pool.equals(pool.id())).filter(wanted).findFirst();
    }

    private List<Account> read() {
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        try {
            List<Account> kept =
                    LocalIdentity.JSON.readValue(file.toFile(), new TypeReference<ArrayList<Account>>() {});
            if (kept == null || kept.contains(null)) {
                throw new IOException("not a list of users");
            }
            return kept;
        } catch (IOException e) {
            throw KeptState.damaged(file, "the demo users are there then, and nobody else", e);
        }
    }

    private void save() {
        try {
            disk.disk().replaceForGood(file, LocalIdentity.JSON.writeValueAsBytes(accounts));
        } catch (IOException e) {
            disk.failed(file, e);
            // What is refused shall not have happened.
            accounts = read();
            throw new NotKept(e);
        }
    }

    /// A change could not be written down, and was undone.
    static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKept(IOException cause) {
            super("The users could not be written down.", cause);
        }
    }
}
