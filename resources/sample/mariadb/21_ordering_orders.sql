-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, second part: orders and what happens to them.
-- The comments of status and state stand at each other's column.

USE shop_ordering;

CREATE TABLE tmp_orders (
    id              BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_no        VARCHAR(16) NOT NULL UNIQUE,
    customer_id     BIGINT NOT NULL,
    parent_order_id BIGINT,
    channel         SMALLINT NOT NULL DEFAULT 1 COMMENT '@values 1=web, 2=telephone, 3=marketplace, 4=shop',
    status          ENUM ('new', 'paid', 'picking', 'shipped', 'delivered', 'cancelled') NOT NULL DEFAULT 'new'
                    COMMENT 'Life of the record.\n@values 0=draft, 1=open, 2=closed, 9=archived',
    state           SMALLINT NOT NULL DEFAULT 1
                    COMMENT 'Where the parcel is.\n@values new=received, paid=money is here, picking=in the warehouse, shipped=on its way, delivered=arrived, cancelled=called off',
    type            CHAR(1) NOT NULL DEFAULT 'C',
    currency        CHAR(3) NOT NULL DEFAULT 'EUR',
    subtotal_cents  INT NOT NULL,
    shipping_cents  INT NOT NULL DEFAULT 0,
    discount_cents  INT NOT NULL DEFAULT 0,
    total_cents     INT GENERATED ALWAYS AS (subtotal_cents + shipping_cents - discount_cents) STORED,
    address_no      SMALLINT NOT NULL DEFAULT 1,
    delivery_date   VARCHAR(10) COMMENT 'As promised on the page.\n@format DD/MM/YYYY\n@sentinel ASAP=marketplace order',
    data            TEXT,
    created_by      CHAR(36) COMMENT 'The agent who took the call.\n@references shop_support.agents(id)',
    ordered_at      DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    paid_at         DATETIME,
    shipped_at      DATETIME,
    deleted_at      DATETIME,
    INDEX ix_tmp_orders_customer (customer_id, ordered_at),
    CONSTRAINT tmp_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id),
    CONSTRAINT tmp_orders_parent FOREIGN KEY (parent_order_id) REFERENCES tmp_orders (id),
    CONSTRAINT tmp_orders_state CHECK (state IN (0, 1, 2, 9)),
    CONSTRAINT tmp_orders_address CHECK (address_no BETWEEN 1 AND 4)
) ENGINE = InnoDB;

CREATE TABLE order_items (
    order_id         BIGINT NOT NULL,
    line_no          SMALLINT NOT NULL,
    product_id       INT UNSIGNED NOT NULL COMMENT 'No key since the split of 2019.\n@references shop_catalogue.products(id)',
    variant_no       TINYINT UNSIGNED NOT NULL DEFAULT 1,
    quantity         INT NOT NULL CHECK (quantity > 0),
    unit_price_cents INT NOT NULL,
    line_total_cents INT GENERATED ALWAYS AS (quantity * unit_price_cents) STORED,
    PRIMARY KEY (order_id, line_no),
    INDEX ix_order_items_product (product_id),
    INDEX idx_orderitems_prod (product_id),
    CONSTRAINT order_items_order FOREIGN KEY (order_id) REFERENCES tmp_orders (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE order_status_history (
    order_id   BIGINT NOT NULL,
    seq        SMALLINT NOT NULL,
    old_status VARCHAR(10),
    new_status VARCHAR(10) NOT NULL,
    changed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (order_id, seq),
    CONSTRAINT order_status_history_order FOREIGN KEY (order_id) REFERENCES tmp_orders (id) ON DELETE CASCADE
) ENGINE = InnoDB COMMENT = 'Written by a trigger.';

CREATE TABLE orderNotes (
    noteId      INT NOT NULL PRIMARY KEY,
    orderId     BIGINT NOT NULL,
    authorId    CHAR(36),
    noteText    TEXT NOT NULL,
    createdDate VARCHAR(10) COMMENT '@format DD.MM.YYYY',
    CONSTRAINT orderNotes_order FOREIGN KEY (orderId) REFERENCES tmp_orders (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb3 COMMENT = 'Remarks of the telephone desk.\n@convention legacy-2014';

CREATE TABLE carriers (
    code         VARCHAR(8) NOT NULL PRIMARY KEY,
    name         VARCHAR(40) NOT NULL,
    tracking_url VARCHAR(120),
    is_active    TINYINT(1) NOT NULL DEFAULT 1
) ENGINE = InnoDB;

CREATE TABLE shipments (
    id             BIGINT NOT NULL PRIMARY KEY,
    order_id       BIGINT NOT NULL,
    carrier_code   VARCHAR(8) NOT NULL COMMENT 'FK to carrier_list.code',
    warehouse_code CHAR(4) NOT NULL,
    tracking_no    VARCHAR(24),
    status         SMALLINT NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 4),
    shipped_at     DATETIME NOT NULL,
    delivered_at   DATETIME,
    CONSTRAINT shipments_order FOREIGN KEY (order_id) REFERENCES tmp_orders (id),
    CONSTRAINT shipments_carrier FOREIGN KEY (carrier_code) REFERENCES carriers (code) ON UPDATE CASCADE
) ENGINE = InnoDB;

CREATE TABLE shipment_items (
    shipment_id BIGINT NOT NULL,
    order_id    BIGINT NOT NULL,
    line_no     SMALLINT NOT NULL,
    quantity    INT NOT NULL,
    PRIMARY KEY (shipment_id, order_id, line_no),
    CONSTRAINT shipment_items_shipment FOREIGN KEY (shipment_id) REFERENCES shipments (id) ON DELETE CASCADE,
    CONSTRAINT shipment_items_item FOREIGN KEY (order_id, line_no) REFERENCES order_items (order_id, line_no)
) ENGINE = InnoDB;

CREATE TABLE ReturnRequests (
    ReturnRequestId BIGINT NOT NULL PRIMARY KEY,
    OrderId         BIGINT NOT NULL,
    LineNo          SMALLINT NOT NULL,
    Quantity        INT NOT NULL DEFAULT 1,
    ReasonCode      SMALLINT NOT NULL CHECK (ReasonCode IN (1, 2, 3, 4, 99)),
    Status          SMALLINT NOT NULL DEFAULT 0,
    HandledBy       CHAR(36),
    CreatedAt       DATETIME NOT NULL,
    ClosedAt        DATETIME,
    CONSTRAINT ReturnRequests_item FOREIGN KEY (OrderId, LineNo) REFERENCES order_items (order_id, line_no)
) ENGINE = InnoDB COMMENT = '@convention pascal-2022';

CREATE TABLE coupon_redemptions (
    coupon_code VARCHAR(16) NOT NULL,
    order_id    BIGINT NOT NULL,
    redeemed_at DATETIME NOT NULL,
    PRIMARY KEY (coupon_code, order_id),
    CONSTRAINT coupon_redemptions_coupon FOREIGN KEY (coupon_code) REFERENCES coupons (code),
    CONSTRAINT coupon_redemptions_order FOREIGN KEY (order_id) REFERENCES tmp_orders (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Copies.
CREATE TABLE orders_bak_2019 (
    id BIGINT, order_no VARCHAR(16), customer_id BIGINT, channel SMALLINT, status VARCHAR(10),
    state SMALLINT, currency CHAR(3), subtotal_cents INT, shipping_cents INT,
    discount_cents INT, ordered_at DATETIME
) ENGINE = MyISAM DEFAULT CHARSET = utf8mb3
  COMMENT = 'Copy before the split, 11 February 2019.\n@keep the auditors ask for it';

CREATE TABLE order_archive (
    id          BIGINT NOT NULL,
    order_no    VARCHAR(16) NOT NULL,
    customer_id BIGINT NOT NULL,
    status      VARCHAR(10) NOT NULL,
    currency    CHAR(3) NOT NULL,
    total_cents INT NOT NULL,
    ordered_at  DATETIME NOT NULL,
    archived_at DATETIME NOT NULL,
    PRIMARY KEY (id, ordered_at),
    INDEX ix_order_archive_customer (customer_id)
) ENGINE = InnoDB COMMENT = 'Filled by the archive job from 2018 to 2021.'
PARTITION BY RANGE (YEAR(ordered_at)) (
    PARTITION p2017 VALUES LESS THAN (2018),
    PARTITION p2018 VALUES LESS THAN (2019),
    PARTITION p2019 VALUES LESS THAN (2020),
    PARTITION p2020 VALUES LESS THAN (2021),
    PARTITION p_rest VALUES LESS THAN MAXVALUE
);
