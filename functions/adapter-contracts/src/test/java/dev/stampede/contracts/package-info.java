/// What AWS adapters promise, held against real engines: the embedded ones of the laptop cloud, and LocalStack where
/// there is Docker. The contracts stand in the packages of their adapters; here is what they run on.
///
/// The engines' tables are kept from test to test, so every test makes ids of its own.
package dev.stampede.contracts;
