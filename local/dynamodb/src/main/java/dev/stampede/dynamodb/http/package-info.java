/// The engine as a server on a port of this machine, as the service speaks it: JSON 1.0 over HTTP.
@NullMarked
package dev.stampede.dynamodb.http;

import org.jspecify.annotations.NullMarked;
