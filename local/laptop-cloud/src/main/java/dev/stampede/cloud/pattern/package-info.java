/// Wildcards, the same wherever AWS or a fault rule has them.
package dev.stampede.cloud.pattern;
