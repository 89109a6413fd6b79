/// The distribution of the template, in front of the site and the API: behaviors, functions, headers, compression.
package dev.stampede.cloud.cloudfront;
