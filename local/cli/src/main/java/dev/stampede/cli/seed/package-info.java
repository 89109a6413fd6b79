/// The demo catalogue and the demo users.
@NullMarked
package dev.stampede.cli.seed;

import org.jspecify.annotations.NullMarked;
