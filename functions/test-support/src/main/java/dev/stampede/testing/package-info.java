/// What the tests of several modules are made of: orders in every state, requests as API Gateway sends them, and the engines
/// that contracts of AWS adapters run on. These are the embedded ones of the laptop cloud, and LocalStack where there is
/// Docker. A contract stands beside its adapter.
///
/// The engines' tables are kept from test to test, so every test makes ids of its own. No jar that is deployed holds any
/// of this.
package dev.stampede.testing;
