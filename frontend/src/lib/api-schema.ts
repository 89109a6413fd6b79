// Generated from docs/api/openapi.yaml by npm run generate:types. Not edited by hand.

export interface paths {
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products on sale, filtered, sorted and in pages */
        get: operations["getProducts"];
        put?: never;
        /**
         * Put a product on sale; it has no units until its stock is set
         * @description A product that was deleted left its units: one made anew under its id has them at once, and `stock` of the answer says
         *     how many. Its sales stay counted too, so a new sale needs a new id.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product */
        get: operations["getProduct"];
        /**
         * Replace all that a product says of itself; a field that is left out is taken off
         * @description Orders go by it a second later at the latest, and at once where a client says the new price. Pages may show the old
         *     one for some seconds; who orders at that is answered `PRICE_CHANGED`.
         */
        put: operations["updateProduct"];
        post?: never;
        /**
         * Take a product off sale; its orders and its stock stay
         * @description Who orders it from now on gets no unit of it. For a second an order may still be accepted (`202`); it is then `REJECTED`
         *     as `NOT_FOR_SALE`, and after that second refused as `PRODUCT_NOT_FOUND`. Who ordered before gets what they ordered.
         *     Pages may still show it for some seconds.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A product as the staff described it, whatever its sale does to it at the moment
         * @description What to begin a change from: `GET /products/{id}` shows shoppers what is in force, this shows what was said, as it
         *     stands. Of the answer `PUT /products/{id}` takes what a ProductDescription has.
         */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units of a product and the newest changes of them by hand */
        get: operations["getStock"];
        /** Set or change the units that can be ordered, once for each Idempotency-Key */
        put: operations["setStock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}/restock-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for one mail when units come back
         * @description The answer is the same whether or not there is such a product, whether or not the address asked before, and when
         *     an address has asked for too much. What nobody could be told within 30 days is forgotten.
         */
        post: operations["requestRestockNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All categories with the number of their products */
        get: operations["getCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One category with its products, without their stock */
        get: operations["getCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The addresses of the storefront for search engines
         * @description The site has it as `/sitemap.xml`. `Shop-Url` is the shop's own address: CloudFront puts it there, whatever a viewer
         *     sends under that name and whatever it calls the shop. Not in the envelope: it is in the format of
         *     [sitemaps.org](https://www.sitemaps.org/protocol.html).
         */
        get: operations["getSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own orders; everybody's for an administrator
         * @description Newest first. Everybody's are those of the last two years, or of the day that is asked for; rejected ones are not among
         *     them and come by `status=REJECTED`, in no order. Where a status is rare a page may be short or empty and still have a
         *     `nextCursor`: only a page without one is the end.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Accepted is not recorded yet: read the order with its receipt. It may turn out to be `REJECTED`: others were before it
         *     (`SOLD_OUT`, `LIMIT_REACHED`), or a product was deleted in the second before it (`NOT_FOR_SALE`). One `Idempotency-Key` names one order, however
         *     often it is sent; the price is the catalogue's, and one that the client names is only compared with it. What is
         *     limited per customer is sold to an e-mail address only, and not to a `customer_id`.
         *
         *     Make the key at random, such as a UUID: the same request under it gets the `receiptToken` again, by which the order
         *     is read and cancelled. Under a key of fewer than 22 characters, which may be guessed, the token is left out of what
         *     is answered five minutes after the order or later.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order and its history */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an order that was not shipped yet */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to send a delivered order back */
        post: operations["requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a paid order to the carrier */
        post: operations["shipOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a parcel has arrived */
        post: operations["deliverOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/receive-return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a returned parcel in */
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/fraud-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about an order that the fraud rules left to a person */
        post: operations["decideFraud"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back a part of the money, or all that is left */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sales/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a day brought, hour by hour
         * @description An event counts in the hour in which it happened, a moment after it did: a refund counts on its own day and not on
         *     that of its order. All 24 hours are there; a day to come has zeros.
         */
        get: operations["getSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own cart, with the token that opens it
         * @description A customer has one cart, the same on every device.
         */
        get: operations["getOwnCart"];
        put?: never;
        /**
         * A guest's cart to fill
         * @description Nothing is kept before the first product is put in. Keep both values; the token alone opens the cart.
         */
        post: operations["newCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cart/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A cart at today's prices
         * @description An empty cart and one that was never filled are the same. A cart is kept for a day after it was last used, a
         *     customer's own for seven.
         */
        get: operations["getCart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cart/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put units of a product into the cart
         * @description Adds to the units of the product that are there already: what two tabs put in at once is the sum of both. What is
         *     sold out can be put in, and is told as the line's `problem`. Sent again under its `Idempotency-Key` it adds once, also
         *     where the units were taken out, ordered or moved to another cart meanwhile; another product or quantity under that
         *     key is `422`.
         */
        post: operations["addCartItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cart/{id}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change how many units of a line there are */
        put: operations["setCartItem"];
        post?: never;
        /**
         * Take a line out
         * @description Taking out what is not there changes nothing.
         */
        delete: operations["removeCartItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cart/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a guest's lines into one's own cart
         * @description All at once or not at all, and once however often it is sent. What does not fit, above 10 units of a product or
         *     20 products, stays in the guest's cart and is told.
         */
        post: operations["mergeCart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checkout/{cartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Order what is in the cart
         * @description Places the order as `POST /orders` does. The cart gives up what was ordered once the order is accepted, and
         *     keeps what was put in meanwhile. One `Idempotency-Key` names one order of this cart, however often it is sent,
         *     also when the cart is empty by then. Details name a line as `items[rtx-4090]`.
         */
        post: operations["checkout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests reach functions */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/access-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a code that opens an order without its receipt
         * @description A guest who lost the receipt asks with the address that the order was placed with. The answer is always the same;
         *     a code is mailed where order and address belong together. It is good for ten minutes, five tries and one use.
         */
        post: operations["requestAccessCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a mailed code for the order's receipt token */
        post: operations["redeemAccessCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who has an account, for administrators */
        get: operations["getUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Oneself, or anybody for an administrator
         * @description The id is the token's `sub`. Somebody else's account is 404, exactly as one that does not exist.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Success: {
            /** @constant */
            success: true;
            message: string;
            data: unknown;
            timestamp: components["schemas"]["Time"];
        };
        Page: components["schemas"]["Success"] & {
            page: {
                nextCursor: string | null;
            };
        };
        Problem: {
            /** @constant */
            success: false;
            error: {
                code: string;
                message: string;
                details: components["schemas"]["ProblemDetail"][];
            };
            timestamp: components["schemas"]["Time"];
        };
        /** @description What is wrong with one field. `message` is for people and may change; where a program needs something of it, that is `value`. */
        ProblemDetail: components["schemas"]["AmountDetail"] | components["schemas"]["NumberDetail"] | components["schemas"]["TimeDetail"] | components["schemas"]["PlainDetail"];
        /**
         * @description `PRICE_CHANGED`: the price of one unit now, or the total of a cart. `REFUND_EXCEEDS_PAYMENT`: what is left to give
         *     back.
         */
        AmountDetail: {
            field: string;
            /** @enum {string} */
            code: "PRICE_CHANGED" | "REFUND_EXCEEDS_PAYMENT";
            message: string;
            value: components["schemas"]["Amount"];
        };
        /**
         * @description `STALE_VERSION`: the product's version now. `STOCK_CHANGED` and `STOCK_TOO_LOW`: the units that are available.
         *     `CART_LIMIT`: how many more units of it the cart has room for. `LIMIT_REACHED`: how many one customer may have.
         */
        NumberDetail: {
            field: string;
            /** @enum {string} */
            code: "STALE_VERSION" | "STOCK_CHANGED" | "STOCK_TOO_LOW" | "CART_LIMIT" | "LIMIT_REACHED";
            message: string;
            value: number;
        };
        /** @description `SALE_NOT_STARTED`: when the sale starts. */
        TimeDetail: {
            field: string;
            /** @constant */
            code: "SALE_NOT_STARTED";
            message: string;
            value: components["schemas"]["Time"];
        };
        /** @description Any other code. */
        PlainDetail: {
            field: string;
            code: string;
            message: string;
        };
        /** Format: date-time */
        Time: string;
        Amount: number;
        /** @description On one line. */
        Note: string;
        IdempotencyKey: string;
        Quantity: number;
        ListedProduct: {
            id: string;
            name: string;
            /** @description What it costs now. */
            price: components["schemas"]["Amount"];
            /** @description The price to strike through. */
            originalPrice: number | null;
            /** @description Whole percent against originalPrice. */
            discount: number;
            description: string;
            category: string;
            image: string;
            /** @constant */
            currency: "USD";
            limitPerCustomer?: number | null;
            sale?: null | components["schemas"]["Sale"];
            /** @description Another one after every change of the product */
            version: number;
            /** @description 1970 for products from before it was noted. */
            createdAt: components["schemas"]["Time"];
        };
        Product: components["schemas"]["ListedProduct"] & {
            /** @description Whole units available now; in a running sale, those that can be had in it. */
            stock: number;
        };
        CreatedProduct: components["schemas"]["DescribedProduct"] & {
            /** @description Units that a product of this id had left. */
            stock: number;
        };
        /** @description What was said of a product, whatever its sale does to it. What was not said is left out. */
        DescribedProduct: {
            id: components["schemas"]["Slug"];
            name: components["schemas"]["ProductName"];
            description: components["schemas"]["ProductText"];
            category: components["schemas"]["Slug"];
            image: components["schemas"]["Image"];
            /** @description What it costs outside of its sale. */
            price: components["schemas"]["Price"];
            originalPrice?: components["schemas"]["Price"];
            limitPerCustomer?: components["schemas"]["Limit"];
            sale?: components["schemas"]["DescribedSale"];
            /** @constant */
            currency: "USD";
            /** @description What `If-Match` of the next change names; another one after every change. */
            version: number;
            /** @description 1970 for products from before it was noted. */
            createdAt: components["schemas"]["Time"];
        };
        DescribedSale: {
            id: string;
            startsAt: components["schemas"]["Time"];
            endsAt: components["schemas"]["Time"];
            price: components["schemas"]["Price"];
            units: number;
            limitPerCustomer?: components["schemas"]["Limit"];
            /** @enum {unknown} */
            phase: "UPCOMING" | "RUNNING" | "OVER";
        };
        ProductDescription: {
            name: components["schemas"]["ProductName"];
            description: components["schemas"]["ProductText"];
            category: components["schemas"]["Slug"];
            image?: components["schemas"]["Image"];
            price: components["schemas"]["Price"];
            originalPrice?: components["schemas"]["Price"];
            limitPerCustomer?: components["schemas"]["Limit"];
            sale?: components["schemas"]["NewSale"];
        };
        NewProduct: {
            id: components["schemas"]["Slug"];
            name: components["schemas"]["ProductName"];
            description: components["schemas"]["ProductText"];
            category: components["schemas"]["Slug"];
            image?: components["schemas"]["Image"];
            price: components["schemas"]["Price"];
            originalPrice?: components["schemas"]["Price"];
            limitPerCustomer?: components["schemas"]["Limit"];
            sale?: components["schemas"]["NewSale"];
        };
        /**
         * @description It ends after it starts, and its price is not above the product's. From when it is planned until it starts nobody can
         *     order the product, not even at its usual price: `SALE_NOT_STARTED`. Whoever wants to sell until then plans it late.
         */
        NewSale: {
            id: string;
            startsAt: components["schemas"]["SaleTime"];
            endsAt: components["schemas"]["SaleTime"];
            price: components["schemas"]["Price"];
            units: number;
            limitPerCustomer?: components["schemas"]["Limit"];
        };
        /**
         * Format: date-time
         * @description In this century.
         */
        SaleTime: string;
        Slug: string;
        ProductName: components["schemas"]["Line"];
        /** @description Line breaks and tabs may stand in it. */
        ProductText: string;
        /** @description A path of this site, whose pages show pictures from nowhere else. Without one it is that of any product. */
        Image: string;
        /** @description At most two decimals. */
        Price: number;
        Limit: number;
        Stock: {
            sku: string;
            /** @description Units that can be ordered. */
            available: number;
            /** @description Units that wait for their payment. */
            reserved: number;
            sold: number;
        };
        /** @description Sets the units, only while there are as many as expected. */
        StockLevel: {
            available: number;
            expected: number;
            reason: components["schemas"]["StockReason"];
        };
        /** @description Adds units, or takes some away; never below zero. */
        StockChange: {
            /** @description Not 0. */
            adjust: number;
            reason: components["schemas"]["StockReason"];
        };
        StockReason: components["schemas"]["Line"];
        /** @description One line on which something can be seen. */
        Line: string;
        StockAdjustment: {
            at: components["schemas"]["Time"];
            /** @description Whose token it was. */
            by: string;
            /** @description How many units came or went. */
            adjust: number;
            /** @description The level that was set; null where units were added or taken away. */
            available: number | null;
            reason: components["schemas"]["StockReason"];
        };
        Sale: {
            id: string;
            /** @description Before it nobody can order the product. */
            startsAt: components["schemas"]["Time"];
            endsAt: components["schemas"]["Time"];
            price: components["schemas"]["Amount"];
            units: number;
            unitsLeft?: number;
            limitPerCustomer: number | null;
            /** @enum {unknown} */
            phase: "UPCOMING" | "RUNNING";
        };
        Category: {
            id: string;
            name: string;
            productCount: number;
        };
        CartOrder: {
            cart: {
                id: components["schemas"]["Sku"];
                quantity: components["schemas"]["Quantity"];
                price?: components["schemas"]["ShownAmount"];
                name?: string;
                image?: string;
            }[];
            /** Format: email */
            customerEmail?: string;
            customer_id?: components["schemas"]["CustomerId"];
            paymentToken?: components["schemas"]["PaymentToken"];
        };
        ItemsOrder: {
            items: {
                product_id: components["schemas"]["Sku"];
                quantity: components["schemas"]["Quantity"];
                price?: components["schemas"]["ShownAmount"];
            }[];
            /** Format: email */
            customerEmail?: string;
            customer_id?: components["schemas"]["CustomerId"];
            paymentToken?: components["schemas"]["PaymentToken"];
        };
        /**
         * @description The payment provider's token for the card. The demo's cards: `tok_ok`, `tok_declined`, `tok_fraud`,
         *     `tok_timeout_then_ok`, `tok_slow_6s`, `tok_error_500`.
         */
        PaymentToken: string;
        CustomerId: string;
        /** @description A product's id. */
        Sku: string;
        /** @description What the shopper was shown; compared and never charged. At most two decimals. */
        ShownAmount: number;
        NewCart: {
            /** Format: uuid */
            cartId: string;
            cartToken: string;
        };
        Cart: {
            /** Format: uuid */
            cartId: string;
            /** @description In the sequence in which they were put in. */
            items: components["schemas"]["CartItem"][];
            /** @description All units. */
            itemCount: number;
            /** @description Without what is not for sale. */
            subtotal: components["schemas"]["Amount"];
            tax: components["schemas"]["Amount"];
            totalAmount: components["schemas"]["Amount"];
            /** @constant */
            currency: "USD";
            /**
             * Format: date-time
             * @description When it is forgotten unless it is used; null while it is empty.
             */
            expiresAt: string | null;
        };
        OwnCart: components["schemas"]["Cart"] & {
            cartToken: string;
            /** @description Shows for half a day that the address is one's own; null where it was never verified. */
            addressToken: string | null;
        };
        MergedCart: components["schemas"]["OwnCart"] & {
            /** @description What stayed in the guest's cart, because it does not fit or is being ordered from there now. */
            notMerged: {
                itemId: string;
                quantity: components["schemas"]["Quantity"];
                /** @enum {unknown} */
                reason: "CART_LIMIT" | "BEING_ORDERED";
            }[];
        };
        CartItem: {
            itemId: string;
            productId: string;
            /** @description The product's id where it is not in the catalogue any more. */
            name: string;
            image: string | null;
            quantity: components["schemas"]["Quantity"];
            /** @description What one costs now. */
            price: components["schemas"]["Amount"];
            priceWhenAdded: components["schemas"]["Amount"];
            lineTotal: components["schemas"]["Amount"];
            /** @description Units that can be had now; in a running sale, of the sale. */
            available: number;
            limitPerCustomer: number | null;
            /**
             * @description What speaks against ordering the line as it is, the worst first: `NOT_FOR_SALE` (gone from the catalogue, or
             *     its sale has not started), `SOLD_OUT`, `LIMIT_REACHED`, `NOT_ENOUGH`, `PRICE_CHANGED` since it was put in.
             */
            problem: null | ("PRICE_CHANGED" | "SOLD_OUT" | "NOT_ENOUGH" | "NOT_FOR_SALE" | "LIMIT_REACHED");
            /** @description When it can be ordered; left out where no sale is to come. */
            saleStartsAt?: components["schemas"]["Time"];
        };
        OrderItem: {
            id: string;
            name: string;
            price: components["schemas"]["Amount"];
            quantity: components["schemas"]["Quantity"];
            lineTotal: components["schemas"]["Amount"];
        };
        Amounts: {
            items: components["schemas"]["OrderItem"][];
            subtotal: components["schemas"]["Amount"];
            tax: components["schemas"]["Amount"];
            totalAmount: components["schemas"]["Amount"];
            /** @constant */
            currency: "USD";
            itemCount: number;
            createdAt: components["schemas"]["Time"];
        };
        AcceptedOrder: components["schemas"]["Amounts"] & {
            /** Format: uuid */
            orderId: string;
            status: components["schemas"]["Status"];
            /** @description Left out five minutes after the order, where the key has fewer than 22 characters. */
            receiptToken?: string;
        };
        PendingOrder: {
            /** Format: uuid */
            orderId: string;
            /** @constant */
            status: "PENDING";
        };
        Order: components["schemas"]["Amounts"] & {
            /** Format: uuid */
            orderId: string;
            status: components["schemas"]["RecordedStatus"];
            reason: null | components["schemas"]["Reason"];
            customerEmail: string | null;
            updatedAt: components["schemas"]["Time"];
            payment: {
                /** @enum {unknown} */
                status: "PENDING" | "AUTHORIZED" | "DECLINED" | "CAPTURED" | "VOIDED" | "REFUNDED";
            };
            refunded: components["schemas"]["Amount"];
            /**
             * Format: date-time
             * @description Until when the units are kept for it while it is RESERVED.
             */
            holdUntil?: string | null;
            /** @description In lists only. */
            receiptToken?: string;
            history: components["schemas"]["HistoryEntry"][];
        };
        StaffOrder: components["schemas"]["Order"] & {
            fraud: {
                /** @enum {unknown} */
                decision: "PENDING" | "APPROVED" | "REVIEW" | "REJECTED";
                score: number;
                rules: string[];
            };
            /** @enum {unknown} */
            stock: "NONE" | "RESERVED" | "SOLD" | "RELEASED" | "RESTOCKED" | "WRITTEN_OFF";
            refundable: components["schemas"]["Amount"];
        };
        HistoryEntry: {
            type: string;
            status: components["schemas"]["RecordedStatus"];
            at: components["schemas"]["Time"];
            reason?: null | components["schemas"]["Reason"];
            /** @description What a refund gave back. */
            amount?: number | null;
        };
        /** @enum {unknown} */
        Status: "PENDING" | "RESERVED" | "CONFIRMED" | "SHIPPED" | "DELIVERED" | "REJECTED" | "CANCELLED" | "EXPIRED" | "REFUNDED" | "RETURN_REQUESTED" | "RETURNED";
        /** @enum {unknown} */
        RecordedStatus: "RESERVED" | "CONFIRMED" | "SHIPPED" | "DELIVERED" | "REJECTED" | "CANCELLED" | "EXPIRED" | "REFUNDED" | "RETURN_REQUESTED" | "RETURNED";
        /**
         * @description Why an order did not go through. `NOT_FOR_SALE`: a product in it had been deleted a moment before it was placed.
         * @enum {unknown}
         */
        Reason: "SOLD_OUT" | "NOT_FOR_SALE" | "LIMIT_REACHED" | "PAYMENT_DECLINED" | "PAYMENT_UNAVAILABLE" | "FRAUD_REJECTED" | "PAYMENT_TIMED_OUT" | "REVIEW_TIMED_OUT" | "CANCELLED_BY_CUSTOMER" | "CANCELLED_BY_STAFF" | "RESTOCKED" | "WRITTEN_OFF";
        /**
         * @example {
         *       "orders": 3,
         *       "units": 4,
         *       "confirmed": 2,
         *       "revenue": 3455.98,
         *       "refunds": 1,
         *       "refunded": 55.98,
         *       "cancels": 1,
         *       "cancelled": 0,
         *       "expired": 0,
         *       "rejects": 1,
         *       "kept": 3400
         *     }
         */
        SalesFigures: {
            /** @description Orders for which units were reserved. */
            orders: number;
            /** @description Units in them. */
            units: number;
            /** @description Orders that were sold. */
            confirmed: number;
            /** @description What they come to, with tax. */
            revenue: components["schemas"]["Amount"];
            refunds: number;
            refunded: components["schemas"]["Amount"];
            /** @description Orders that were cancelled, sold before or not. */
            cancels: number;
            /** @description What cancelling sold orders took back, without what a refund had taken back before. */
            cancelled: components["schemas"]["Amount"];
            /** @description Orders whose reservation ran out. */
            expired: number;
            /** @description Orders that never had units. */
            rejects: number;
            /** @description `revenue` less `refunded` and `cancelled`; below zero where older orders were given back. */
            kept: number;
        };
        DaySales: {
            /** Format: date */
            day: string;
            /** @constant */
            currency: "USD";
            totals: components["schemas"]["SalesFigures"];
            /** @description From midnight on; their sums are the totals. */
            hours: (components["schemas"]["SalesFigures"] & {
                hour: number;
            })[];
            /** @description Why orders came to nothing, the most frequent first. */
            reasons: {
                /** @enum {unknown} */
                status: "REJECTED" | "CANCELLED" | "EXPIRED";
                reason: components["schemas"]["Reason"];
                orders: number;
            }[];
        };
        User: {
            /** @description The `sub` of the user's tokens. */
            id: string;
            /** Format: email */
            email: string;
            emailVerified: boolean;
            /** @enum {unknown} */
            status: "UNCONFIRMED" | "CONFIRMED" | "ARCHIVED" | "COMPROMISED" | "UNKNOWN" | "RESET_REQUIRED" | "FORCE_CHANGE_PASSWORD" | "EXTERNAL_PROVIDER";
            createdAt: components["schemas"]["Time"];
        };
    };
    responses: {
        /** @description The order as it stands now */
        Order: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Success"] & {
                    data?: components["schemas"]["Order"];
                };
            };
        };
        /** @description The whole cart as it stands now */
        Cart: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "success": true,
                 *       "message": "Cart",
                 *       "data": {
                 *         "cartId": "3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f",
                 *         "items": [
                 *           {
                 *             "itemId": "rtx-4090",
                 *             "productId": "rtx-4090",
                 *             "name": "RTX 4090 GPU",
                 *             "image": "/images/rtx-4090.svg",
                 *             "quantity": 1,
                 *             "price": 1599.99,
                 *             "priceWhenAdded": 1649.99,
                 *             "lineTotal": 1599.99,
                 *             "available": 12,
                 *             "limitPerCustomer": null,
                 *             "problem": "PRICE_CHANGED"
                 *           }
                 *         ],
                 *         "itemCount": 1,
                 *         "subtotal": 1599.99,
                 *         "tax": 128,
                 *         "totalAmount": 1727.99,
                 *         "currency": "USD",
                 *         "expiresAt": "2026-03-02T12:00:00.000Z"
                 *       },
                 *       "timestamp": "2026-03-01T12:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["Success"] & {
                    data?: components["schemas"]["Cart"];
                };
            };
        };
        /** @description `CART_NOT_FOUND`: this token opens no such cart, whether there is one or not */
        NoCart: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `CART_LIMIT`: more than 10 units of the product, or a 21st product. Nothing was put in; the detail says which, and its `value` how many more there is room for. */
        CartLimit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The order as it stands now, with what only staff may see */
        StaffOrder: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Success"] & {
                    data?: components["schemas"]["StaffOrder"];
                };
            };
        };
        /** @description `VALIDATION_FAILED` with a detail for each field, `MALFORMED_JSON`, `INVALID_IDEMPOTENCY_KEY` or `IDEMPOTENCY_KEY_REQUIRED` */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `VALIDATION_FAILED` with a detail for each parameter, such as `UNKNOWN_CURSOR` for one that no page of the same list
         *     gave.
         */
        InvalidPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `VALIDATION_FAILED` with a detail for each field: `NOT_ABOVE_PRICE` for an originalPrice that is not above the price,
         *     `NOT_AFTER_START` for a sale that ends before it starts, `ABOVE_PRICE` for a sale that is dearer than the product.
         *     `MALFORMED_JSON`.
         */
        InvalidProduct: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that is not good here */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** @description `FORBIDDEN` or `EMAIL_NOT_VERIFIED`: not yours to do */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `PRODUCT_NOT_FOUND`, `CATEGORY_NOT_FOUND`, `ORDER_NOT_FOUND` or `USER_NOT_FOUND`: there is none, or none that you may see */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description What is at hand is still right; there is no body */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                "Cache-Control"?: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `STALE_VERSION`: somebody changed the product meanwhile; `value` of the detail is its version now */
        StaleVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `PRECONDITION_REQUIRED`: `If-Match` is missing */
        PreconditionRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `ORDER_STATE_CONFLICT`: the order does not stand where this is possible; the detail says where it stands */
        StateConflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `PAYLOAD_TOO_LARGE` */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNSUPPORTED_ENCODING`: the body is compressed; send it as it is */
        Encoded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description `IDEMPOTENCY_KEY_REUSED`: this key named something else before */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `BUSY`: too much at once, or no answer in time; under its idempotency key what was asked is done once, however often it
         *     is asked. `STORAGE_UNAVAILABLE`: nothing can be kept at the moment, so nothing was changed (the
         *     laptop cloud, when its disk is full). Come back after `Retry-After`.
         */
        Busy: {
            headers: {
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /**
         * @description `TOO_MANY_ORDERS`: for one mailbox, however it is written, or from one place, in a quarter of an hour. Nothing was
         *     ordered. Without a code: too much at once. Come back after `Retry-After`.
         */
        TooManyOrders: {
            headers: {
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** @description `TOO_MANY_REQUESTS`: asked too often for one address or from one place; come back after `Retry-After` */
        TooOften: {
            headers: {
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
    };
    parameters: {
        /** @example rtx-4090 */
        ProductId: string;
        /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
        OrderId: string;
        /**
         * @description What `GET /cart` answers as `addressToken` to who is signed in. Limits per customer count such orders apart from those
         *     of everybody who only writes the address.
         */
        AddressToken: string;
        /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
        CartId: string;
        /**
         * @description The product's id.
         * @example rtx-4090
         */
        CartItemId: string;
        /** @example 20 */
        Limit: number;
        /** @description The nextCursor of the page before. */
        Cursor: string;
        /**
         * @description A minus turns the order round. `newest` and `discount` begin with the newest and with the greatest discount.
         * @example newest
         */
        Sort: "id" | "price" | "-price" | "name" | "-name" | "newest" | "-newest" | "discount" | "-discount";
        /**
         * @description The `ETag` of the answer that is at hand.
         * @example W/"5f1c0e6a2b7d4c9f"
         */
        IfNoneMatch: string;
        /**
         * @description The `version` of the product that is at hand, in double quotes; the answer's `ETag` as it came, weak or not.
         * @example "1"
         */
        IfMatch: string;
        /**
         * @description Names this attempt. Bare or in double quotes. Without it every request is another order.
         * @example 0f8fad5b-d9cb-469f-a165-70867728950e
         */
        IdempotencyKey: components["schemas"]["IdempotencyKey"];
    };
    requestBodies: {
        Note: {
            content: {
                /**
                 * @example {
                 *       "note": "Changed my mind."
                 *     }
                 */
                "application/json": {
                    note?: components["schemas"]["Note"];
                };
            };
        };
    };
    headers: {
        /**
         * @description Changes with the data of the answer.
         * @example W/"5f1c0e6a2b7d4c9f"
         */
        ETag: string;
        /**
         * @description The version of the product in double quotes.
         * @example "1"
         */
        VersionETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getProducts: {
        parameters: {
            query?: {
                /** @example graphics-cards */
                category?: components["schemas"]["Slug"];
                /**
                 * @description Words that all stand in name, description or category, whatever their case and accents.
                 * @example gaming
                 */
                q?: string;
                /** @example 100 */
                minPrice?: number;
                /** @example 2000 */
                maxPrice?: number;
                /** @example true */
                inStock?: boolean;
                /**
                 * @description A minus turns the order round. `newest` and `discount` begin with the newest and with the greatest discount.
                 * @example newest
                 */
                sort?: components["parameters"]["Sort"];
                /** @example 20 */
                limit?: components["parameters"]["Limit"];
                /** @description The nextCursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: {
                /**
                 * @description The `ETag` of the answer that is at hand.
                 * @example W/"5f1c0e6a2b7d4c9f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of products */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"] & {
                        data?: components["schemas"]["Product"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            /**
             * @description `VALIDATION_FAILED` with a detail for each parameter, such as `OUT_OF_RANGE` for a minPrice above maxPrice and
             *     `UNKNOWN_CURSOR` for one that no page of the same sort gave.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description On sale */
            201: {
                headers: {
                    /** @example /api/products/usb-c-hub */
                    Location?: string;
                    ETag: components["headers"]["VersionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["CreatedProduct"];
                    };
                };
            };
            400: components["responses"]["InvalidProduct"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description `PRODUCT_EXISTS`, or `SALE_STARTED` where units were sold under the id of the sale before. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that is at hand.
                 * @example W/"5f1c0e6a2b7d4c9f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Product"];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `version` of the product that is at hand, in double quotes; the answer's `ETag` as it came, weak or not.
                 * @example "1"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "USB-C Hub",
                 *       "description": "Eight ports.",
                 *       "category": "accessories",
                 *       "price": 44.9
                 *     }
                 */
                "application/json": components["schemas"]["ProductDescription"];
            };
        };
        responses: {
            /** @description The product as it is now */
            200: {
                headers: {
                    ETag: components["headers"]["VersionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DescribedProduct"];
                    };
                };
            };
            400: components["responses"]["InvalidProduct"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description `SALE_STARTED`: once a sale has started, or a unit was sold under its id, the id names that sale for good. It gets
             *     no other units, starts no second time, and does not come back to the product once it was taken off, though all of
             *     its orders still wait to be recorded; another sale has another id. Its
             *     price, limit and end may change while it runs. `TOO_MANY_SALES`: a product has 200 sales in its life.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["StaleVersion"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The `version` of the product that is at hand, in double quotes; the answer's `ETag` as it came, weak or not.
                 * @example "1"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off sale */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["StaleVersion"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product */
            200: {
                headers: {
                    ETag: components["headers"]["VersionETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DescribedProduct"];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Stock"] & {
                            adjustments: components["schemas"]["StockAdjustment"][];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    setStock: {
        parameters: {
            query?: never;
            header: {
                /** @example delivery-4711 */
                "Idempotency-Key": components["schemas"]["IdempotencyKey"];
            };
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockLevel"] | components["schemas"]["StockChange"];
            };
        };
        responses: {
            /** @description The units as they are now */
            200: {
                headers: {
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Stock"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description `STOCK_CHANGED`, or `STOCK_TOO_LOW` for a change that leads below zero; `value` of the detail `available` is how many there are. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    requestRestockNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example rtx-4090 */
                id: components["parameters"]["ProductId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerEmail": "customer@example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    customerEmail: string;
                };
            };
        };
        responses: {
            /** @description Heard */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getCategories: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that is at hand.
                 * @example W/"5f1c0e6a2b7d4c9f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Category"][];
                    };
                };
            };
            304: components["responses"]["NotModified"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of the answer that is at hand.
                 * @example W/"5f1c0e6a2b7d4c9f"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @example graphics-cards */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Category"] & {
                            products: components["schemas"]["ListedProduct"][];
                        };
                    };
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getSitemap: {
        parameters: {
            query?: never;
            header: {
                /** @example https://shop.example.com */
                "Shop-Url": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shop, its categories and its products */
            200: {
                headers: {
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            400: components["responses"]["Invalid"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Whose orders. A customer may name nobody else. */
                customerEmail?: string;
                status?: components["schemas"]["RecordedStatus"];
                /** @description Only orders made on this day in UTC. For administrators. */
                day?: string;
                /** @example 20 */
                limit?: components["parameters"]["Limit"];
                /** @description The nextCursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders, each with its receipt token; one customer's newest first, everybody's in no order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"] & {
                        data?: components["schemas"]["Order"][];
                    };
                };
            };
            400: components["responses"]["InvalidPage"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this attempt. Bare or in double quotes. Without it every request is another order.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description What `GET /cart` answers as `addressToken` to who is signed in. Limits per customer count such orders apart from those
                 *     of everybody who only writes the address.
                 */
                "X-Address-Token"?: components["parameters"]["AddressToken"];
                /** @description W3C trace context. */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CartOrder"] | components["schemas"]["ItemsOrder"];
            };
        };
        responses: {
            /** @description Accepted; the same again for a repeated request, without the receipt where its key may be guessed */
            202: {
                headers: {
                    Location?: string;
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptedOrder"];
                    };
                };
            };
            /**
             * @description `VALIDATION_FAILED` with a detail for each field, such as `DUPLICATE_LINE` for a product that has a line already;
             *     `MALFORMED_JSON`; `INVALID_IDEMPOTENCY_KEY`. Nothing was ordered.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /**
             * @description `PRICE_CHANGED`, `SOLD_OUT`, `LIMIT_REACHED` (more than one customer may have), or `SALE_NOT_STARTED` with
             *     the time as `value` of the detail and `Retry-After`; the price and the limit are values too. Nothing was ordered.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooManyOrders"];
            503: components["responses"]["Busy"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order; one that is not recorded yet has no more than its id and the status PENDING */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Order"] | components["schemas"]["PendingOrder"];
                    };
                };
            };
            404: components["responses"]["NotFound"];
            /** @description `RECEIPT_SUPERSEDED`: another body was recorded under the same Idempotency-Key. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Note"];
        responses: {
            200: components["responses"]["Order"];
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    requestReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Note"];
        responses: {
            200: components["responses"]["Order"];
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    shipOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Note"];
        responses: {
            200: components["responses"]["StaffOrder"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    deliverOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: components["requestBodies"]["Note"];
        responses: {
            200: components["responses"]["StaffOrder"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "units": "restock"
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    units: "restock" | "write-off";
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            200: components["responses"]["StaffOrder"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    decideFraud: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "approve",
                 *       "note": "Known customer."
                 *     }
                 */
                "application/json": {
                    /** @enum {unknown} */
                    decision: "approve" | "reject";
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            200: components["responses"]["StaffOrder"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["StateConflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header: {
                /** @example refund-1 */
                "Idempotency-Key": components["schemas"]["IdempotencyKey"];
            };
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "amount": 5,
                 *       "note": "Scratched box."
                 *     }
                 */
                "application/json": {
                    /** @description All that is left when it is not named. */
                    amount?: number;
                    note?: components["schemas"]["Note"];
                };
            };
        };
        responses: {
            200: components["responses"]["StaffOrder"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /**
             * @description `ORDER_STATE_CONFLICT`, `REFUND_EXCEEDS_PAYMENT` with what is left, or `TOO_MANY_REFUNDS`: an order is refunded in
             *     50 parts at most, and the last of them is all that is left.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getSales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description In UTC.
                 * @example 2026-11-27
                 */
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["DaySales"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getOwnCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cart; an empty one where nothing was put in yet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["OwnCart"];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    newCart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty cart's id and token */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "Cart",
                     *       "data": {
                     *         "cartId": "3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f",
                     *         "cartToken": "q7Rk1vWm2ZtYx0LbN4sGdA"
                     *       },
                     *       "timestamp": "2026-03-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["NewCart"];
                    };
                };
            };
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                id: components["parameters"]["CartId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Cart"];
            404: components["responses"]["NoCart"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    addCartItem: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Names this click. Bare or in double quotes. Without it every request adds.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "Idempotency-Key"?: components["schemas"]["IdempotencyKey"];
            };
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                id: components["parameters"]["CartId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "productId": "rtx-4090",
                 *       "quantity": 1
                 *     }
                 */
                "application/json": {
                    productId: components["schemas"]["Sku"];
                    quantity: components["schemas"]["Quantity"];
                };
            };
        };
        responses: {
            200: components["responses"]["Cart"];
            400: components["responses"]["Invalid"];
            /** @description `CART_NOT_FOUND` or `PRODUCT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["CartLimit"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    setCartItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                id: components["parameters"]["CartId"];
                /**
                 * @description The product's id.
                 * @example rtx-4090
                 */
                itemId: components["parameters"]["CartItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 2
                 *     }
                 */
                "application/json": {
                    quantity: components["schemas"]["Quantity"];
                };
            };
        };
        responses: {
            200: components["responses"]["Cart"];
            400: components["responses"]["Invalid"];
            /** @description `CART_NOT_FOUND` or `CART_ITEM_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    removeCartItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                id: components["parameters"]["CartId"];
                /**
                 * @description The product's id.
                 * @example rtx-4090
                 */
                itemId: components["parameters"]["CartItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Cart"];
            404: components["responses"]["NoCart"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    mergeCart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                id: components["parameters"]["CartId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer's cart, with its token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["MergedCart"];
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NoCart"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    checkout: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Names this attempt. Bare or in double quotes.
                 * @example 0f8fad5b-d9cb-469f-a165-70867728950e
                 */
                "Idempotency-Key": components["schemas"]["IdempotencyKey"];
                /**
                 * @description What `GET /cart` answers as `addressToken` to who is signed in. Limits per customer count such orders apart from those
                 *     of everybody who only writes the address.
                 */
                "X-Address-Token"?: components["parameters"]["AddressToken"];
                /** @description W3C trace context. */
                traceparent?: string;
            };
            path: {
                /** @example 3f0c6a1e-5b7d-4c2a-9e4f-8d1b2c3a4e5f */
                cartId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerEmail": "customer@example.com",
                 *       "paymentToken": "tok_ok",
                 *       "totalAmount": 1727.99
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    customerEmail: string;
                    paymentToken?: components["schemas"]["PaymentToken"];
                    totalAmount?: components["schemas"]["ShownAmount"];
                };
            };
        };
        responses: {
            /** @description Accepted; the same again for a repeated request */
            202: {
                headers: {
                    Location?: string;
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["AcceptedOrder"] & {
                            receiptToken: string;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `CART_NOT_FOUND`, or `PRODUCT_NOT_FOUND` for a line that is not for sale any more */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `CART_EMPTY`; `PRICE_CHANGED` where `totalAmount` differs, with the true total as `value` of the detail; `SOLD_OUT`,
             *     `LIMIT_REACHED` or `SALE_NOT_STARTED` as for `POST /orders`.
             *     Nothing was ordered, and the cart is as it was.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooManyOrders"];
            503: components["responses"]["Busy"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @constant */
                            status: "UP";
                            stage: string;
                        };
                    };
                };
            };
            503: components["responses"]["Busy"];
        };
    };
    requestAccessCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerEmail": "customer@example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    customerEmail: string;
                };
            };
        };
        responses: {
            /** @description Heard, whether there is such an order or not */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** @description The id as it was asked for. */
                            orderId: string;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["TooOften"];
            503: components["responses"]["Busy"];
        };
    };
    redeemAccessCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 7f3e8a52-1f0c-5f0e-9d5e-6a3d4b1c2d3e */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "customerEmail": "customer@example.com",
                 *       "code": "40718356"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    customerEmail: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description The receipt token, as `POST /orders` answered it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: {
                            /** Format: uuid */
                            orderId: string;
                            receiptToken: string;
                        };
                    };
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `CODE_NOT_VALID`: wrong, used, expired, tried too often, or no such order; which of them is not told */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Encoded"];
            429: components["responses"]["TooOften"];
            503: components["responses"]["Busy"];
        };
    };
    getUsers: {
        parameters: {
            query?: {
                /** @example 20 */
                limit?: number;
                /** @description The nextCursor of the page before. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "OK",
                     *       "data": [
                     *         {
                     *           "id": "0d2f2a4e-5c1b-3f0e-9a53-6d1f0a3b7c11",
                     *           "email": "shopper@example.com",
                     *           "emailVerified": true,
                     *           "status": "CONFIRMED",
                     *           "createdAt": "2026-11-27T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "page": {
                     *         "nextCursor": null
                     *       },
                     *       "timestamp": "2026-11-27T08:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Page"] & {
                        data?: components["schemas"]["User"][];
                    };
                };
            };
            400: components["responses"]["InvalidPage"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0d2f2a4e-5c1b-3f0e-9a53-6d1f0a3b7c11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user with their groups */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "success": true,
                     *       "message": "OK",
                     *       "data": {
                     *         "id": "0d2f2a4e-5c1b-3f0e-9a53-6d1f0a3b7c11",
                     *         "email": "shopper@example.com",
                     *         "emailVerified": true,
                     *         "status": "CONFIRMED",
                     *         "createdAt": "2026-11-27T08:00:00.000Z",
                     *         "groups": [
                     *           "customer"
                     *         ]
                     *       },
                     *       "timestamp": "2026-11-27T08:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["User"] & {
                            groups: string[];
                        };
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
            503: components["responses"]["Busy"];
        };
    };
}
