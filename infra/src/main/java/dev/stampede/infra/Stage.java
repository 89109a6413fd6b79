package dev.stampede.infra;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The stages between a developer and the shoppers.
public enum Stage {
    DEV, STAGING, PROD;

    /// The stage of that name; an unknown name is refused with the list of known ones.
    public static Stage named(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotSynthesize("There is no stage '%s': use -c stage=%s.".formatted(name,
                        Arrays.stream(values()).map(Stage::label).collect(Collectors.joining("|")))));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
