package dev.stampede.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A project folder as it is after a build, with tiny files in place of the jars and the storefront.
///
/// The templates do not depend on what is in an artifact, only its hash does, so these tests need no build before them.
final class ShopFolder {
    private static final List<String> MODULES =
            List.of("analytics", "cart", "catalog", "customers", "email", "fraud", "fulfilment", "guest-access",
                    "inventory",
                    "ordering", "payment", "reservation", "stream-processor");

    private ShopFolder() {}

    static Path built(Path root) {
        MODULES.forEach(
                module -> write(root.resolve("functions").resolve(module).resolve("target/function.jar"), module));
        write(root.resolve("frontend/dist/index.html"), "<!doctype html>");
        write(root.resolve("frontend/dist/robots.txt"), "User-agent: *\nDisallow: /admin\n");
        write(root.resolve("frontend/dist/assets/index-abc.js"), "");
        write(root.resolve("frontend/dist/images/products/rtx-4090.svg"), "<svg/>");
        return root;
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
