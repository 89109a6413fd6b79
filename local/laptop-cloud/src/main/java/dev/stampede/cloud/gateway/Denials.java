package dev.stampede.cloud.gateway;

/// Told of every call that a role was not allowed.
@FunctionalInterface
public interface Denials {

    /// @param sentence what AWS says: names the role, the action and the resource
    void denied(String sentence);
}
