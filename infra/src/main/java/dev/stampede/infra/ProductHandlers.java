package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;

/// The staff's operations on products and stock. The API admits everybody who is signed in; the functions check the
/// group.
public record ProductHandlers(IFunction createProduct, IFunction updateProduct, IFunction deleteProduct,
        IFunction getDescription, IFunction getStock, IFunction setStock) {

    static ProductHandlers in(Functions functions, Tables tables) {
        String products = tables.products().getTableArn();
        String stock = tables.stock().getTableArn();
        String adjustments = tables.stockAdjustments().getTableArn();
        FunctionSettings catalog = HttpHandlers.settings("catalog")
                .with("PRODUCTS_TABLE", tables.products().getTableName());
        FunctionSettings counted = catalog.with("STOCK_TABLE", tables.stock().getTableName());
        FunctionSettings books = counted
                .with("STOCK_ADJUSTMENTS_TABLE", tables.stockAdjustments().getTableName());
        return new ProductHandlers(
                functions.add("CreateProduct", counted)
                        .allow(products, "dynamodb:PutItem")
                        .allow(stock, "dynamodb:GetItem", "dynamodb:UpdateItem").live(),
                functions.add("UpdateProduct", counted)
                        .allow(products, "dynamodb:GetItem", "dynamodb:PutItem")
                        .allow(stock, "dynamodb:GetItem", "dynamodb:UpdateItem").live(),
                functions.add("DeleteProduct", counted)
                        .allow(products, "dynamodb:GetItem", "dynamodb:DeleteItem")
                        .allow(stock, "dynamodb:UpdateItem").live(),
                functions.add("GetDescription", catalog)
                        .allow(products, "dynamodb:GetItem").live(),
                functions.add("GetStock", books)
                        .allow(products, "dynamodb:GetItem")
                        .allow(stock, "dynamodb:GetItem")
                        .allow(adjustments + "/index/bySku", "dynamodb:Query").live(),
                functions.add("SetStock", books)
                        .allow(products, "dynamodb:GetItem")
                        .allow(stock, "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .allow(adjustments, "dynamodb:PutItem").live());
    }
}
