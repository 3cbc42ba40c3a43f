-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, first part: customers and their carts.
-- `customers` has grown for ten years and never lost a column.

CREATE TABLE customers ( -- Everybody who ever bought something, and far too much about them
    id                  INTEGER PRIMARY KEY, -- 0 is the guest checkout
    customer_no         VARCHAR(12) NOT NULL UNIQUE,
    email               VARCHAR(120),
    first_name          VARCHAR(60) NOT NULL,
    last_name           VARCHAR(60) NOT NULL,
    full_name           TEXT GENERATED ALWAYS AS (first_name || ' ' || last_name) VIRTUAL,
    company             VARCHAR(80),
    birth_date          VARCHAR(10), -- DD.MM.YYYY, 01.01.1900 when the form insisted
    phone               VARCHAR(30),
    locale              CHAR(5) NOT NULL DEFAULT 'de_DE',
    currency            CHAR(3) NOT NULL DEFAULT 'EUR',
    referrer_id         INTEGER REFERENCES customers (id), -- who brought this customer
    status              SMALLINT NOT NULL DEFAULT 1 CHECK (status IN (1, 2, 3, 9)),
    flag1               SMALLINT NOT NULL DEFAULT 0,
    flag2               SMALLINT NOT NULL DEFAULT 0, -- no catalogue by post
    flag3               SMALLINT,

    -- addresses, numbered since 2015; the order says which one it uses
    address_1           VARCHAR(80),
    zip_1               VARCHAR(10),
    city_1              VARCHAR(40),
    country_1           CHAR(2),
    address_2           VARCHAR(80),
    zip_2               VARCHAR(10),
    city_2              VARCHAR(40),
    country_2           CHAR(2),
    address_3           VARCHAR(80),
    zip_3               VARCHAR(10),
    city_3              VARCHAR(40),
    country_3           CHAR(2),
    address_4           VARCHAR(80),
    zip_4               VARCHAR(10),
    city_4              VARCHAR(40),
    country_4           CHAR(2),

    -- what billing asked for in 2017
    billing_name        VARCHAR(80),
    billing_street      VARCHAR(80),
    billing_zip         VARCHAR(10),
    billing_city        VARCHAR(40),
    billing_country     CHAR(2),
    billing_vat_id      VARCHAR(16),
    billing_email       VARCHAR(120),
    billing_terms_days  SMALLINT NOT NULL DEFAULT 14,

    -- switches of the web shop
    feature_wishlist    BOOLEAN NOT NULL DEFAULT 0,
    feature_express     BOOLEAN NOT NULL DEFAULT 0,
    feature_pay_later   BOOLEAN NOT NULL DEFAULT 0,
    feature_beta_search BOOLEAN NOT NULL DEFAULT 0,
    feature_gift_cards  BOOLEAN NOT NULL DEFAULT 0,
    is_newsletter       BOOLEAN NOT NULL DEFAULT 0,
    is_business         BOOLEAN NOT NULL DEFAULT 0,
    has_app             BOOLEAN NOT NULL DEFAULT 0,

    loyalty_points      INTEGER NOT NULL DEFAULT 0,
    loyalty_level       CHAR(1),
    preferences         TEXT, -- JSON since 2019, key=value;key=value before

    last_login_at       TEXT,
    last_order_at       TEXT,
    anonymised_at       TEXT,
    created_at          TEXT NOT NULL,
    created_by          CHAR(36), -- an agent, empty when the customer registered alone
    updated_at          TEXT,
    updated_by          CHAR(36),
    deleted_at          TEXT,
    deleted_by          CHAR(36)
);

CREATE UNIQUE INDEX ux_customers_email ON customers (lower(email))
    WHERE deleted_at IS NULL AND email IS NOT NULL;
CREATE INDEX ix_customers_name ON customers (last_name, first_name);

CREATE TABLE carts (
    id          CHAR(36) PRIMARY KEY, -- UUID, also the cookie
    customer_id INTEGER REFERENCES customers (id) ON DELETE SET NULL,
    channel     SMALLINT NOT NULL DEFAULT 1,
    touched_at  INTEGER NOT NULL, -- seconds since 1970
    data        TEXT
);

CREATE TABLE cart_items (
    cart_id    CHAR(36) NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    product_id INTEGER  NOT NULL, -- an article of the catalogue service
    variant_no INTEGER  NOT NULL DEFAULT 1,
    quantity   INTEGER  NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (cart_id, product_id, variant_no)
) WITHOUT ROWID;

CREATE TABLE coupons (
    code          VARCHAR(16) PRIMARY KEY,
    percent       INTEGER CHECK (percent BETWEEN 1 AND 90),
    amount_cents  INTEGER,
    valid_until   TEXT NOT NULL DEFAULT '9999-12-31',
    campaign_name TEXT,
    CHECK ((percent IS NULL) <> (amount_cents IS NULL)) -- one kind of rebate, not both
) WITHOUT ROWID;
