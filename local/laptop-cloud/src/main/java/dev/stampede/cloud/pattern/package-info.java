/// Wildcards, the same wherever AWS or a fault rule has them.
@NullMarked
package dev.stampede.cloud.pattern;

import org.jspecify.annotations.NullMarked;
