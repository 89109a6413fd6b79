package dev.stampede.infra;

import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sqs.IQueue;

/// The functions that answer HTTP requests, each by its live alias.
public record HttpHandlers(CatalogHandlers catalog, ProductHandlers products, CartHandlers cart, OrderHandlers orders,
        StaffHandlers staff, GuestHandlers guests, UserHandlers users) {

    static HttpHandlers in(Functions functions, Deployment deployment, Tables tables, Identity identity,
            ISecret receiptSecret, IQueue orders, IQueue accessCodes) {
        return new HttpHandlers(
                CatalogHandlers.in(functions, deployment, tables),
                ProductHandlers.in(functions, tables),
                CartHandlers.in(functions, tables, receiptSecret),
                OrderHandlers.in(functions, deployment, tables, receiptSecret, orders),
                StaffHandlers.in(functions, tables),
                GuestHandlers.in(functions, tables, receiptSecret, accessCodes),
                UserHandlers.in(functions, identity.users()));
    }

    /// The settings they start from.
    static FunctionSettings settings(String module) {
        // Shorter than the storefront's own limit of 10 s, so that the function times out first and the reason is
        // known.
        return FunctionSettings.of(module, 6, 1024);
    }
}
