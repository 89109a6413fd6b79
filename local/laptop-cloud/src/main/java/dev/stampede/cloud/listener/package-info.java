/// What stands before every listener of the laptop cloud: it is in reach of every page that this machine's browsers
/// show, and of everybody who works on the machine.
@NullMarked
package dev.stampede.cloud.listener;

import org.jspecify.annotations.NullMarked;
