package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/// The operations on carts. All of them issue or check cart tokens, which are signed with the receipt secret.
public record CartHandlers(IFunction newCart, IFunction getOwnCart, IFunction getCart, IFunction addCartItem,
        IFunction setCartItem, IFunction removeCartItem, IFunction mergeCart) {

    static CartHandlers in(Functions functions, Tables tables, ISecret receiptSecret) {
        String carts = tables.carts().getTableArn();
        FunctionSettings tokens =
                HttpHandlers.settings("cart").with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn());
        return new CartHandlers(
                functions.add("NewCart", tokens)
                        .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue").live(),
                add("GetOwnCart", functions, tables, receiptSecret).live(),
                add("GetCart", functions, tables, receiptSecret).live(),
                add("AddCartItem", functions, tables, receiptSecret)
                        .allow(carts, "dynamodb:PutItem").live(),
                add("SetCartItem", functions, tables, receiptSecret).live(),
                add("RemoveCartItem", functions, tables, receiptSecret)
                        .allow(carts, "dynamodb:DeleteItem").live(),
                add("MergeCart", functions, tables, receiptSecret)
                        .allow(carts, "dynamodb:PutItem", "dynamodb:DeleteItem").live());
    }

    /// An operation that reads the cart and the catalogue, and at least extends the cart's expiry.
    private static JavaFunction add(String id, Functions functions, Tables tables, ISecret receiptSecret) {
        return functions.add(id, HttpHandlers.settings("cart")
                .with("CARTS_TABLE", tables.carts().getTableName())
                .with("PRODUCTS_TABLE", tables.products().getTableName())
                .with("STOCK_TABLE", tables.stock().getTableName())
                .with("RECEIPT_SECRET_ARN", receiptSecret.getSecretArn()))
                .allow(tables.carts().getTableArn(), "dynamodb:Query", "dynamodb:UpdateItem")
                .allow(tables.products().getTableArn(), "dynamodb:BatchGetItem")
                .allow(tables.stock().getTableArn(), "dynamodb:BatchGetItem")
                .allow(receiptSecret.getSecretArn(), "secretsmanager:GetSecretValue");
    }
}
