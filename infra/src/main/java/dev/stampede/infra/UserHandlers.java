package dev.stampede.infra;

import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.lambda.IFunction;

/// Who has an account. Signing up and in is between the page and the user pool.
public record UserHandlers(IFunction getUsers, IFunction getUser) {

    static UserHandlers in(Functions functions, IUserPool users) {
        FunctionSettings customers = HttpHandlers.settings("customers").with("USER_POOL_ID", users.getUserPoolId());
        return new UserHandlers(
                functions.add("GetUsers", customers)
                        .allow(users.getUserPoolArn(), "cognito-idp:ListUsers").live(),
                functions.add("GetUser", customers)
                        .allow(users.getUserPoolArn(), "cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser")
                        .live());
    }
}
