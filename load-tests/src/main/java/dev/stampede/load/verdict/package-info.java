/// What a run was asked to show, what was found, and whether that holds.
@NullMarked
package dev.stampede.load.verdict;

import org.jspecify.annotations.NullMarked;
