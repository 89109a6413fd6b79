package dev.stampede.store;

import dev.stampede.store.Batch.Change;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// A batch as bytes: for each change a tag, the space's name, and the key and value, each behind its length.
final class Changes {

    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final byte DROP = 3;

    private Changes() {}

    static byte[] bytes(List<Change> changes) {
        byte[][] names = changes.stream()
                .map(change -> change.space().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        int length = 0;
        for (int i = 0; i < names.length; i++) {
            length += 1 + Integer.BYTES + names[i].length + switch (changes.get(i)) {
                case Change.Put(_, byte[] key, byte[] value) -> 2 * Integer.BYTES + key.length + value.length;
                case Change.Remove(_, byte[] key) -> Integer.BYTES + key.length;
                case Change.Drop _ -> 0;
            };
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = 0; i < names.length; i++) {
            switch (changes.get(i)) {
                case Change.Put(_, byte[] key, byte[] value) -> put(put(put(bytes.put(PUT), names[i]), key), value);
                case Change.Remove(_, byte[] key) -> put(put(bytes.put(REMOVE), names[i]), key);
                case Change.Drop _ -> put(bytes.put(DROP), names[i]);
            }
        }
        return bytes.array();
    }

    static void read(byte[] record, Consumer<Change> changes) {
        ByteBuffer bytes = ByteBuffer.wrap(record);
        while (bytes.hasRemaining()) {
            byte tag = bytes.get();
            String space = new String(get(bytes), StandardCharsets.UTF_8);
            changes.accept(switch (tag) {
                case PUT -> new Change.Put(space, get(bytes), get(bytes));
                case REMOVE -> new Change.Remove(space, get(bytes));
                case DROP -> new Change.Drop(space);
                default -> throw new StoreException("the log holds a change of the unknown kind " + tag
                        + "; a newer version may have written it");
            });
        }
    }

    private static ByteBuffer put(ByteBuffer bytes, byte[] part) {
        return bytes.putInt(part.length).put(part);
    }

    private static byte[] get(ByteBuffer bytes) {
        byte[] part = new byte[bytes.getInt()];
        bytes.get(part);
        return part;
    }
}
