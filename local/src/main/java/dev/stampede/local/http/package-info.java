/// The public side of the laptop cloud: the HTTP API, and the distribution in front of it and of the site.
package dev.stampede.local.http;
