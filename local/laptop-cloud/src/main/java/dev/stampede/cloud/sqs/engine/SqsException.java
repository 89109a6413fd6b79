package dev.stampede.cloud.sqs.engine;

/// A call that SQS refuses or cannot serve. The message is AWS's sentence, meant for the caller.
public final class SqsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The errors by their names in the JSON protocol and in the older query protocol
    /// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html).
    public enum Code {
        QUEUE_DOES_NOT_EXIST("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400), QUEUE_NAME_EXISTS(
                "QueueNameExists", "QueueAlreadyExists", 400), QUEUE_DELETED_RECENTLY("QueueDeletedRecently",
                        "AWS.SimpleQueueService.QueueDeletedRecently", 400), PURGE_IN_PROGRESS("PurgeQueueInProgress",
                                "AWS.SimpleQueueService.PurgeQueueInProgress",
                                403), OVER_LIMIT("OverLimit", "OverLimit", 403), EMPTY_BATCH("EmptyBatchRequest",
                                        "AWS.SimpleQueueService.EmptyBatchRequest",
                                        400), TOO_MANY_ENTRIES("TooManyEntriesInBatchRequest",
                                                "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
                                                400), IDS_NOT_DISTINCT("BatchEntryIdsNotDistinct",
                                                        "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                                                        400), INVALID_ENTRY_ID("InvalidBatchEntryId",
                                                                "AWS.SimpleQueueService.InvalidBatchEntryId",
                                                                400), BATCH_TOO_LONG("BatchRequestTooLong",
                                                                        "AWS.SimpleQueueService.BatchRequestTooLong",
                                                                        400), INVALID_CONTENTS("InvalidMessageContents",
                                                                                "InvalidMessageContents",
                                                                                400), INVALID_RECEIPT(
                                                                                        "ReceiptHandleIsInvalid",
                                                                                        "ReceiptHandleIsInvalid",
                                                                                        404), NOT_IN_FLIGHT(
                                                                                                "MessageNotInflight",
                                                                                                "AWS.SimpleQueueService.MessageNotInflight",
                                                                                                400), INVALID_ATTRIBUTE_NAME(
                                                                                                        "InvalidAttributeName",
                                                                                                        "InvalidAttributeName",
                                                                                                        400), INVALID_ATTRIBUTE_VALUE(
                                                                                                                "InvalidAttributeValue",
                                                                                                                "InvalidAttributeValue",
                                                                                                                400), INVALID_VALUE(
                                                                                                                        "InvalidParameterValueException",
                                                                                                                        "InvalidParameterValue",
                                                                                                                        400), MISSING(
                                                                                                                                "MissingRequiredParameterException",
                                                                                                                                "MissingParameter",
                                                                                                                                400), RESOURCE_NOT_FOUND(
                                                                                                                                        "ResourceNotFoundException",
                                                                                                                                        "ResourceNotFoundException",
                                                                                                                                        404), UNSUPPORTED(
                                                                                                                                                "UnsupportedOperation",
                                                                                                                                                "AWS.SimpleQueueService.UnsupportedOperation",
                                                                                                                                                400), UNKNOWN_OPERATION(
                                                                                                                                                        "UnknownOperationException",
                                                                                                                                                        "InvalidAction",
                                                                                                                                                        400), UNAVAILABLE(
                                                                                                                                                                "ServiceUnavailable",
                                                                                                                                                                "ServiceUnavailable",
                                                                                                                                                                503);

        private final String shape;
        private final String queryCode;
        private final int status;

        Code(String shape, String queryCode, int status) {
            this.shape = shape;
            this.queryCode = queryCode;
            this.status = status;
        }

        /// In the JSON protocol.
        public String shape() {
            return shape;
        }

        public String queryCode() {
            return queryCode;
        }

        public int status() {
            return status;
        }

        public boolean isSendersFault() {
            return status < 500;
        }
    }

    private final Code code;

    SqsException(Code code, String message) {
        super(message);
        this.code = code;
    }

    SqsException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /// @param reason such as "Must be between 1 and 10, if provided."
    static SqsException invalid(String parameter, Object value, String reason) {
        return new SqsException(
                Code.INVALID_VALUE,
                "Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason);
    }

    static SqsException missing(String parameter) {
        return new SqsException(Code.MISSING, "The request must contain the parameter " + parameter + ".");
    }

    public Code code() {
        return code;
    }
}
