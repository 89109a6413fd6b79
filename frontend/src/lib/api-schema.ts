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
        post?: never;
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
        put?: never;
        post?: never;
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
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own orders; everybody's for an administrator */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Accepted is not recorded yet: read the order with its receipt. One `Idempotency-Key` names one order, however
         *     often it is sent; the price is the catalogue's, and one that the client names is only compared with it.
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
                details: {
                    field: string;
                    code: string;
                    message: string;
                }[];
            };
            timestamp: components["schemas"]["Time"];
        };
        /** Format: date-time */
        Time: string;
        Amount: number;
        Note: string;
        IdempotencyKey: string;
        Quantity: number;
        ShelfProduct: {
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
        };
        Product: components["schemas"]["ShelfProduct"] & {
            /** @description Whole units available now; in a running sale, those that can be had in it. */
            stock: number;
        };
        Sale: {
            id: string;
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
                id: string;
                quantity: components["schemas"]["Quantity"];
                /** @description What the shopper was shown; compared and never charged. */
                price?: number;
                name?: string;
                image?: string;
            }[];
            /** Format: email */
            customerEmail?: string;
            customer_id?: string;
            paymentToken?: components["schemas"]["PaymentToken"];
        };
        ItemsOrder: {
            items: {
                product_id: string;
                quantity: components["schemas"]["Quantity"];
                price?: number;
            }[];
            /** Format: email */
            customerEmail?: string;
            customer_id?: string;
            paymentToken?: components["schemas"]["PaymentToken"];
        };
        /**
         * @description The payment provider's token for the card. The demo's cards: `tok_ok`, `tok_declined`, `tok_fraud`,
         *     `tok_timeout_then_ok`, `tok_slow_6s`, `tok_error_500`.
         */
        PaymentToken: string;
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
            receiptToken: string;
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
        /** @enum {unknown} */
        Reason: "SOLD_OUT" | "LIMIT_REACHED" | "PAYMENT_DECLINED" | "PAYMENT_UNAVAILABLE" | "FRAUD_REJECTED" | "PAYMENT_TIMED_OUT" | "REVIEW_TIMED_OUT" | "CANCELLED_BY_CUSTOMER" | "CANCELLED_BY_STAFF" | "RESTOCKED" | "WRITTEN_OFF";
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
        /** @description `PRODUCT_NOT_FOUND`, `CATEGORY_NOT_FOUND` or `ORDER_NOT_FOUND`: there is none, or none that you may see */
        NotFound: {
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
        /** @description `IDEMPOTENCY_KEY_REUSED`: this key named something else before */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Too much at once; come back after `Retry-After` */
        Busy: {
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
        /** @example 20 */
        Limit: number;
        /** @description The nextCursor of the page before. */
        Cursor: string;
        Sort: string;
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
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getProducts: {
        parameters: {
            query?: {
                /** @example graphics-cards */
                category?: string;
                /**
                 * @description Words that all stand in name, description or category.
                 * @example gaming
                 */
                q?: string;
                /** @example 100 */
                minPrice?: number;
                /** @example 2000 */
                maxPrice?: number;
                /** @example true */
                inStock?: boolean;
                sort?: components["parameters"]["Sort"];
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
            /** @description A page of products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"] & {
                        data?: components["schemas"]["Product"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            429: components["responses"]["Busy"];
        };
    };
    getProduct: {
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Product"];
                    };
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
        };
    };
    getCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Category"][];
                    };
                };
            };
            429: components["responses"]["Busy"];
        };
    };
    getCategory: {
        parameters: {
            query?: never;
            header?: never;
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
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Success"] & {
                        data?: components["schemas"]["Category"] & {
                            products: components["schemas"]["ShelfProduct"][];
                        };
                    };
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["Busy"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Whose orders. A customer may name nobody else. */
                customerEmail?: string;
                status?: components["schemas"]["RecordedStatus"];
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
            /** @description A page of orders, newest first, each with its receipt token */
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
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["Busy"];
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
            /** @description Accepted; the same again for a repeated request */
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
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            /**
             * @description `PRICE_CHANGED`, `SOLD_OUT`, `LIMIT_REACHED` (more than one customer may have), or `SALE_NOT_STARTED` with
             *     the time in the detail and `Retry-After`. Nothing was ordered.
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
            422: components["responses"]["KeyReused"];
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            429: components["responses"]["Busy"];
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
            /** @description `ORDER_STATE_CONFLICT`, or `REFUND_EXCEEDS_PAYMENT` with what is left. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["Busy"];
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
        };
    };
}
