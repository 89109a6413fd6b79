package dev.stampede.infra;

import software.amazon.awscdk.services.lambda.IFunction;

/// The public reads of the catalogue, and restock notices.
public record CatalogHandlers(IFunction getProducts, IFunction getProduct, IFunction getCategories,
        IFunction getCategory, IFunction getSitemap, IFunction requestRestockNotice,
        IFunction health) {

    static CatalogHandlers in(Functions functions, Deployment deployment, Tables tables) {
        String products = tables.products().getTableArn();
        String stock = tables.stock().getTableArn();
        FunctionSettings catalog = HttpHandlers.settings("catalog");
        FunctionSettings shelf = catalog.with("PRODUCTS_TABLE", tables.products().getTableName());
        FunctionSettings shelfAndStock = shelf.with("STOCK_TABLE", tables.stock().getTableName());
        return new CatalogHandlers(
                functions.add("GetProducts", shelfAndStock)
                        .allow(products, "dynamodb:Scan")
                        .allow(stock, "dynamodb:BatchGetItem").live(),
                functions.add("GetProduct", shelfAndStock)
                        .allow(products, "dynamodb:GetItem")
                        .allow(stock, "dynamodb:GetItem").live(),
                functions.add("GetCategories", shelf)
                        .allow(products, "dynamodb:Scan").live(),
                functions.add("GetCategory", shelf)
                        .allow(products + "/index/byCategory", "dynamodb:Query").live(),
                functions.add("GetSitemap", shelf)
                        .allow(products, "dynamodb:Scan").live(),
                functions.add("RequestRestockNotice",
                        shelf.with("RESTOCK_NOTICES_TABLE", tables.restockNotices().getTableName()))
                        .allow(products, "dynamodb:GetItem")
                        .allow(tables.restockNotices().getTableArn(), "dynamodb:PutItem", "dynamodb:UpdateItem").live(),
                functions.add("Health", catalog.with("STAGE", deployment.stage().label())).live());
    }
}
