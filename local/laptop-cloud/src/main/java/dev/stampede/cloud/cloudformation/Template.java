package dev.stampede.cloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All stacks of a cloud assembly as one set of resources with their references resolved, across stacks too.
public final class Template {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path assembly;
    private final Addresses addresses;
    private final Map<String, Path> assets;
    private final List<Resource> resources;

    private Template(Path assembly, Addresses addresses, Map<String, Path> assets, List<Resource> resources) {
        this.addresses = addresses;
        this.assembly = assembly;
        this.assets = assets;
        this.resources = List.copyOf(resources);
    }

    /// Where the laptop cloud answers: queue URLs begin with the one, the distribution's domain becomes the other.
    public record Addresses(URI awsEndpoint, URI site) {

        /// The distribution speaks https in AWS and plain http here.
        String plain(String text) {
            return text.replace("https://" + site.getAuthority(), site.toString());
        }
    }

    /// @param assembly the folder `cdk synth` wrote (`cdk.out`)
    /// @throws UnsupportedTemplateException for a resource type or intrinsic function this cloud does not know
    public static Template read(Path assembly, Addresses addresses) {
        Map<String, JsonNode> stacks = new LinkedHashMap<>();
        Map<String, Path> assets = new HashMap<>();
        readJson(assembly.resolve("manifest.json")).get("artifacts").properties().forEach(entry -> {
            JsonNode artifact = entry.getValue();
            String type = artifact.path("type").asText();
            JsonNode properties = artifact.path("properties");
            if (type.equals("aws:cloudformation:stack")) {
                String stack = properties.path("stackName").asText(entry.getKey());
                stacks.put(stack, readJson(assembly.resolve(properties.get("templateFile").asText())));
            } else if (type.equals("cdk:asset-manifest")) {
                readAssets(assembly, readJson(assembly.resolve(properties.get("file").asText())), assets);
            }
        });
        return new Template(assembly, addresses, assets, new Intrinsics(stacks, addresses).resolveAll());
    }

    /// The distribution's domain.
    public String distributionDomain() {
        return addresses.site().getAuthority();
    }

    /// A text of the deployment, with the distribution's address as it is here.
    public String plain(String text) {
        return addresses.plain(text);
    }

    public List<Resource> ofType(String type) {
        return resources.stream().filter(resource -> resource.type().equals(type)).toList();
    }

    /// @param reference what `Ref` or `Arn` of a resource gives
    public Optional<Resource> find(String type, String reference) {
        return ofType(type).stream()
                .filter(resource -> resource.ref().equals(reference) || resource.arn().equals(reference))
                .findFirst();
    }

    /// The file or folder behind an S3 key of an asset, such as a function's `Code/S3Key`.
    public Path asset(String s3Key) {
        Path path = assets.get(s3Key.replaceFirst("\\..*$", ""));
        if (path == null) {
            throw new UnsupportedTemplateException("No asset " + s3Key + " in " + assembly);
        }
        return path;
    }

    private static void readAssets(Path assembly, JsonNode manifest, Map<String, Path> assets) {
        manifest.path("files").properties().forEach(
                file -> assets.put(file.getKey(), assembly.resolve(file.getValue().at("/source/path").asText())));
    }

    private static JsonNode readJson(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; run ./stampede build", e);
        }
    }
}
