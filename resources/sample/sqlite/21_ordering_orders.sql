-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, second part: orders and what happens to them.
-- The table `orders` of 2014 is gone; its copy of the 2016 migration is what everybody uses.

CREATE TABLE tmp_orders (
    id              INTEGER PRIMARY KEY,
    order_no        VARCHAR(16) NOT NULL UNIQUE,
    customer_id     INTEGER NOT NULL REFERENCES customers (id),
    parent_order_id INTEGER REFERENCES tmp_orders (id), -- the order that this one replaces
    channel         SMALLINT NOT NULL DEFAULT 1, -- 1 web, 2 telephone, 3 marketplace, 4 shop
    status          VARCHAR(10) NOT NULL DEFAULT 'new' -- life of the record: 0 draft, 1 open, 2 closed, 9 archived
                    CHECK (status IN ('new', 'paid', 'picking', 'shipped', 'delivered', 'cancelled')),
    state           SMALLINT NOT NULL DEFAULT 1 -- where the parcel is: new, paid, picking, shipped, delivered, cancelled
                    CHECK (state IN (0, 1, 2, 9)),
    type            CHAR(1) NOT NULL DEFAULT 'C',
    currency        CHAR(3) NOT NULL DEFAULT 'EUR',
    subtotal_cents  INTEGER NOT NULL,
    shipping_cents  INTEGER NOT NULL DEFAULT 0,
    discount_cents  INTEGER NOT NULL DEFAULT 0,
    total_cents     INTEGER GENERATED ALWAYS AS
                    (subtotal_cents + shipping_cents - discount_cents) STORED,
    address_no      SMALLINT NOT NULL DEFAULT 1 CHECK (address_no BETWEEN 1 AND 4),
    delivery_date   VARCHAR(10), -- DD/MM/YYYY as promised on the page, ASAP from marketplaces
    data            TEXT,
    created_by      CHAR(36), -- an agent for telephone orders
    ordered_at      TEXT NOT NULL,
    paid_at         TEXT,
    shipped_at      TEXT,
    deleted_at      TEXT
);

CREATE INDEX ix_tmp_orders_customer ON tmp_orders (customer_id, ordered_at);
CREATE INDEX ix_tmp_orders_open ON tmp_orders (ordered_at) WHERE state IN (0, 1);
CREATE INDEX ix_tmp_orders_month ON tmp_orders (substr(ordered_at, 1, 7));

CREATE TABLE order_items (
    order_id         INTEGER NOT NULL REFERENCES tmp_orders (id) ON DELETE CASCADE,
    line_no          INTEGER NOT NULL,
    product_id       INTEGER NOT NULL, -- references products.id, without a key since the split of 2019
    variant_no       INTEGER NOT NULL DEFAULT 1,
    quantity         INTEGER NOT NULL CHECK (quantity > 0),
    unit_price_cents INTEGER NOT NULL,
    line_total_cents INTEGER GENERATED ALWAYS AS (quantity * unit_price_cents) STORED,
    PRIMARY KEY (order_id, line_no)
);

CREATE INDEX ix_order_items_product ON order_items (product_id);
CREATE INDEX idx_orderitems_prod ON order_items (product_id); -- the same once more, 2020

CREATE TABLE order_status_history ( -- Written by a trigger
    order_id   INTEGER NOT NULL REFERENCES tmp_orders (id) ON DELETE CASCADE,
    seq        INTEGER NOT NULL,
    old_status VARCHAR(10),
    new_status VARCHAR(10) NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (order_id, seq)
) WITHOUT ROWID;

CREATE TABLE orderNotes ( /* Remarks of the telephone desk, 2014 */
    noteId      INTEGER PRIMARY KEY,
    orderId     INTEGER NOT NULL REFERENCES tmp_orders (id),
    authorId    CHAR(36),
    noteText    TEXT NOT NULL,
    createdDate VARCHAR(10) /* DD.MM.YYYY */
);

CREATE TABLE carriers (
    code         VARCHAR(8) PRIMARY KEY,
    name         TEXT NOT NULL,
    tracking_url TEXT,
    is_active    INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;

CREATE TABLE shipments (
    id             INTEGER PRIMARY KEY,
    order_id       INTEGER NOT NULL REFERENCES tmp_orders (id),
    carrier_code   VARCHAR(8) NOT NULL REFERENCES carriers (code),
    warehouse_code CHAR(4) NOT NULL, -- a gate of the catalogue service
    tracking_no    VARCHAR(24),
    status         SMALLINT NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4),
    shipped_at     TEXT NOT NULL,
    delivered_at   TEXT
);

CREATE TABLE shipment_items (
    shipment_id INTEGER NOT NULL REFERENCES shipments (id) ON DELETE CASCADE,
    order_id    INTEGER NOT NULL,
    line_no     INTEGER NOT NULL,
    quantity    INTEGER NOT NULL,
    PRIMARY KEY (shipment_id, order_id, line_no),
    FOREIGN KEY (order_id, line_no) REFERENCES order_items (order_id, line_no)
);

CREATE TABLE ReturnRequests ( -- Since 2022
    ReturnRequestId INTEGER PRIMARY KEY,
    OrderId         INTEGER NOT NULL,
    LineNo          INTEGER NOT NULL,
    Quantity        INTEGER NOT NULL DEFAULT 1,
    ReasonCode      SMALLINT NOT NULL CHECK (ReasonCode IN (1, 2, 3, 4, 99)),
    Status          SMALLINT NOT NULL DEFAULT 0,
    HandledBy       CHAR(36),
    CreatedAt       TEXT NOT NULL,
    ClosedAt        TEXT,
    FOREIGN KEY (OrderId, LineNo) REFERENCES order_items (order_id, line_no)
);

CREATE TABLE coupon_redemptions (
    coupon_code VARCHAR(16) NOT NULL REFERENCES coupons (code),
    order_id    INTEGER NOT NULL REFERENCES tmp_orders (id) ON DELETE CASCADE,
    redeemed_at TEXT NOT NULL,
    PRIMARY KEY (coupon_code, order_id)
);

-- Copies. Nobody dares to drop them.
CREATE TABLE orders_bak_2019 ( -- before the split into services, 11 February 2019
    id INT, order_no VARCHAR(16), customer_id INT, channel SMALLINT, status VARCHAR(10),
    state SMALLINT, currency CHAR(3), subtotal_cents INT, shipping_cents INT,
    discount_cents INT, ordered_at TEXT
);

-- The archive job ran from 2018 to 2021, one table per year.
CREATE TABLE order_archive_2017 (
    id INTEGER PRIMARY KEY, order_no VARCHAR(16) NOT NULL, customer_id INTEGER NOT NULL,
    status VARCHAR(10) NOT NULL, currency CHAR(3) NOT NULL, total_cents INTEGER NOT NULL,
    ordered_at TEXT NOT NULL, archived_at TEXT NOT NULL
);
CREATE TABLE order_archive_2018 (
    id INTEGER PRIMARY KEY, order_no VARCHAR(16) NOT NULL, customer_id INTEGER NOT NULL,
    status VARCHAR(10) NOT NULL, currency CHAR(3) NOT NULL, total_cents INTEGER NOT NULL,
    ordered_at TEXT NOT NULL, archived_at TEXT NOT NULL
);
CREATE TABLE order_archive_2019 (
    id INTEGER PRIMARY KEY, order_no VARCHAR(16) NOT NULL, customer_id INTEGER NOT NULL,
    status VARCHAR(10) NOT NULL, currency CHAR(3) NOT NULL, total_cents INTEGER NOT NULL,
    ordered_at TEXT NOT NULL, archived_at TEXT NOT NULL
);
CREATE TABLE order_archive_2020 (
    id INTEGER PRIMARY KEY, order_no VARCHAR(16) NOT NULL, customer_id INTEGER NOT NULL,
    status VARCHAR(10) NOT NULL, currency CHAR(3) NOT NULL, total_cents INTEGER NOT NULL,
    ordered_at TEXT NOT NULL, archived_at TEXT NOT NULL
);
