/// Amazon SES: what is sent is kept in a mailbox instead of being delivered.
@NullMarked
package dev.stampede.cloud.ses;

import org.jspecify.annotations.NullMarked;
