package dev.stampede.cloud.cloudfront;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path as CloudFront compares it with path patterns: without repeated slashes and dot segments, and with the letters
/// that need no percent sign. The origin gets it as the viewer sent it
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern).
final class MatchedPath {

    private static final Pattern UNRESERVED =
            Pattern.compile("%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])", Pattern.CASE_INSENSITIVE);

    private MatchedPath() {}

    static String of(String path) {
        String decoded = UNRESERVED.matcher(path).replaceAll(escape -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        List<String> segments = new ArrayList<>();
        String last = "";
        for (String segment : Arrays.asList(decoded.split("/", -1))) {
            last = segment;
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.add(segment);
            }
        }
        boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
        return "/" + String.join("/", segments) + (folder && !segments.isEmpty() ? "/" : "");
    }
}
