package dev.stampede.load;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/// Keeps Gatling from asking Maven Central for its latest release, and from writing the answer into the user's home:
/// there is no setting for it, but it asks only where its preferences hold no recent answer.
public final class QuietPreferences implements PreferencesFactory {

    private static final String FACTORY = "java.util.prefs.PreferencesFactory";

    private final Preferences root = new Node(null, "");

    static void use() {
        System.setProperty(FACTORY, QuietPreferences.class.getName());
    }

    @Override
    public Preferences systemRoot() {
        return root;
    }

    @Override
    public Preferences userRoot() {
        return root;
    }

    private static final class Node extends AbstractPreferences {

        Node(@Nullable AbstractPreferences parent, String name) {
            super(parent, name);
        }

        @Override
        protected @Nullable String getSpi(String key) {
            return key.equals("lastCheckTimestamp") ? Long.toString(System.currentTimeMillis()) : null;
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new Node(this, name);
        }

        @Override
        protected String[] keysSpi() {
            return new String[0];
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected void putSpi(String key, String value) {}

        @Override
        protected void removeSpi(String key) {}

        @Override
        protected void removeNodeSpi() {}

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }
}
