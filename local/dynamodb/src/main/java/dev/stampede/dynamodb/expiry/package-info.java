/// Items that expire: those whose time, in the attribute that the table names for it, has passed
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
@NullMarked
package dev.stampede.dynamodb.expiry;

import org.jspecify.annotations.NullMarked;
