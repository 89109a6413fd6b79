package dev.stampede.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;

/// The storefront's files in a bucket that only CloudFront reads, with their cache lifetimes.
final class Site {
    private final Stack stack;
    private final Bucket logs;
    private final Bucket files;
    private final LogGroup uploadLog;

    Site(Stack stack, Deployment deployment) {
        this.stack = stack;
        logs = bucket("SiteLogs", deployment)
                // CloudFront delivers its log through an access control list; nothing else needs one.
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .autoDeleteObjects(!deployment.keepsData())
                .build();
        files = bucket("Site", deployment)
                .serverAccessLogsBucket(logs)
                .serverAccessLogsPrefix("site/")
                .build();
        uploadLog = LogGroup.Builder.create(stack, "UploadLog")
                .retention(deployment.logRetention())
                .removalPolicy(deployment.removalPolicy())
                .build();
    }

    IBucket files() {
        return files;
    }

    IBucket logs() {
        return logs;
    }

    /// Uploads the build, pages last, so that no page refers to a file that does not exist yet.
    ///
    /// @param url under which shoppers know the shop
    void upload(Deployment deployment, Identity identity, String url) {
        Path built = deployment.storefront();
        List<BucketDeployment> earlier = new ArrayList<>();
        // The build puts a hash of the content into these names, so they never change.
        if (Files.isDirectory(built.resolve("assets"))) {
            earlier.add(upload("Assets", "assets", files(built, "assets"), List.of(
                    CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable())));
        }
        if (Files.isDirectory(built.resolve("images"))) {
            earlier.add(upload("Images", "images", files(built, "images"), List.of(
                    CacheControl.setPublic(), CacheControl.maxAge(Duration.days(1)))));
        }
        ISource pages =
                Source.asset(built.toString(), AssetOptions.builder().exclude(List.of("assets", "images")).build());
        BucketDeployment last = upload("Pages", null, List.of(pages,
                Source.jsonData("config.json", config(deployment, identity)),
                Source.data("robots.txt", robots(built, url))), List.of(CacheControl.noCache()));
        earlier.forEach(last.getNode()::addDependency);
    }

    /// The storefront's configuration. It is read when a page starts, so that one build serves every stage.
    private Map<String, String> config(Deployment deployment, Identity identity) {
        return new TreeMap<>(Map.of(
                "stage", deployment.stage().label(),
                "apiBase", "/" + ApiStack.STAGE_NAME,
                "region", stack.getRegion(),
                // Signing up and in talks to it from the page; the laptop cloud puts its own address here.
                "userPoolEndpoint", "https://cognito-idp.%s.amazonaws.com/".formatted(stack.getRegion()),
                "userPoolId", identity.users().getUserPoolId(),
                "userPoolClientId", identity.storefront().getUserPoolClientId()));
    }

    /// What was built, and where the sitemap is: that has to be a whole address.
    private static String robots(Path built, String url) {
        try {
            return "%s\nSitemap: %s/sitemap.xml\n".formatted(Files.readString(built.resolve("robots.txt")).strip(),
                    url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ISource> files(Path built, String folder) {
        return List.of(Source.asset(built.resolve(folder).toString()));
    }

    private BucketDeployment upload(String id, @Nullable String folder, List<ISource> sources,
            List<CacheControl> cacheControl) {
        return BucketDeployment.Builder.create(stack, id)
                .sources(sources)
                .destinationBucket(files)
                .destinationKeyPrefix(folder)
                .cacheControl(cacheControl)
                // Old files stay: a page that is still open requests the files of its own build.
                .prune(false)
                .retainOnDelete(false)
                .memoryLimit(512)
                .logGroup(uploadLog)
                .build();
    }

    private Bucket.Builder bucket(String id, Deployment deployment) {
        return Bucket.Builder.create(stack, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .removalPolicy(deployment.removalPolicy());
    }
}
