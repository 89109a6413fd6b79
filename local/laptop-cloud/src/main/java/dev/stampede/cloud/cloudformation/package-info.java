/// Reads the cloud assembly that `cdk synth` writes: the only wiring the laptop cloud knows.
package dev.stampede.cloud.cloudformation;
