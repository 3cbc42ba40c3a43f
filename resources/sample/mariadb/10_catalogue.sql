-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The catalogue service: what the shop sells, who makes it, where it lies.
-- Each service has a database of its own. No statement here needs a DELIMITER.

CREATE DATABASE shop_catalogue
    CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci
    /*M!100500 COMMENT 'What the shop sells. @owner team-assortment' */;
USE shop_catalogue;

CREATE TABLE brands (
    id           INT NOT NULL PRIMARY KEY COMMENT '@sentinel -1=UNKNOWN',
    name         VARCHAR(60) NOT NULL UNIQUE,
    country_code CHAR(2) CHARACTER SET ascii NOT NULL DEFAULT 'DE',
    active       TINYINT(1) NOT NULL DEFAULT 1,
    created_at   DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
) ENGINE = InnoDB COMMENT = 'Makers and labels, as printed on the box.';

CREATE TABLE categories (
    id         INT NOT NULL PRIMARY KEY COMMENT '@sentinel 0=UNKNOWN, the parking place for imports',
    parent_id  INT,
    slug       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    title      VARCHAR(60) NOT NULL,
    sort_order INT NOT NULL DEFAULT 0,
    deleted_at DATETIME,
    CONSTRAINT categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id)
) ENGINE = InnoDB COMMENT = 'The tree of departments.';

CREATE TABLE products (
    id             INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    sku            VARCHAR(20) NOT NULL UNIQUE,
    title          VARCHAR(120) NOT NULL,
    description    TEXT,
    brand_id       INT NOT NULL,
    category_id    INT NOT NULL,
    type           SMALLINT NOT NULL DEFAULT 1 COMMENT 'Kind of article.\n@values 1=stock, 2=made to order, 3=drop shipment',
    status         ENUM ('draft', 'active', 'sold_out', 'retired') NOT NULL DEFAULT 'active',
    price_cents    INT NOT NULL COMMENT 'Gross price.\n@unit cent',
    cost_cents     INT COMMENT 'What we pay.\n@unit cent',
    margin_cents   INT GENERATED ALWAYS AS (price_cents - cost_cents) VIRTUAL,
    tax_class      CHAR(1) NOT NULL DEFAULT 'S' COMMENT '@values S=standard, R=reduced, Z=zero',
    labels         SET ('new', 'handmade', 'last chance') NOT NULL DEFAULT '',
    attributes     JSON COMMENT 'Free attributes, since 2017.',
    available_from DATE NOT NULL,
    available_to   DATE NOT NULL DEFAULT '9999-12-31' COMMENT '@sentinel 9999-12-31=open end',
    created_at     TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
    deleted_at     DATETIME,
    CONSTRAINT products_brand FOREIGN KEY (brand_id) REFERENCES brands (id),
    CONSTRAINT products_category FOREIGN KEY (category_id) REFERENCES categories (id),
    CONSTRAINT products_type CHECK (type IN (1, 2, 3, 7)),
    CONSTRAINT products_price CHECK (price_cents >= 0),
    INDEX ix_products_category (category_id, status),
    INDEX ix_products_description (description (40)),
    FULLTEXT INDEX ft_products (title, description)
) ENGINE = InnoDB COMMENT = 'One row for each article on sale or once on sale.\n@private';

CREATE TABLE product_variants (
    product_id      INT NOT NULL,
    variant_no      TINYINT UNSIGNED NOT NULL,
    colour          VARCHAR(20) NOT NULL,
    ean             CHAR(13) UNIQUE,
    surcharge_cents INT NOT NULL DEFAULT 0,
    PRIMARY KEY (product_id, variant_no),
    CONSTRAINT product_variants_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE product_translations (
    product_id INT NOT NULL,
    locale     CHAR(5) NOT NULL,
    title      VARCHAR(120) COLLATE utf8mb4_german2_ci NOT NULL,
    PRIMARY KEY (product_id, locale),
    CONSTRAINT product_translations_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- 2014: camelCase and latin1.
CREATE TABLE productImages (
    imageId     INT NOT NULL PRIMARY KEY,
    productId   INT NOT NULL,
    fileName    VARCHAR(255) NOT NULL,
    sortOrder   INT DEFAULT 0,
    deletedFlag CHAR(1) NOT NULL DEFAULT 'N',
    createdDate VARCHAR(19) COMMENT 'Local time of the web server.\n@format YYYY-MM-DD HH:MM:SS',
    CONSTRAINT productImages_flag CHECK (deletedFlag IN ('Y', 'N')),
    CONSTRAINT productImages_product FOREIGN KEY (productId) REFERENCES products (id)
) ENGINE = InnoDB DEFAULT CHARSET = latin1 COMMENT = 'Pictures on the old image host.\n@convention legacy-2014';

CREATE TABLE suppliers (
    supplierId     INT NOT NULL PRIMARY KEY,
    companyName    VARCHAR(80) NOT NULL,
    contactEmail   VARCHAR(120),
    countryCode    CHAR(2),
    dateSince      VARCHAR(20) COMMENT 'Typed by hand.\n@format YYYY-MM-DD | DD.MM.YYYY | Mon YYYY',
    accountManager CHAR(36)
) ENGINE = InnoDB DEFAULT CHARSET = latin1 COLLATE = latin1_german1_ci COMMENT = 'Whom we buy from.\n@convention legacy-2014';

CREATE TABLE supplier_products (
    supplier_id  INT NOT NULL,
    product_id   INT NOT NULL,
    supplier_sku VARCHAR(20) NOT NULL,
    lead_days    INT NOT NULL DEFAULT 14,
    PRIMARY KEY (supplier_id, product_id),
    CONSTRAINT supplier_products_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (supplierId),
    CONSTRAINT supplier_products_product FOREIGN KEY (product_id) REFERENCES products (id)
) ENGINE = InnoDB;

CREATE TABLE price_history (
    id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    product_id  INT NOT NULL,
    price_cents INT NOT NULL,
    valid_from  DATE NOT NULL,
    valid_to    DATE NOT NULL DEFAULT '9999-12-31',
    changed_by  INT NOT NULL DEFAULT -1 COMMENT 'Number of the agent.\n@sentinel -1=import job',
    CONSTRAINT price_history_product FOREIGN KEY (product_id) REFERENCES products (id)
) ENGINE = InnoDB COMMENT = 'Written by a trigger whenever a price changes.';

-- 2022: PascalCase.
CREATE TABLE ProductBundles (
    BundleId   INT NOT NULL PRIMARY KEY,
    BundleName VARCHAR(60) NOT NULL,
    PriceCents INT NOT NULL,
    IsActive   TINYINT(1) NOT NULL DEFAULT 1,
    CreatedAt  DATETIME NOT NULL
) ENGINE = InnoDB COMMENT = '@convention pascal-2022';

CREATE TABLE ProductBundleItems (
    BundleId  INT NOT NULL,
    ProductId INT NOT NULL,
    Quantity  INT NOT NULL DEFAULT 1,
    PRIMARY KEY (BundleId, ProductId),
    CONSTRAINT ProductBundleItems_bundle FOREIGN KEY (BundleId) REFERENCES ProductBundles (BundleId) ON DELETE CASCADE,
    CONSTRAINT ProductBundleItems_product FOREIGN KEY (ProductId) REFERENCES products (id)
) ENGINE = InnoDB;

CREATE TABLE warehouses (
    code    CHAR(4) NOT NULL PRIMARY KEY COMMENT 'As painted on the gate.',
    city    VARCHAR(40) NOT NULL,
    country CHAR(2) NOT NULL,
    opened  DATE NOT NULL,
    closed  DATE NOT NULL DEFAULT '9999-12-31'
) ENGINE = InnoDB;

CREATE TABLE stock_levels (
    warehouse_code CHAR(4) NOT NULL,
    product_id     INT NOT NULL,
    variant_no     TINYINT UNSIGNED NOT NULL,
    on_hand        INT NOT NULL DEFAULT 0,
    reserved       INT NOT NULL DEFAULT 0,
    available      INT GENERATED ALWAYS AS (on_hand - reserved) STORED,
    counted_on     VARCHAR(10) COMMENT '@format DD.MM.YYYY',
    PRIMARY KEY (warehouse_code, product_id, variant_no),
    CONSTRAINT stock_levels_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouses (code),
    CONSTRAINT stock_levels_variant FOREIGN KEY (product_id, variant_no)
        REFERENCES product_variants (product_id, variant_no)
) ENGINE = InnoDB;
