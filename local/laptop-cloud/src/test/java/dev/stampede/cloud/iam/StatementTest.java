package dev.stampede.cloud.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        // statement, action, table, decision
        "`{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'T/Orders'}`, dynamodb:PutItem, Orders, ALLOWED",
        "`{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'T/Orders'}`, dynamodb:GetItem, Orders, NOT_ALLOWED",
        "`{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'T/Orders'}`, dynamodb:PutItem, Stock, NOT_ALLOWED",
        "`{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'T/Orders'}`, dynamodb:PutItem, Orders2, NOT_ALLOWED",
        "`{'Effect':'Allow','Action':'DynamoDB:putitem','Resource':'T/Orders'}`, dynamodb:PutItem, Orders, ALLOWED",
        "`{'Effect':'Allow','Action':['dynamodb:Get*','dynamodb:Put?tem'],'Resource':'*'}`, dynamodb:PutItem, Orders, ALLOWED",
        "`{'Effect':'Allow','Action':'dynamodb:Query','Resource':'T/Orders'}`, dynamodb:Query, Orders/index/byCustomer, NOT_ALLOWED",
        "`{'Effect':'Allow','Action':'dynamodb:Query','Resource':'T/Orders/index/*'}`, dynamodb:Query, Orders/index/byCustomer, ALLOWED",
        "`{'Effect':'Allow','Action':'*','Resource':['T/Stock','T/Orders']}`, sqs:SendMessage, Orders, ALLOWED",
        "`{'Effect':'Allow','NotAction':'dynamodb:Delete*','Resource':'*'}`, dynamodb:PutItem, Orders, ALLOWED",
        "`{'Effect':'Allow','NotAction':'dynamodb:Delete*','Resource':'*'}`, dynamodb:DeleteItem, Orders, NOT_ALLOWED",
        "`{'Effect':'Allow','Action':'*','NotResource':'T/Orders'}`, dynamodb:PutItem, Orders, NOT_ALLOWED",
        "`[{'Effect':'Allow','Action':'*','Resource':'*'},{'Effect':'Deny','Action':'dynamodb:PutItem','Resource':'*'}]`, dynamodb:PutItem, Orders, DENIED",
        "`[{'Effect':'Deny','Action':'dynamodb:PutItem','Resource':'T/Stock'},{'Effect':'Allow','Action':'*','Resource':'*'}]`, dynamodb:PutItem, Orders, ALLOWED",
    })
    void isAboutTheActionsAndResourcesItNames(String statements, String action, String table, Decision decision) {
        assertThat(Decision.of(parse(statements), new Access(action, TABLE + table))).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        // condition | values of the key k in the request | decision
        "{'StringEquals':{'k':'a'}} | a | ALLOWED",
        "{'StringEquals':{'K':['b','a']}} | a | ALLOWED",
        "{'StringEquals':{'k':'a'}} | A | NOT_ALLOWED",
        "{'StringEquals':{'k':'a'}} | | NOT_ALLOWED",
        "{'StringEqualsIfExists':{'k':'a'}} | | ALLOWED",
        "{'StringEqualsIgnoreCase':{'k':'a'}} | A | ALLOWED",
        "{'StringNotEquals':{'k':['a','b']}} | b | NOT_ALLOWED",
        "{'StringNotEquals':{'k':['a','b']}} | c | ALLOWED",
        "{'StringNotEquals':{'k':'a'}} | | ALLOWED",
        "{'StringLike':{'k':'order-*'}} | order-1 | ALLOWED",
        "{'StringNotLike':{'k':'order-*'}} | order-1 | NOT_ALLOWED",
        "{'ArnLike':{'k':'arn:aws:sns:*:0:Order*'}} | arn:aws:sns:us-east-1:0:OrderEvents | ALLOWED",
        "{'ArnLike':{'k':'arn:aws:*:OrderEvents'}} | arn:aws:sns:us-east-1:0:OrderEvents | NOT_ALLOWED",
        "{'ArnEquals':{'k':'arn:aws:sns:us-east-1:0:OrderEvents'}} | arn:aws:sns:us-east-1:0:OrderEvents | ALLOWED",
        "{'ArnNotEquals':{'k':'arn:aws:sns:us-east-1:0:OrderEvents'}} | arn:aws:sns:us-east-1:0:OrderEvents | NOT_ALLOWED",
        "{'Bool':{'k':'true'}} | true | ALLOWED",
        "{'Bool':{'k':false}} | true | NOT_ALLOWED",
        "{'Null':{'k':'true'}} | | ALLOWED",
        "{'Null':{'k':'true'}} | a | NOT_ALLOWED",
        "{'ForAllValues:StringEquals':{'k':['a','b']}} | a;b | ALLOWED",
        "{'ForAllValues:StringEquals':{'k':['a','b']}} | a;c | NOT_ALLOWED",
        "{'ForAllValues:StringEquals':{'k':'a'}} | | ALLOWED",
        "{'ForAnyValue:StringEquals':{'k':'a'}} | c;a | ALLOWED",
        "{'ForAnyValue:StringLike':{'k':'a*'}} | b;c | NOT_ALLOWED",
        "{'ForAnyValue:StringEquals':{'k':'a'}} | | NOT_ALLOWED",
        "{'StringEquals':{'k':'a'},'Bool':{'other':'true'}} | a | NOT_ALLOWED",
    })
    void holdsWhereItsConditionsDo(String condition, String values, Decision decision) {
        Access access = new Access("sqs:SendMessage", "q");
        Access with = values == null ? access : access.with("k", List.of(values.split(";")));

        assertThat(Decision.of(
                parse("{'Effect':'Allow','Action':'*','Resource':'*','Condition':" + condition + "}"), with))
                .isEqualTo(decision);
    }

    @Test
    void stopsAtAnOperatorItDoesNotKnowAndNamesIt() {
        assertThatThrownBy(() -> parse("{'Effect':'Allow','Action':'*','Resource':'*',"
                + "'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}}"))
                .isInstanceOf(UnsupportedTemplateException.class)
                .hasMessageContaining("IpAddress")
                .hasMessageContaining("aws:SourceIp")
                .hasMessageContaining("SomePolicy");
    }

    private static List<Statement> parse(String statements) {
        try {
            return Statement.parse(
                    new ObjectMapper().readTree("{\"Statement\":" + statements.replace('\'', '"')
                            .replace("T/", TABLE) + "}"),
                    "SomePolicy");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
