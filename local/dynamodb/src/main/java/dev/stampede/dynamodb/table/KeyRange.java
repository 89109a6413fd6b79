package dev.stampede.dynamodb.table;

import org.jspecify.annotations.Nullable;

/// Keys from `from` to `to`, both inclusive, null for an open end; read upwards, or downwards from `to`.
public record KeyRange(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {

    public static final KeyRange ALL = new KeyRange(null, null, false);
}
