package dev.stampede.infra;

import java.util.List;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/// The mail to shoppers. Apart from the other consumers because its mails link to the storefront, which is made after
/// them.
public final class MailStack extends Stack {
    // Nobody waits for a mail, and SES lets a new account send 14 a second: few at once, gathered for a second.
    private static final WorkQueue.Batches UNHURRIED = new WorkQueue.Batches(10, 1, 5);

    private final Workload workload;

    public MailStack(Construct scope, String id, StackProps props, Deployment deployment, String shopUrl,
            EventTopic events, Tables tables, ITopic alerts) {
        super(scope, id, props);
        Functions functions = new Functions(this, deployment, alerts);
        ITable emails = tables.emails();
        String domain = formatArn(ArnComponents.builder().service("ses").resource("identity")
                .resourceName(deployment.mailDomain()).build());
        JavaFunction email = functions.add("Email", FunctionSettings.of("email", 30, 512)
                .with("EMAILS_TABLE", emails.getTableName())
                .with("MAIL_FROM", "orders@" + deployment.mailDomain())
                .with("SHOP_URL", shopUrl)
                .with("GUEST_ACCESS_TABLE", tables.guestAccess().getTableName())
                .with("MAILS_PER_MAILBOX", String.valueOf(deployment.mailsPerMailbox())))
                .allow(emails.getTableArn(), "dynamodb:UpdateItem")
                .allow(tables.guestAccess().getTableArn(), "dynamodb:UpdateItem")
                .allow(domain, "ses:SendEmail");
        WorkQueue mails = new WorkQueue(this, "Email", email, UNHURRIED, deployment, alerts);
        DeadLetters undelivered = events.deliver(this, "Email", mails,
                List.of("order_confirmed", "order_shipped", "order_cancelled", "order_expired", "order_refunded"));
        DeadLetters unnotified = new DeadLetters(this, "NotifyRestockedDeadLetters", deployment, alerts);
        JavaFunction notifyRestocked = functions.add("NotifyRestocked",
                FunctionSettings.of("email", EveryMinute.TIMEOUT, 512)
                        .with("RESTOCK_NOTICES_TABLE", tables.restockNotices().getTableName())
                        .with("PRODUCTS_TABLE", tables.products().getTableName())
                        .with("STOCK_TABLE", tables.stock().getTableName())
                        .with("MAIL_FROM", "orders@" + deployment.mailDomain())
                        .with("SHOP_URL", shopUrl)
                        .deadLetters(unnotified))
                .allow(tables.restockNotices().getTableArn(),
                        "dynamodb:DeleteItem", "dynamodb:Query", "dynamodb:UpdateItem")
                .allow(tables.products().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.stock().getTableArn(), "dynamodb:BatchGetItem")
                .allow(domain, "ses:SendEmail");
        EveryMinute.invoke(this, "NotifyRestockedEveryMinute", notifyRestocked, unnotified, alerts,
                "nobody hears that units came back.");
        workload = new Workload(functions.made(), List.of(mails),
                List.of(mails.deadLetters(), undelivered, unnotified));

        deployment.domain().ifPresent(own -> EmailIdentity.Builder.create(this, "Sender")
                .identity(software.amazon.awscdk.services.ses.Identity.publicHostedZone(own.zoneIn(this)))
                .build());
        workload.queues().forEach(this::output);
        workload.deadLetters().forEach(this::output);
    }

    public Workload workload() {
        return workload;
    }

    private void output(IQueue queue) {
        CfnOutput.Builder.create(this, queue.getNode().getId() + "Url").value(queue.getQueueUrl()).build();
    }
}
