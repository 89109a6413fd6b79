package dev.stampede.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.AutoVerifiedAttrs;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.amazon.awscdk.services.cognito.IUserPoolClient;
import software.amazon.awscdk.services.cognito.Mfa;
import software.amazon.awscdk.services.cognito.MfaSecondFactor;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolGroup;
import software.amazon.awscdk.services.cognito.UserVerificationConfig;
import software.constructs.Construct;

/// Who signs in, and the one application they sign in to.
public record Identity(IUserPool users, IUserPoolClient storefront) {

    static Identity in(Construct scope, Deployment deployment) {
        UserPool users = UserPool.Builder.create(scope, "Users")
                .selfSignUpEnabled(true)
                .signInAliases(SignInAliases.builder().email(true).build())
                .signInCaseSensitive(false)
                .autoVerify(AutoVerifiedAttrs.builder().email(true).build())
                .passwordPolicy(PasswordPolicy.builder().minLength(12).requireDigits(true).requireLowercase(true)
                        .requireUppercase(true).requireSymbols(true).build())
                // With an app, never by text message: that would need a role that may message any number.
                .mfa(Mfa.OPTIONAL)
                .mfaSecondFactor(MfaSecondFactor.builder().otp(true).sms(false).build())
                // The same mail is sent for a new address and a forgotten password, so its text must fit both.
                .userVerification(UserVerificationConfig.builder()
                        .emailSubject("Your code for Stampede")
                        .emailBody("Your code for Stampede is {####}. If you did not ask for it, do nothing.")
                        .build())
                .accountRecovery(AccountRecovery.EMAIL_ONLY)
                .deletionProtection(deployment.keepsData())
                .removalPolicy(deployment.removalPolicy())
                .build();
        UserPoolClient storefront = users.addClient("Storefront", UserPoolClientOptions.builder()
                .authFlows(AuthFlow.builder().userPassword(true).userSrp(true).build())
                .generateSecret(false)
                .disableOAuth(true)
                .preventUserExistenceErrors(true)
                .idTokenValidity(Duration.hours(1))
                .accessTokenValidity(Duration.hours(1))
                .refreshTokenValidity(Duration.days(30))
                .build());
        // Named explicitly: the functions look for them in the token's cognito:groups claim.
        UserPoolGroup.Builder.create(scope, "Admins").userPool(users).groupName("admin").build();
        UserPoolGroup.Builder.create(scope, "Customers").userPool(users).groupName("customer").build();
        return new Identity(users, storefront);
    }
}
