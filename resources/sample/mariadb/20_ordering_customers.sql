-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The ordering service, first part: customers and their carts.

CREATE DATABASE shop_ordering
    CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci
    /*M!100500 COMMENT 'From the cart to the parcel. @owner team-checkout' */;
USE shop_ordering;

CREATE TABLE customers (
    id                  BIGINT PRIMARY KEY COMMENT '@sentinel 0=guest checkout',
    customer_no         VARCHAR(12) NOT NULL UNIQUE,
    email               VARCHAR(120) COMMENT '@pii email',
    first_name          VARCHAR(60) NOT NULL,
    last_name           VARCHAR(60) NOT NULL,
    full_name           VARCHAR(121) GENERATED ALWAYS AS (concat(first_name, ' ', last_name)) VIRTUAL,
    company             VARCHAR(80),
    birth_date          VARCHAR(10) COMMENT '@format DD.MM.YYYY\n@sentinel 01.01.1900=not given\n@pii birth date',
    phone               VARCHAR(30),
    locale              CHAR(5) NOT NULL DEFAULT 'de_DE',
    currency            CHAR(3) NOT NULL DEFAULT 'EUR',
    referrer_id         BIGINT,
    status              SMALLINT NOT NULL DEFAULT 1,
    flag1               SMALLINT NOT NULL DEFAULT 0,
    flag2               SMALLINT NOT NULL DEFAULT 0 COMMENT 'No catalogue by post.',
    flag3               SMALLINT INVISIBLE,

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

    billing_name        VARCHAR(80),
    billing_street      VARCHAR(80),
    billing_zip         VARCHAR(10),
    billing_city        VARCHAR(40),
    billing_country     CHAR(2),
    billing_vat_id      VARCHAR(16),
    billing_email       VARCHAR(120),
    billing_terms_days  SMALLINT NOT NULL DEFAULT 14 COMMENT '@unit day',

    feature_wishlist    TINYINT(1) NOT NULL DEFAULT 0,
    feature_express     TINYINT(1) NOT NULL DEFAULT 0,
    feature_pay_later   TINYINT(1) NOT NULL DEFAULT 0,
    feature_beta_search TINYINT(1) NOT NULL DEFAULT 0,
    feature_gift_cards  TINYINT(1) NOT NULL DEFAULT 0,
    is_newsletter       TINYINT(1) NOT NULL DEFAULT 0,
    is_business         TINYINT(1) NOT NULL DEFAULT 0,
    has_app             TINYINT(1) NOT NULL DEFAULT 0,

    loyalty_points      INT NOT NULL DEFAULT 0,
    loyalty_level       CHAR(1),
    preferences         TEXT,

    last_login_at       DATETIME,
    last_order_at       DATETIME,
    anonymised_at       DATETIME,
    created_at          DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_by          CHAR(36),
    updated_at          DATETIME ON UPDATE CURRENT_TIMESTAMP,
    updated_by          CHAR(36),
    deleted_at          DATETIME,
    deleted_by          CHAR(36),

    -- stands in for an index on lower(email)
    email_lower         VARCHAR(120) GENERATED ALWAYS AS (lower(email)) VIRTUAL,
    UNIQUE INDEX ux_customers_email (email_lower),
    INDEX ix_customers_name (last_name, first_name),
    CONSTRAINT customers_referrer FOREIGN KEY (referrer_id) REFERENCES customers (id),
    CONSTRAINT customers_status CHECK (status IN (1, 2, 3, 9))
) ENGINE = InnoDB COMMENT = 'Everybody who ever bought something.\n@pii name, address, birth date';

CREATE TABLE carts (
    id          CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    customer_id BIGINT,
    channel     SMALLINT NOT NULL DEFAULT 1,
    touched_at  BIGINT NOT NULL COMMENT '@unit seconds since 1970',
    data        JSON,
    CONSTRAINT carts_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE SET NULL
) ENGINE = InnoDB;

CREATE TABLE cart_items (
    cart_id    CHAR(36) CHARACTER SET ascii NOT NULL,
    product_id INT NOT NULL,
    variant_no TINYINT UNSIGNED NOT NULL DEFAULT 1,
    quantity   INT NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (cart_id, product_id, variant_no),
    CONSTRAINT cart_items_cart FOREIGN KEY (cart_id) REFERENCES carts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE coupons (
    code          VARCHAR(16) NOT NULL PRIMARY KEY,
    percent       INT,
    amount_cents  INT,
    valid_until   DATE NOT NULL DEFAULT '9999-12-31',
    campaign_name VARCHAR(60),
    CONSTRAINT coupons_percent CHECK (percent BETWEEN 1 AND 90),
    CONSTRAINT coupons_one_kind_of_rebate CHECK ((percent IS NULL) <> (amount_cents IS NULL))
) ENGINE = InnoDB;
