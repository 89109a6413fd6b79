package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A user pool of the template with its groups and clients.
///
/// @param mailText with `{####}` where the code stands
record UserPool(
        String id,
        List<String> groups,
        List<Client> clients,
        PasswordPolicy passwords,
        String mailSubject,
        String mailText) {

    /// @param flows      the ways to sign in that it allows, such as `ALLOW_USER_PASSWORD_AUTH`
    /// @param hidesUsers whether a name that is unknown is answered like one that is known
    record Client(
            String id,
            List<String> flows,
            boolean hidesUsers,
            Duration idTokenLifetime,
            Duration accessTokenLifetime,
            Duration refreshTokenLifetime) {

        private static Client of(Resource client) {
            return new Client(
                    client.ref(),
                    client.list("ExplicitAuthFlows").stream().map(JsonNode::asText).toList(),
                    client.optionalText("PreventUserExistenceErrors").filter("ENABLED"::equals).isPresent(),
                    lifetime(client, "IdToken", Duration.ofHours(1)),
                    lifetime(client, "AccessToken", Duration.ofHours(1)),
                    lifetime(client, "RefreshToken", Duration.ofDays(30)));
        }

        private static Duration lifetime(Resource client, String token, Duration otherwise) {
            long count = client.integer(token + "Validity", 0);
            if (count == 0) {
                return otherwise;
            }
            String unit = client.optionalText("TokenValidityUnits/" + token)
                    .orElse(token.equals("RefreshToken") ? "days" : "hours");
            return switch (unit) {
                case "seconds" -> Duration.ofSeconds(count);
                case "minutes" -> Duration.ofMinutes(count);
                case "hours" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }

    static List<UserPool> in(Template template) {
        return template.ofType("AWS::Cognito::UserPool").stream()
                .map(pool -> new UserPool(
                        pool.ref(),
                        ofPool(pool, template.ofType("AWS::Cognito::UserPoolGroup")).stream()
                                .map(group -> group.text("GroupName"))
                                .toList(),
                        ofPool(pool, template.ofType("AWS::Cognito::UserPoolClient")).stream()
                                .map(Client::of)
                                .toList(),
                        PasswordPolicy.of(pool),
                        pool.optionalText("VerificationMessageTemplate/EmailSubject").orElse("Your verification code"),
                        pool.optionalText("VerificationMessageTemplate/EmailMessage")
                                .orElse("Your confirmation code is {####}")))
                .toList();
    }

    private static List<Resource> ofPool(Resource pool, List<Resource> resources) {
        return resources.stream()
                .filter(resource -> resource.text("UserPoolId").equals(pool.ref()))
                .collect(Collectors.toList());
    }

    String issuer() {
        return "https://cognito-idp." + Template.REGION + ".amazonaws.com/" + id;
    }

    /// A user's groups that the template made.
    List<String> groupsOf(Account account) {
        return groups.stream().filter(account.groups::contains).toList();
    }

    Optional<Client> client(String clientId) {
        return clients.stream().filter(client -> client.id().equals(clientId)).findFirst();
    }
}
