package dev.stampede.cloud.ses;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what the mailbox shows from a mail in MIME: addresses, subject, the first text and the first HTML part.
record RawMail(Map<String, String> headers, String content) {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)\"?");
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?]+)\\?([BbQq])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    /// @param mime one character for each byte
    static RawMail parse(String mime) {
        String[] parts = mime.replace("\r\n", "\n").split("\n\n", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : parts[0].replaceAll("\n[ \t]+", " ").split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new RawMail(headers, parts.length == 2 ? parts[1] : "");
    }

    String header(String name) {
        return ENCODED_WORD.matcher(headers.getOrDefault(name, "")).replaceAll(word -> {
            String encoded = word.group(3);
            byte[] bytes = word.group(2).equalsIgnoreCase("B")
                    ? Base64.getMimeDecoder().decode(encoded)
                    : quotedPrintable(encoded.replace('_', ' '));
            return Matcher.quoteReplacement(new String(bytes, charset(word.group(1))));
        });
    }

    List<String> addresses(String name) {
        return Arrays.stream(header(name).split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    /// @param type such as `text/html`
    Optional<String> part(String type) {
        String own = headers.getOrDefault("Content-Type", "text/plain").toLowerCase(Locale.ROOT);
        if (own.startsWith(type)) {
            return Optional.of(decoded());
        }
        Matcher boundary = BOUNDARY.matcher(headers.getOrDefault("Content-Type", ""));
        if (!own.startsWith("multipart/") || !boundary.find()) {
            return Optional.empty();
        }
        return Arrays.stream(("\n" + content).split(Pattern.quote("\n--" + boundary.group(1))))
                .skip(1)
                .filter(part -> !part.startsWith("--"))
                .flatMap(part -> parse(part.substring(part.indexOf('\n') + 1)).part(type).stream())
                .findFirst();
    }

    private String decoded() {
        byte[] bytes = switch (headers.getOrDefault("Content-Transfer-Encoding", "").toLowerCase(Locale.ROOT)) {
            case "base64" -> Base64.getMimeDecoder().decode(content);
            case "quoted-printable" -> quotedPrintable(content.replace("=\n", ""));
            default -> content.getBytes(StandardCharsets.ISO_8859_1);
        };
        Matcher charset = CHARSET.matcher(headers.getOrDefault("Content-Type", ""));
        return new String(bytes, charset(charset.find() ? charset.group(1) : "UTF-8"));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static byte[] quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '=' && text.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(text.charAt(i));
            }
        }
        return bytes.toByteArray();
    }
}
