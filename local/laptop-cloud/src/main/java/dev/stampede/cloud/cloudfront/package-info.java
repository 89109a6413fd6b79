/// The distribution of the template, in front of the site and the API: behaviors, functions, headers, compression.
@NullMarked
package dev.stampede.cloud.cloudfront;

import org.jspecify.annotations.NullMarked;
