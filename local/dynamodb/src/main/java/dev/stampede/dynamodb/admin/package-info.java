/// The operations on tables: their definition and description, tags, expiry, and what of the service around them is
/// only said back.
@NullMarked
package dev.stampede.dynamodb.admin;

import org.jspecify.annotations.NullMarked;
