-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the catalogue service: a few dozen each, the same on every run.

SET ROLE shop_owner;
SET search_path = catalogue;
SET TIME ZONE 'UTC';

CREATE OR REPLACE FUNCTION pg_temp.pick(n bigint, VARIADIC list text[]) RETURNS text
    LANGUAGE sql IMMUTABLE AS 'SELECT list[1 + n % array_length(list, 1)]';
CREATE OR REPLACE FUNCTION pg_temp.agent(k bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE AS $$ SELECT md5('agent ' || k)::uuid $$;

INSERT INTO brands (id, name, country_code, active, created_at) VALUES
    (-1, 'UNKNOWN',           'XX', true,  '2014-02-03 09:00Z'),
    (1,  'Nordlicht Keramik', 'DE', true,  '2014-02-03 09:12Z'),
    (2,  'Halden & Sons',     'DK', true,  '2014-02-03 09:15Z'),
    (3,  'Atelier Brun',      'FR', true,  '2014-06-17 14:40Z'),
    (4,  'Werkhof',           'DE', true,  '2015-03-02 10:05Z'),
    (5,  'Tallinn Glass',     'EE', false, '2015-09-21 11:30Z'),
    (6,  'Three Herons',      'NL', true,  '2016-01-11 08:20Z'),
    (7,  'Kupfermühle',       'DE', true,  '2017-05-08 16:45Z');

INSERT INTO categories (id, parent_id, slug, title, sort_order) VALUES
    (0, NULL, 'unknown', 'UNKNOWN', 999),
    (2, 1, 'tea-coffee', 'Tea and coffee', 11),
    (3, 1, 'knives-boards', 'Knives and boards', 12),
    (1, NULL, 'kitchen', 'Kitchen', 10), -- after its children: the key is deferred
    (4, NULL, 'living', 'Living', 20),
    (5, 4, 'lamps', 'Lamps', 21),
    (6, NULL, 'garden', 'Garden', 30),
    (7, 6, 'garden-tools', 'Tools', 31);

INSERT INTO products (
    id, sku, title, description, brand_id, category_id, type, status, price_cents, cost_cents, tax_class,
    size, attributes, available_from, created_at, deleted_at
)
SELECT n, upper(left(collection, 3)) || '-' || to_char(n, 'FM000'), collection || ' ' || thing,
       thing || ' of the ' || collection || ' collection.',
       CASE WHEN n % 20 = 0 THEN -1 ELSE 1 + n % 7 END, CASE WHEN n % 24 = 0 THEN 0 ELSE category END,
       CASE WHEN n % 16 = 0 THEN 7 ELSE 1 + n % 3 END,
       CASE WHEN n % 19 = 0 THEN 'retired' WHEN n % 11 = 0 THEN 'sold_out' ELSE 'active' END,
       cents + 100 * (n % 5), cents * 55 / 100,
       'standard', CASE WHEN n % 3 = 0 THEN ROW(120 + n, 200 + n, 90)::dimensions END,
       CASE WHEN n > 16 THEN jsonb_build_object('collection', collection, 'dishwasher', n % 2 = 0) END,
       date '2014-03-01' + n * 75, timestamptz '2014-02-20 08:00Z' + n * interval '75 days',
       CASE WHEN n % 19 = 0 THEN timestamptz '2014-03-01 12:00Z' + (n * 75 + 400) * interval '1 day' END
FROM generate_series(1, 48) n
CROSS JOIN LATERAL (SELECT pg_temp.pick(n / 12, 'Fjord', 'Linden', 'Harbour', 'Moss', 'Ember') AS collection) c
JOIN (VALUES (0, 'Teapot', 2, 3490), (1, 'Mug', 2, 1290), (2, 'Coffee Dripper', 2, 1890), (3, 'Milk Jug', 2, 1690),
             (4, 'Chopping Board', 3, 2790), (5, 'Chef''s Knife', 3, 6900), (6, 'Bread Knife', 3, 4900),
             (7, 'Table Lamp', 5, 8900), (8, 'Floor Lamp', 5, 15900), (9, 'Watering Can', 7, 3200),
             (10, 'Hand Trowel', 7, 1450), (11, 'Pruning Shears', 7, 3900)) t (k, thing, category, cents)
    ON t.k = n % 12;
SELECT setval(pg_get_serial_sequence('products', 'id'), 48);

INSERT INTO product_variants (product_id, variant_no, colour, ean, surcharge_cents)
SELECT p.id, v, pg_temp.pick(p.id + v, 'natural', 'slate', 'moss green', 'chalk', 'rust'),
       '40' || to_char(p.id * 7919 + v, 'FM00000000000'), 100 * (v - 1)
FROM products p, generate_series(1, 2) v
WHERE v = 1 OR p.id % 2 = 0;

INSERT INTO product_translations (product_id, locale, title)
SELECT id, 'de_DE', replace(replace(replace(title, 'Teapot', 'Teekanne'), 'Mug', 'Becher'), 'Lamp', 'Lampe')
FROM products;

INSERT INTO "productImages" ("imageId", "productId", "fileName", "sortOrder", "deletedFlag", "createdDate")
SELECT n, 1 + n * 7 % 48, 'img_' || to_char(n * 37, 'FM00000') || '.jpg', n % 4,
       CASE WHEN n % 11 = 0 THEN 'Y' ELSE 'N' END,
       to_char(timestamp '2014-03-03 09:00' + n * interval '41 days 13 minutes', 'YYYY-MM-DD HH24:MI:SS')
FROM generate_series(1, 60) n;

INSERT INTO media_films (id, product_id, url, added_on, seconds)
SELECT n, n * 3, 'https://media.shop.example/films/' || n, date '2018-05-01' + n * 90, 30 + n * 11
FROM generate_series(1, 12) n;
INSERT INTO media_leaflets (id, product_id, url, added_on, pages)
SELECT 100 + n, n * 2, 'https://media.shop.example/leaflets/' || n, date '2016-05-01' + n * 60, 2 + n % 3
FROM generate_series(1, 20) n;

INSERT INTO suppliers (
    "supplierId", "companyName", "contactEmail", "countryCode", "dateSince", "accountManager"
)
SELECT n, pg_temp.pick(n, 'Hoffmann', 'Vogt', 'De Vries', 'Petersen', 'Arslan', 'Moreau', 'Falk') || ' '
          || pg_temp.pick(n * 3, 'GmbH', 'Trading', 'Manufaktur', '& Fils'),
       CASE WHEN n % 5 = 0 THEN NULL ELSE 'orders' || n || '@suppliers.example' END,
       pg_temp.pick(n, 'DE', 'NL', 'FR', 'DK', 'PL'),
       CASE n % 4 WHEN 0 THEN to_char(date '2014-01-10' + n * 140, 'YYYY-MM-DD')
                  WHEN 1 THEN to_char(date '2014-01-10' + n * 140, 'DD.MM.YYYY')
                  WHEN 2 THEN to_char(date '2014-01-10' + n * 140, 'Mon YYYY') ELSE '' END,
       pg_temp.agent(2 + n % 5)
FROM generate_series(1, 16) n;

INSERT INTO supplier_products (supplier_id, product_id, supplier_sku, lead_days)
SELECT 1 + p.id * 3 % 16, p.id, 'A' || p.id * 17, 7 + p.id % 5 * 7 FROM products p;

INSERT INTO price_history (product_id, price_cents, valid, changed_by)
SELECT p.id, p.price_cents * (90 + 5 * v) / 100,
       daterange(p.available_from + (v - 1) * 300, CASE v WHEN 2 THEN date '9999-12-31'
            ELSE p.available_from + v * 300 END),
       CASE WHEN p.id % 3 = 0 THEN -1 ELSE 100 + p.id * v % 10 END
FROM products p, generate_series(1, 2) v;

INSERT INTO "ProductBundles" ("BundleId", "BundleName", "PriceCents", "CreatedAt")
SELECT n, pg_temp.pick(n, 'Fjord', 'Linden', 'Harbour') || ' ' || pg_temp.pick(n / 3, 'Breakfast Set',
           'Garden Set', 'Gift Box', 'Starter Set'),
       3990 + n * 700, timestamptz '2022-02-01 10:00Z' + n * interval '80 days'
FROM generate_series(1, 12) n;
INSERT INTO "ProductBundleItems" ("BundleId", "ProductId", "Quantity")
SELECT b, 1 + (b * 5 + i * 7) % 48, 1 + i % 2 FROM generate_series(1, 12) b, generate_series(1, 3) i;

INSERT INTO warehouses (code, city, country, opened, closed) VALUES
    ('HAM1', 'Hamburg', 'DE', '2014-02-01', '9999-12-31'),
    ('LEJ1', 'Leipzig', 'DE', '2017-09-01', '9999-12-31'),
    ('RTM1', 'Rotterdam', 'NL', '2021-05-01', '9999-12-31'),
    ('HAM0', 'Hamburg', 'DE', '2014-02-01', '2017-08-31');
INSERT INTO stock_levels (warehouse_code, product_id, variant_no, on_hand, reserved, counted_on)
SELECT w.code, v.product_id, v.variant_no, (v.product_id * 31 + v.variant_no * 17 + length(w.city) * 7) % 90,
       (v.product_id * 7 + v.variant_no) % 6, to_char(date '2024-01-02' + v.product_id * 5, 'DD.MM.YYYY')
FROM product_variants v JOIN warehouses w ON w.closed = '9999-12-31';

RESET ROLE;
RESET search_path;
RESET TIME ZONE;
