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

/// The mail to shoppers. Apart from the other consumers because its mails link to the storefront, which is made after them.
public final class MailStack extends Stack {
    // Nobody waits for a mail, and SES lets a new account send 14 a second: few at once, gathered for a second.
    private static final WorkQueue.Batches UNHURRIED = new WorkQueue.Batches(10, 1, 5);

    private final Workload workload;

    public MailStack(Construct scope, String id, StackProps props, Deployment deployment, String shopUrl,
                     EventTopic events, ITable emails, ITopic alerts) {
        super(scope, id, props);
        Functions functions = new Functions(this, deployment, alerts);
        JavaFunction email = functions.add("Email", FunctionSettings.of("email", 30, 512)
                        .with("EMAILS_TABLE", emails.getTableName())
                        .with("MAIL_FROM", "orders@" + deployment.mailDomain())
                        .with("SHOP_URL", shopUrl))
                .allow(emails.getTableArn(), "dynamodb:UpdateItem")
                .allow(formatArn(ArnComponents.builder().service("ses").resource("identity")
                        .resourceName(deployment.mailDomain()).build()), "ses:SendEmail");
        WorkQueue mails = new WorkQueue(this, "Email", email, UNHURRIED, deployment, alerts);
        DeadLetters undelivered = events.deliver(this, "Email", mails,
                List.of("order_confirmed", "order_shipped", "order_cancelled", "order_expired", "order_refunded"));
        workload = new Workload(functions.made(), List.of(mails), List.of(mails.deadLetters(), undelivered));

        deployment.domain().ifPresent(domain -> EmailIdentity.Builder.create(this, "Sender")
                .identity(software.amazon.awscdk.services.ses.Identity.publicHostedZone(domain.zoneIn(this)))
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
