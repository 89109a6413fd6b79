package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What holds for every batch: one to ten entries with ids of their own, each answered on its own.
final class Batches {

    private static final int MOST = 10;

    private Batches() {}

    /// @throws SqsException when the batch as a whole is refused
    static List<Parameters> entries(Parameters call, String operation) {
        List<Parameters> entries = call.entries("Entries");
        if (entries.isEmpty()) {
            throw new SqsException(
                    Code.EMPTY_BATCH, "There should be at least one " + operation + "RequestEntry in the request.");
        }
        if (entries.size() > MOST) {
            throw new SqsException(Code.TOO_MANY_ENTRIES, "Maximum number of entries per request are 10. You have sent "
                    + entries.size() + ".");
        }
        Set<String> ids = new HashSet<>();
        for (Parameters entry : entries) {
            String id = entry.text("Id");
            if (!id.matches("[A-Za-z0-9_-]{1,80}")) {
                throw new SqsException(Code.INVALID_ENTRY_ID,
                        "A batch entry id can only contain alphanumeric characters,"
                                + " hyphens and underscores. It can be at most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw new SqsException(Code.IDS_NOT_DISTINCT, "Id " + id + " repeated.");
            }
        }
        return entries;
    }

    interface Single {
        /// @throws SqsException when this entry is refused
        ObjectNode serve(Parameters entry);
    }

    static ObjectNode answer(List<Parameters> entries, Single single) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode successful = answer.putArray("Successful");
        ArrayNode failed = answer.putArray("Failed");
        for (Parameters entry : entries) {
            String id = entry.text("Id");
            try {
                successful.add(single.serve(entry).put("Id", id));
            } catch (SqsException e) {
                if (!e.code().isSendersFault()) {
                    throw e;
                }
                failed.addObject()
                        .put("Id", id)
                        .put("SenderFault", true)
                        .put("Code", e.code().queryCode())
                        .put("Message", e.getMessage());
            }
        }
        return answer;
    }
}
