package dev.stampede.cloud.iam;

/// Hands out credentials for roles.
@FunctionalInterface
public interface Roles {

    /// @param roleArn the role to act as
    /// @param session who acts, such as the function's name; it appears in the meter and in denials
    Credentials assume(String roleArn, String session);
}
