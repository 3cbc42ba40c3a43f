-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- The catalogue service: what the shop sells, who makes it, where it lies.
-- Foreign keys are declared inside a service and never between services.

CREATE TABLE brands ( -- Makers and labels, as printed on the box
    id           INTEGER PRIMARY KEY,
    name         TEXT    NOT NULL UNIQUE,
    country_code CHAR(2) NOT NULL DEFAULT 'DE',
    active       INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)), -- soft delete, brand style
    created_at   TEXT    NOT NULL
);

CREATE TABLE categories ( -- The shop's tree of departments
    id         INTEGER PRIMARY KEY, -- 0 is UNKNOWN, the parking place for imports
    parent_id  INTEGER REFERENCES categories (id),
    slug       TEXT    NOT NULL UNIQUE,
    title      TEXT    NOT NULL,
    sort_order INTEGER NOT NULL DEFAULT 0,
    deleted_at TEXT
);

CREATE TABLE products ( -- One row for each article on sale or once on sale
    id             INTEGER PRIMARY KEY,
    sku            VARCHAR(20)  NOT NULL,
    title          VARCHAR(120) NOT NULL,
    description    TEXT,
    brand_id       INTEGER NOT NULL REFERENCES brands (id),      -- -1 is UNKNOWN
    category_id    INTEGER NOT NULL REFERENCES categories (id),  -- 0 is UNKNOWN
    type           SMALLINT NOT NULL DEFAULT 1 CHECK (type IN (1, 2, 3, 7)),
    status         VARCHAR(10) NOT NULL DEFAULT 'active'
                   CHECK (status IN ('draft', 'active', 'sold_out', 'retired')),
    price_cents    INTEGER NOT NULL CHECK (price_cents >= 0),
    cost_cents     INTEGER,
    margin_cents   INTEGER GENERATED ALWAYS AS (price_cents - cost_cents) VIRTUAL,
    tax_class      CHAR(1) NOT NULL DEFAULT 'S', -- S standard, R reduced, Z zero
    weight_g       INTEGER,
    attributes     TEXT CHECK (attributes IS NULL OR json_valid(attributes)),
    available_from TEXT NOT NULL,
    available_to   TEXT NOT NULL DEFAULT '9999-12-31', -- 9999-12-31 means open end
    created_at     TEXT NOT NULL,
    updated_at     TEXT,
    deleted_at     TEXT
);

CREATE UNIQUE INDEX ux_products_sku_live ON products (sku) WHERE deleted_at IS NULL;
CREATE INDEX ix_products_category ON products (category_id, status);
CREATE INDEX ix_products_title_lower ON products (lower(title));

CREATE TABLE product_variants ( -- Sizes and colours; the variant number counts within its product
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    variant_no INTEGER NOT NULL CHECK (variant_no BETWEEN 1 AND 9),
    colour     TEXT    NOT NULL,
    ean        CHAR(13) UNIQUE,
    surcharge_cents INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (product_id, variant_no)
) WITHOUT ROWID;

CREATE TABLE product_translations (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    locale     CHAR(5) NOT NULL,
    title      TEXT    NOT NULL,
    PRIMARY KEY (product_id, locale)
) WITHOUT ROWID;

/* 2014: the first version of the shop wrote camelCase. */
CREATE TABLE productImages ( /* Pictures on the old image host */
    imageId     INTEGER PRIMARY KEY,
    productId   INTEGER NOT NULL REFERENCES products (id),
    fileName    VARCHAR(255) NOT NULL,
    sortOrder   INT DEFAULT 0,
    deletedFlag CHAR(1) NOT NULL DEFAULT 'N' CHECK (deletedFlag IN ('Y', 'N')),
    createdDate VARCHAR(19) /* YYYY-MM-DD HH:MM:SS, local time of the web server */
);

CREATE TABLE suppliers ( /* Whom we buy from */
    supplierId     INTEGER PRIMARY KEY,
    companyName    VARCHAR(80) NOT NULL,
    contactEmail   VARCHAR(120),
    countryCode    CHAR(2),
    dateSince      VARCHAR(20), /* typed by hand: 2014-03-01, 01.03.2014, Mar 2014 or empty */
    accountManager CHAR(36)     /* an agent of the support service */
);

CREATE TABLE supplier_products (
    supplier_id  INTEGER NOT NULL REFERENCES suppliers (supplierId),
    product_id   INTEGER NOT NULL REFERENCES products (id),
    supplier_sku TEXT    NOT NULL,
    lead_days    INTEGER NOT NULL DEFAULT 14,
    PRIMARY KEY (supplier_id, product_id)
) STRICT;

CREATE TABLE price_history ( -- Written by a trigger whenever a price changes
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    product_id  INTEGER NOT NULL REFERENCES products (id),
    price_cents INTEGER NOT NULL,
    valid_from  TEXT    NOT NULL,
    valid_to    TEXT    NOT NULL DEFAULT '9999-12-31',
    changed_by  INTEGER NOT NULL DEFAULT -1 -- number of the agent; -1 is the import job
);

CREATE INDEX ix_price_history_current ON price_history (product_id)
    WHERE valid_to = '9999-12-31';

-- 2022: a new team, a new generator, PascalCase.
CREATE TABLE ProductBundles (
    BundleId   INTEGER PRIMARY KEY,
    BundleName TEXT    NOT NULL,
    PriceCents INTEGER NOT NULL,
    IsActive   INTEGER NOT NULL DEFAULT 1,
    CreatedAt  TEXT    NOT NULL
);

CREATE TABLE ProductBundleItems (
    BundleId  INTEGER NOT NULL REFERENCES ProductBundles (BundleId) ON DELETE CASCADE,
    ProductId INTEGER NOT NULL REFERENCES products (id),
    Quantity  INTEGER NOT NULL DEFAULT 1 CHECK (Quantity > 0),
    PRIMARY KEY (BundleId, ProductId)
);

CREATE TABLE warehouses (
    code    CHAR(4) PRIMARY KEY, -- painted on the gate: HAM1, LEJ1, ...
    city    TEXT NOT NULL,
    country CHAR(2) NOT NULL,
    opened  TEXT NOT NULL,
    closed  TEXT NOT NULL DEFAULT '9999-12-31'
) WITHOUT ROWID;

CREATE TABLE stock_levels ( -- What lies where, by variant
    warehouse_code CHAR(4) NOT NULL REFERENCES warehouses (code),
    product_id     INTEGER NOT NULL,
    variant_no     INTEGER NOT NULL,
    on_hand        INTEGER NOT NULL DEFAULT 0,
    reserved       INTEGER NOT NULL DEFAULT 0,
    available      INTEGER GENERATED ALWAYS AS (on_hand - reserved) STORED,
    counted_on     VARCHAR(10), -- DD.MM.YYYY, from the paper list of the last count
    PRIMARY KEY (warehouse_code, product_id, variant_no),
    FOREIGN KEY (product_id, variant_no) REFERENCES product_variants (product_id, variant_no)
);

-- Full text search over products; SQLite keeps the index in shadow tables.
CREATE VIRTUAL TABLE product_search USING fts5 (
    title, description, content = 'products', content_rowid = 'id'
);
