package dev.stampede.cloud.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.cloudfront.Bucket.StoredFile;
import dev.stampede.cloud.console.CognitoPage;
import dev.stampede.cloud.http.ContentTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads the files that a `Custom::CDKBucketDeployment` puts into a bucket. Of its sources, a later one wins.
final class BucketDeployment {

    /// Where a page finds the user pools in AWS, and here.
    private static final String COGNITO = "https://cognito-idp." + Template.REGION + ".amazonaws.com/";

    private final Resource deployment;
    private final Template template;
    private final Map<String, StoredFile> files = new TreeMap<>();

    private BucketDeployment(Resource deployment, Template template) {
        this.deployment = deployment;
        this.template = template;
    }

    static Map<String, StoredFile> files(Resource deployment, Template template) {
        for (String property : List.of("Include", "Exclude", "Extract")) {
            if (!deployment.at(property).isMissingNode()) {
                throw new UnsupportedTemplateException("The laptop cloud does not know " + property + " of "
                        + deployment.type() + " (" + deployment.logicalId() + " in " + deployment.stack() + ").");
            }
        }
        BucketDeployment reading = new BucketDeployment(deployment, template);
        List<JsonNode> keys = deployment.list("SourceObjectKeys");
        for (int i = 0; i < keys.size(); i++) {
            reading.readSource(template.asset(keys.get(i).asText()), deployment.at("SourceMarkers/" + i));
        }
        return reading.files;
    }

    private void readSource(Path source, JsonNode markers) {
        try {
            if (Files.isDirectory(source)) {
                readFolder(source, markers);
            } else {
                readZip(source, markers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + "; run ./stampede build", e);
        }
    }

    private void readFolder(Path folder, JsonNode markers) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                add(name, Files.readAllBytes(file), markers);
            }
        }
    }

    private void readZip(Path archive, JsonNode markers) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip.getInputStream(entry).readAllBytes(), markers);
                }
            }
        }
    }

    private void add(String name, byte[] content, JsonNode markers) {
        String prefix = deployment.optionalText("DestinationBucketKeyPrefix")
                .filter(text -> !text.isEmpty())
                .map(text -> text.endsWith("/") ? text : text + "/")
                .orElse("");
        Map<String, String> metadata = new TreeMap<>(Map.of("content-type", ContentTypes.of(name)));
        metadata.putAll(deployment.texts("SystemMetadata"));
        files.put(prefix + name, StoredFile.of(substitute(content, markers), metadata));
    }

    /// `Source.data` leaves a marker where a value is known at deployment only. What such a file says of Cognito's
    /// address and the site's is said of ours. Bytes that are no text pass unchanged.
    private byte[] substitute(byte[] content, JsonNode markers) {
        if (markers.isEmpty()) {
            return content;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, JsonNode> marker : markers.properties()) {
            byte[] value = marker.getValue().asText().getBytes(StandardCharsets.UTF_8);
            text = text.replace(marker.getKey(), new String(value, StandardCharsets.ISO_8859_1));
        }
        return template.plain(text).replace(COGNITO, CognitoPage.PATH).getBytes(StandardCharsets.ISO_8859_1);
    }
}
