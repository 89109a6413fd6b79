package dev.stampede.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The shop under load. Nobody else's host is hit by mistake: it is this machine, or a host that was allowed by name.
///
/// @param shop     where shoppers go, such as `http://127.0.0.1:8080`; the API is under `/api`
/// @param operator the laptop cloud's AWS endpoint, which adds products for a test
public record Target(URI shop, URI operator, List<String> allowedHosts) {

    // Literals only: a name that resolves to loopback today may resolve elsewhere tomorrow.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    public Target {
        allowedHosts = List.copyOf(allowedHosts);
        if (!isLoopback(shop) && !allowedHosts.contains(shop.getHost())) {
            throw new IllegalArgumentException(
                    "%s is not this machine; if the shop there is yours to load, add --allow-host %s"
                            .formatted(shop, shop.getHost()));
        }
        if (!isLoopback(operator)) {
            throw new IllegalArgumentException("--aws-url is for a laptop cloud on this machine, not " + operator);
        }
    }

    public static Target from(Parameters parameters) {
        return new Target(
                parameters.url("base-url", "http://127.0.0.1:8080"),
                parameters.url("aws-url", "http://127.0.0.1:4566"),
                parameters.text("allow-host").map(hosts -> Arrays.asList(hosts.split(","))).orElse(List.of()));
    }

    /// Whether anything listens there: a run against nothing would only be a long way to say so.
    public boolean answers() {
        int port = shop.getPort() > 0 ? shop.getPort() : shop.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(shop.getHost().replaceAll("[\\[\\]]", ""), port), 3000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public boolean isLaptop() {
        return isLoopback(shop);
    }

    private static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost()).matches();
    }
}
