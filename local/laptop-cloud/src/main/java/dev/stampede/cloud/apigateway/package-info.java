/// The HTTP API of the template: routes, authorizers, CORS, throttling, and events in payload format 2.0
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
@NullMarked
package dev.stampede.cloud.apigateway;

import org.jspecify.annotations.NullMarked;
