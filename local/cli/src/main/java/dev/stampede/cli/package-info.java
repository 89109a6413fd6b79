/// The commands behind the `stampede` launcher.
@NullMarked
package dev.stampede.cli;

import org.jspecify.annotations.NullMarked;
