package dev.stampede.cloud.iam;

import java.util.List;

/// Whether an access is allowed.
public enum Decision {
    ALLOWED,
    /// No statement allows it.
    NOT_ALLOWED,
    /// A statement denies it, whatever others allow.
    DENIED;

    static Decision of(List<Statement> statements, Access access) {
        Decision decision = NOT_ALLOWED;
        for (Statement statement : statements) {
            if (statement.covers(access)) {
                if (!statement.allow()) {
                    return DENIED;
                }
                decision = ALLOWED;
            }
        }
        return decision;
    }
}
