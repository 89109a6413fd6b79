/// Amazon SES: what is sent is kept in a mailbox instead of being delivered.
package dev.stampede.cloud.ses;
