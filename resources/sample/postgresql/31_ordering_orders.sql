-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, second part: orders and what happens to them.

SET ROLE shop_owner;
SET search_path = ordering;
SET TIME ZONE 'UTC';

CREATE TABLE tmp_orders (
    id              bigserial PRIMARY KEY,
    order_no        varchar(16) NOT NULL UNIQUE,
    customer_id     bigint NOT NULL REFERENCES customers (id),
    parent_order_id bigint REFERENCES tmp_orders (id),
    channel         smallint NOT NULL DEFAULT 1,
    status          order_status NOT NULL DEFAULT 'new',
    state           smallint NOT NULL DEFAULT 1 CHECK (state IN (0, 1, 2, 9)),
    type            char(1) NOT NULL DEFAULT 'C',
    currency        char(3) NOT NULL DEFAULT 'EUR',
    subtotal_cents  integer NOT NULL,
    shipping_cents  integer NOT NULL DEFAULT 0,
    discount_cents  integer NOT NULL DEFAULT 0,
    total_cents     integer GENERATED ALWAYS AS
                    (subtotal_cents + shipping_cents - discount_cents) STORED,
    address_no      smallint NOT NULL DEFAULT 1 CHECK (address_no BETWEEN 1 AND 4),
    delivery_date   varchar(10),
    data            text,
    created_by      char(36),
    ordered_at      timestamptz NOT NULL DEFAULT now(),
    paid_at         timestamptz,
    shipped_at      timestamptz,
    deleted_at      timestamptz
);

CREATE INDEX ix_tmp_orders_customer ON tmp_orders (customer_id, ordered_at DESC);
CREATE INDEX ix_tmp_orders_open ON tmp_orders (ordered_at) WHERE state IN (0, 1);

CREATE TABLE order_items (
    order_id         bigint   NOT NULL REFERENCES tmp_orders (id) ON DELETE CASCADE,
    line_no          smallint NOT NULL,
    product_id       integer  NOT NULL,
    variant_no       smallint NOT NULL DEFAULT 1,
    quantity         integer  NOT NULL CHECK (quantity > 0),
    unit_price_cents integer  NOT NULL,
    line_total_cents integer  GENERATED ALWAYS AS (quantity * unit_price_cents) STORED,
    PRIMARY KEY (order_id, line_no)
);

CREATE INDEX ix_order_items_product ON order_items (product_id);
CREATE INDEX idx_orderitems_prod ON order_items (product_id);

CREATE TABLE order_status_history (
    order_id   bigint   NOT NULL REFERENCES tmp_orders (id) ON DELETE CASCADE,
    seq        smallint NOT NULL,
    old_status order_status,
    new_status order_status NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, seq)
);

CREATE TABLE "orderNotes" (
    "noteId"      integer PRIMARY KEY,
    "orderId"     bigint NOT NULL REFERENCES tmp_orders (id),
    "authorId"    char(36),
    "noteText"    text NOT NULL,
    "createdDate" varchar(10)
);

CREATE TABLE carriers (
    code         varchar(8) PRIMARY KEY,
    name         text NOT NULL,
    tracking_url text,
    is_active    boolean NOT NULL DEFAULT true
);

CREATE TABLE shipments (
    id             bigint PRIMARY KEY,
    order_id       bigint NOT NULL REFERENCES tmp_orders (id),
    carrier_code   varchar(8) NOT NULL REFERENCES carriers (code) ON UPDATE CASCADE,
    warehouse_code char(4) NOT NULL,
    tracking_no    varchar(24),
    status         smallint NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4),
    shipped_at     timestamptz NOT NULL,
    delivered_at   timestamptz
);

CREATE INDEX ix_shipments_tracking ON shipments USING hash (tracking_no);

CREATE TABLE shipment_items (
    shipment_id bigint   NOT NULL REFERENCES shipments (id) ON DELETE CASCADE,
    order_id    bigint   NOT NULL,
    line_no     smallint NOT NULL,
    quantity    integer  NOT NULL,
    PRIMARY KEY (shipment_id, order_id, line_no),
    FOREIGN KEY (order_id, line_no) REFERENCES order_items (order_id, line_no)
);

CREATE TABLE "ReturnRequests" (
    "ReturnRequestId" bigint PRIMARY KEY,
    "OrderId"         bigint   NOT NULL,
    "LineNo"          smallint NOT NULL,
    "Quantity"        integer  NOT NULL DEFAULT 1,
    "ReasonCode"      smallint NOT NULL CHECK ("ReasonCode" IN (1, 2, 3, 4, 99)),
    "Status"          smallint NOT NULL DEFAULT 0,
    "HandledBy"       char(36),
    "CreatedAt"       timestamptz NOT NULL,
    "ClosedAt"        timestamptz,
    FOREIGN KEY ("OrderId", "LineNo") REFERENCES order_items (order_id, line_no)
);

CREATE TABLE coupon_redemptions (
    coupon_code varchar(16) NOT NULL REFERENCES coupons (code),
    order_id    bigint NOT NULL, -- its key is added after the rows, NOT VALID
    redeemed_at timestamptz NOT NULL,
    PRIMARY KEY (coupon_code, order_id)
);

-- Copies. A rule keeps everybody from changing the backup.
CREATE TABLE orders_bak_2019 (
    id bigint, order_no varchar(16), customer_id bigint, channel smallint, status text,
    state smallint, currency char(3), subtotal_cents integer, shipping_cents integer,
    discount_cents integer, ordered_at timestamptz
);

CREATE TABLE order_archive (
    id          bigint      NOT NULL,
    order_no    varchar(16) NOT NULL,
    customer_id bigint      NOT NULL,
    status      text        NOT NULL,
    currency    char(3)     NOT NULL,
    total_cents integer     NOT NULL,
    ordered_at  timestamptz NOT NULL,
    archived_at timestamptz NOT NULL,
    PRIMARY KEY (id, ordered_at)
) PARTITION BY RANGE (ordered_at);

CREATE INDEX ix_order_archive_customer ON order_archive (customer_id);
CREATE TABLE order_archive_2017 PARTITION OF order_archive FOR VALUES FROM ('2017-01-01') TO ('2018-01-01');
CREATE TABLE order_archive_2018 PARTITION OF order_archive FOR VALUES FROM ('2018-01-01') TO ('2019-01-01');
CREATE TABLE order_archive_2019 PARTITION OF order_archive FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
CREATE TABLE order_archive_2020 PARTITION OF order_archive FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE order_archive_rest PARTITION OF order_archive DEFAULT;

RESET ROLE;
RESET search_path;
RESET TIME ZONE;
