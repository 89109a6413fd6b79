/// The laptop cloud: the synthesized template, run on one machine.
package dev.stampede.cloud;
