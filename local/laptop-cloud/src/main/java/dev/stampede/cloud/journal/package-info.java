/// What happened in the cloud, call by call.
@NullMarked
package dev.stampede.cloud.journal;

import org.jspecify.annotations.NullMarked;
