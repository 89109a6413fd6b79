/// The files that outlive the process: how they are written, what is said when the disk is full or fails, and what is
/// said about a file that is missing or damaged. The engines' own files are theirs.
@NullMarked
package dev.stampede.cloud.state;

import org.jspecify.annotations.NullMarked;
