/// The engine as a server on a port of this machine, as the service speaks it: JSON 1.0 over HTTP.
package dev.stampede.dynamodb.http;
