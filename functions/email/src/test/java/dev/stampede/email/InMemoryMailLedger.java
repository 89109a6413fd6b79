package dev.stampede.email;

import dev.stampede.email.MailLedger.Claim.AlreadySent;
import dev.stampede.email.MailLedger.Claim.Busy;
import dev.stampede.email.MailLedger.Claim.Granted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Leases lapse when they are told to.
final class InMemoryMailLedger implements MailLedger {

    private final Map<String, String> leases = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private boolean lapsed;
    private int claims;

    void lapse() {
        lapsed = true;
    }

    @Override
    public Claim claim(String mailId) {
        if (sent.contains(mailId)) {
            return new AlreadySent();
        }
        if (leases.containsKey(mailId) && !lapsed) {
            return new Busy();
        }
        lapsed = false;
        String lease = "lease-" + claims++;
        leases.put(mailId, lease);
        return new Granted(lease);
    }

    @Override
    public void release(String mailId, String lease) {
        if (!sent.contains(mailId)) {
            leases.remove(mailId, lease);
        }
    }

    @Override
    public boolean complete(String mailId, String lease) {
        return lease.equals(leases.get(mailId)) && sent.add(mailId);
    }
}
