/// Customers: shows who has an account. The accounts themselves belong to Cognito, which also handles signing up,
/// confirming and signing in.
///
/// Triggers: `GET /users` (GetUsers) and `GET /users/{id}` (GetUser), both behind the authorizer.
///
/// Promise: administrators see everybody, everybody sees themselves, and nobody learns whether somebody else exists.
///
/// 1. Only an administrator lists users, in pages of 1 to 60, which is Cognito's limit.
/// 2. Users see their own account with its groups; an administrator sees anybody's.
/// 3. Somebody else's account is answered with the same 404 as one that does not exist, and Cognito is not even asked.
/// 4. An id is a token's `sub`: an e-mail address, which Cognito also accepts as a name, finds nobody.
/// 5. When Cognito throttles, the caller is told when to retry.
@NullMarked
package dev.stampede.customers;

import org.jspecify.annotations.NullMarked;
