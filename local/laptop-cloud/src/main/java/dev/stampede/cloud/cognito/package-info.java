/// An identity provider in Cognito's place: the same operations, refusals and tokens. Its users are kept with the
/// state; those of the demonstration are there from the start. Codes are mailed to the mailbox page.
@NullMarked
package dev.stampede.cloud.cognito;

import org.jspecify.annotations.NullMarked;
