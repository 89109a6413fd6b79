package dev.stampede.cloud;

import dev.stampede.cloud.cloudformation.Template.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/// The two ports of a laptop cloud. They are looked at before anything starts, so that a taken one costs no wait.
record Ports(int site, int aws) {

    /// @param site 0 for any that is free
    /// @param aws  0 for any that is free
    /// @throws IllegalStateException with a sentence for the user when one is taken
    static Ports free(int site, int aws) {
        return new Ports(free(site, "--port"), free(aws, "--aws-port"));
    }

    Addresses addresses() {
        return new Addresses(URI.create("http://127.0.0.1:" + aws), URI.create("http://127.0.0.1:" + site));
    }

    private static int free(int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IllegalStateException(
                    "Port " + port + " is taken. Stop what listens there, or choose another with "
                            + option + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
