/// HTTP as the parts of the cloud hand it to each other: requests, responses, and what can be asked as an origin.
package dev.stampede.cloud.http;
