package dev.stampede.dynamodb.http;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the server was asked to start.
///
/// @param folder null when the tables are to end with the server
record Options(int port, @Nullable Path folder, String region, String account, boolean limits, boolean pages) {

    static final String HELP = """
            An open DynamoDB engine on a port of this machine.

              --port N        the port (8000); 0 takes any that is free
              --folder F      keeps the tables in a folder; without it they end with the server
              --region R      in the ARNs (us-east-1)
              --account A     in the ARNs, twelve digits (000000000000)
              --limits        one partition key takes 1,000 write and 3,000 read units a second at most
              --pages         pages of any origin, in a browser, may call it
              --help          this text

            Clients take it by their endpoint, with any region and any credentials:
              aws dynamodb list-tables --endpoint-url http://localhost:8000
            """;

    /// The message is a sentence for whoever started it.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws Wrong {
        Options options = new Options(8000, null, "us-east-1", "000000000000", false, false);
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            options = switch (name) {
                case "--limits" -> options.withLimits();
                case "--pages" -> options.withPages();
                case "--port", "--folder", "--region", "--account" -> {
                    i++;
                    if (i == arguments.size()) {
                        throw new Wrong(name + " needs a value");
                    }
                    yield options.with(name, arguments.get(i));
                }
                default -> throw new Wrong("There is no option " + name + "; --help lists those there are");
            };
        }
        return options;
    }

    private Options with(String name, String value) throws Wrong {
        return switch (name) {
            case "--port" -> new Options(number(value), folder, region, account, limits, pages);
            case "--folder" -> new Options(port, Path.of(value), region, account, limits, pages);
            case "--region" -> new Options(port, folder, value, account, limits, pages);
            default -> {
                if (!value.matches("[0-9]{12}")) {
                    throw new Wrong("An account has twelve digits and not " + value);
                }
                yield new Options(port, folder, region, value, limits, pages);
            }
        };
    }

    private static int number(String value) throws Wrong {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
            throw new Wrong("A port is a number from 0 to 65535 and not " + value);
        }
        return Integer.parseInt(value);
    }

    private Options withLimits() {
        return new Options(port, folder, region, account, true, pages);
    }

    private Options withPages() {
        return new Options(port, folder, region, account, limits, true);
    }
}
