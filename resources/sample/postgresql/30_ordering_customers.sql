-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, first part: customers and their carts.

SET ROLE shop_owner;
SET search_path = ordering;

CREATE TABLE customers (
    id                  bigint PRIMARY KEY,
    customer_no         varchar(12) NOT NULL UNIQUE,
    email               email_address,
    first_name          varchar(60) NOT NULL,
    last_name           varchar(60) NOT NULL,
    full_name           text GENERATED ALWAYS AS (first_name || ' ' || last_name) STORED,
    company             varchar(80),
    birth_date          varchar(10),
    phone               varchar(30),
    locale              char(5) NOT NULL DEFAULT 'de_DE',
    currency            char(3) NOT NULL DEFAULT 'EUR',
    referrer_id         bigint REFERENCES customers (id),
    status              smallint NOT NULL DEFAULT 1 CHECK (status IN (1, 2, 3, 9)),
    flag1               smallint NOT NULL DEFAULT 0,
    flag2               smallint NOT NULL DEFAULT 0,
    flag3               smallint,

    address_1           varchar(80),
    zip_1               varchar(10),
    city_1              varchar(40),
    country_1           char(2),
    address_2           varchar(80),
    zip_2               varchar(10),
    city_2              varchar(40),
    country_2           char(2),
    address_3           varchar(80),
    zip_3               varchar(10),
    city_3              varchar(40),
    country_3           char(2),
    address_4           varchar(80),
    zip_4               varchar(10),
    city_4              varchar(40),
    country_4           char(2),

    billing_name        varchar(80),
    billing_street      varchar(80),
    billing_zip         varchar(10),
    billing_city        varchar(40),
    billing_country     char(2),
    billing_vat_id      varchar(16),
    billing_email       varchar(120),
    billing_terms_days  smallint NOT NULL DEFAULT 14,

    feature_wishlist    boolean NOT NULL DEFAULT false,
    feature_express     boolean NOT NULL DEFAULT false,
    feature_pay_later   boolean NOT NULL DEFAULT false,
    feature_beta_search boolean NOT NULL DEFAULT false,
    feature_gift_cards  boolean NOT NULL DEFAULT false,
    is_newsletter       boolean NOT NULL DEFAULT false,
    is_business         boolean NOT NULL DEFAULT false,
    has_app             boolean NOT NULL DEFAULT false,

    loyalty_points      integer NOT NULL DEFAULT 0,
    loyalty_level       char(1),
    preferences         text,

    last_login_at       timestamptz,
    last_order_at       timestamptz,
    anonymised_at       timestamptz,
    created_at          timestamptz NOT NULL DEFAULT now(),
    created_by          char(36),
    updated_at          timestamptz,
    updated_by          char(36),
    deleted_at          timestamptz,
    deleted_by          char(36)
);

CREATE UNIQUE INDEX ux_customers_email ON customers (lower(email))
    WHERE deleted_at IS NULL AND email IS NOT NULL;
CREATE INDEX ix_customers_name ON customers (last_name, first_name);

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY customers_alive ON customers FOR SELECT TO svc_backoffice, shop_readers
    USING (deleted_at IS NULL);
CREATE POLICY customers_points ON customers FOR UPDATE TO svc_backoffice
    USING (deleted_at IS NULL);
CREATE POLICY customers_ordering ON customers TO svc_ordering
    USING (true) WITH CHECK (anonymised_at IS NULL);

CREATE TABLE carts (
    id          uuid PRIMARY KEY,
    customer_id bigint REFERENCES customers (id) ON DELETE SET NULL,
    channel     smallint NOT NULL DEFAULT 1,
    touched_at  bigint NOT NULL,
    data        jsonb
);

CREATE TABLE cart_items (
    cart_id    uuid     NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    product_id integer  NOT NULL,
    variant_no smallint NOT NULL DEFAULT 1,
    quantity   integer  NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (cart_id, product_id, variant_no)
);

CREATE TABLE coupons (
    code          varchar(16) PRIMARY KEY,
    percent       integer CHECK (percent BETWEEN 1 AND 90),
    amount_cents  integer,
    valid_until   date NOT NULL DEFAULT '9999-12-31',
    campaign_name text,
    CONSTRAINT coupons_one_kind_of_rebate CHECK ((percent IS NULL) <> (amount_cents IS NULL))
);

RESET ROLE;
RESET search_path;
