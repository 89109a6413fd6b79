/// What every operation of the API is: a request that is answered or refused, and what it consumes. It depends on no
/// other package of the engine.
@NullMarked
package dev.stampede.dynamodb.operation;

import org.jspecify.annotations.NullMarked;
