/// HTTP as the parts of the cloud hand it to each other: requests, responses, and what can be asked as an origin.
@NullMarked
package dev.stampede.cloud.http;

import org.jspecify.annotations.NullMarked;
