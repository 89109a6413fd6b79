/// AWS Security Token Service: who a caller is.
@NullMarked
package dev.stampede.cloud.sts;

import org.jspecify.annotations.NullMarked;
