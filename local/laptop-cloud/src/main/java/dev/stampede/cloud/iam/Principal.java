package dev.stampede.cloud.iam;

/// Who calls.
public sealed interface Principal {

    /// What it is called in the meter and the journal.
    String session();

    String arn();

    /// The user of the machine, with whatever keys: everything is allowed.
    record Operator() implements Principal {
        @Override
        public String session() {
            return "operator";
        }

        @Override
        public String arn() {
            return "arn:aws:iam::000000000000:root";
        }
    }

    /// @param roleArn the role acted as
    /// @param session who acts, such as the function's name
    record Role(String roleArn, String session) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::000000000000:assumed-role/" + roleArn.substring(roleArn.lastIndexOf('/') + 1) + "/"
                    + session;
        }
    }
}
