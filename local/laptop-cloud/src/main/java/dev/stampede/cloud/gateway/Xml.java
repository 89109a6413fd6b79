package dev.stampede.cloud.gateway;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The few shapes of XML that the query protocol answers with.
public final class Xml {

    private Xml() {}

    public static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    /// A whole response.
    ///
    /// @param result the content of the operation's result element; it is XML already
    public static String response(String namespace, String operation, String result) {
        return "<" + operation + "Response xmlns=\"" + namespace + "\"><" + operation + "Result>" + result + "</"
                + operation
                + "Result><ResponseMetadata>" + element("RequestId", UUID.randomUUID().toString())
                + "</ResponseMetadata></" + operation + "Response>";
    }

    public static byte[] bytes(String xml) {
        return ("<?xml version=\"1.0\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                // XML 1.0 has no way to say other control characters.
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    }
}
