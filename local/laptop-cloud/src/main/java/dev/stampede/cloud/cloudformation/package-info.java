/// Reads the cloud assembly that `cdk synth` writes: the only wiring the laptop cloud knows.
@NullMarked
package dev.stampede.cloud.cloudformation;

import org.jspecify.annotations.NullMarked;
