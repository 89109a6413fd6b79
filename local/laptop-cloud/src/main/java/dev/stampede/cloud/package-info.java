/// The laptop cloud: the synthesized template, run on one machine.
@NullMarked
package dev.stampede.cloud;

import org.jspecify.annotations.NullMarked;
