/// Customers: shows who has an account. The accounts themselves are Cognito's, which also signs up, confirms and signs
/// in.
///
/// Triggers: `GET /users` (GetUsers) and `GET /users/{id}` (GetUser), both behind the authorizer.
///
/// Promise: an administrator sees everybody, everybody sees themselves, and nobody learns whether somebody else exists.
///
/// 1. Only an administrator lists users, in pages of 1 to 60, which is Cognito's limit.
/// 2. A user sees their own account with its groups; an administrator sees anybody's.
/// 3. Somebody else's account is 404 exactly as one that does not exist, and Cognito is not even asked.
/// 4. An id is a token's `sub`: an address, which Cognito takes for a name too, finds nobody.
/// 5. When Cognito is asked too much at once, the caller hears when to come again.
@NullMarked
package dev.stampede.customers;

import org.jspecify.annotations.NullMarked;
