package dev.stampede.dynamodb.table;

/// Keys from `from` to `to`, both inclusive, null for an open end; read upwards, or downwards from `to`.
public record KeyRange(byte[] from, byte[] to, boolean descending) {

    public static final KeyRange ALL = new KeyRange(null, null, false);
}
