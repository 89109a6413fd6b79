package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;

/// The operations of a guest who lost an order's receipt.
public record GuestHandlers(IFunction requestAccessCode, IFunction redeemAccessCode) {

    static GuestHandlers in(Functions functions, Tables tables, ISecret receiptSecret, IQueue accessCodes) {
        String codes = tables.guestAccess().getTableArn();
        FunctionSettings guestAccess = HttpHandlers.settings("guest-access")
                .with("GUEST_ACCESS_TABLE", tables.guestAccess().getTableName())
                .with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn());
        return new GuestHandlers(
                functions.add("RequestAccessCode", guestAccess.with("ACCESS_CODE_QUEUE_URL", accessCodes.getQueueUrl()))
                        .allow(codes, "dynamodb:UpdateItem")
                        .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue")
                        .allow(accessCodes.getQueueArn(), "sqs:SendMessage").live(),
                functions.add("RedeemAccessCode", guestAccess.with("ORDERS_TABLE", tables.orders().getTableName()))
                        .allow(codes, "dynamodb:UpdateItem")
                        .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue")
                        .allow(tables.orders().getTableArn(), "dynamodb:GetItem").live());
    }
}
