package dev.stampede.infra;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.ITopic;

/// How a guest who lost a receipt gets a code by mail. It is not with the other mails, whose stack comes after the API:
/// this one's queue is what the API writes to.
final class GuestAccess {
    // Somebody waits for this mail, and nobody's order does.
    private static final WorkQueue.Batches AWAITED_MAIL = new WorkQueue.Batches(10, 0, 2);

    private GuestAccess() {}

    static WorkQueue in(Stack stack, Functions functions, Deployment deployment, Tables tables, ITopic alerts) {
        JavaFunction sendAccessCode = functions.add("SendAccessCode", FunctionSettings.of("email", 30, 512)
                .with("ORDERS_TABLE", tables.orders().getTableName())
                .with("GUEST_ACCESS_TABLE", tables.guestAccess().getTableName())
                .with("MAIL_FROM", "orders@" + deployment.mailDomain()))
                .allow(tables.orders().getTableArn(), "dynamodb:GetItem")
                .allow(tables.guestAccess().getTableArn(), "dynamodb:UpdateItem")
                .allow(stack.formatArn(ArnComponents.builder().service("ses").resource("identity")
                        .resourceName(deployment.mailDomain()).build()), "ses:SendEmail");
        return new WorkQueue(stack, "AccessCode", sendAccessCode, AWAITED_MAIL, deployment, alerts);
    }
}
