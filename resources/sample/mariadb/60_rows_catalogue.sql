-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the catalogue service: a few dozen each, the same on every run.

USE shop_catalogue;
SET NAMES utf8mb4;

-- Identifiers of agents and carts come from a word and a number.
CREATE FUNCTION shop_support.uuid_of(word VARCHAR(40)) RETURNS CHAR(36) DETERMINISTIC NO SQL
RETURN concat(left(md5(word), 8), '-', substr(md5(word), 9, 4), '-4', substr(md5(word), 14, 3),
              '-a', substr(md5(word), 18, 3), '-', right(md5(word), 12));

INSERT INTO brands (id, name, country_code, active, created_at) VALUES
    (-1, 'UNKNOWN',           'XX', 1, '2014-02-03 09:00:00'),
    (1,  'Nordlicht Keramik', 'DE', 1, '2014-02-03 09:12:00'),
    (2,  'Halden & Sons',     'DK', 1, '2014-02-03 09:15:00'),
    (3,  'Atelier Brun',      'FR', 1, '2014-06-17 14:40:00'),
    (4,  'Werkhof',           'DE', 1, '2015-03-02 10:05:00'),
    (5,  'Tallinn Glass',     'EE', 0, '2015-09-21 11:30:00'),
    (6,  'Three Herons',      'NL', 1, '2016-01-11 08:20:00'),
    (7,  'Kupfermühle',       'DE', 1, '2017-05-08 16:45:00');

INSERT INTO categories (id, parent_id, slug, title, sort_order) VALUES
    (0, NULL, 'unknown', 'UNKNOWN', 999),
    (1, NULL, 'kitchen', 'Kitchen', 10),
    (2, 1, 'tea-coffee', 'Tea and coffee', 11),
    (3, 1, 'knives-boards', 'Knives and boards', 12),
    (4, NULL, 'living', 'Living', 20),
    (5, 4, 'lamps', 'Lamps', 21),
    (6, NULL, 'garden', 'Garden', 30),
    (7, 6, 'garden-tools', 'Tools', 31);

INSERT INTO products (
    id, sku, title, description, brand_id, category_id, type, status, price_cents, cost_cents, labels,
    attributes, available_from, created_at, deleted_at
)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 48),
named AS (
    SELECT i, elt(1 + i DIV 12, 'Fjord', 'Linden', 'Harbour', 'Moss', 'Ember') AS collection,
           elt(1 + i MOD 12, 'Teapot', 'Mug', 'Coffee Dripper', 'Milk Jug', 'Chopping Board', 'Chef''s Knife',
               'Bread Knife', 'Table Lamp', 'Floor Lamp', 'Watering Can', 'Hand Trowel',
               'Pruning Shears') AS thing,
           elt(1 + i MOD 12, 3490, 1290, 1890, 1690, 2790, 6900, 4900, 8900, 15900, 3200, 1450, 3900) + 0 AS cents,
           elt(1 + i MOD 12, 2, 2, 2, 2, 3, 3, 3, 5, 5, 7, 7, 7) + 0 AS category
    FROM n
)
SELECT i, concat(upper(left(collection, 3)), '-', lpad(i, 3, '0')), concat(collection, ' ', thing),
       concat(thing, ' of the ', collection, ' collection.'),
       if(i MOD 20 = 0, -1, 1 + i MOD 7), if(i MOD 24 = 0, 0, category), if(i MOD 16 = 0, 7, 1 + i MOD 3),
       CASE WHEN i MOD 19 = 0 THEN 'retired' WHEN i MOD 11 = 0 THEN 'sold_out' ELSE 'active' END,
       cents + 100 * (i MOD 5), cents * 55 DIV 100, if(i > 40, 'new,handmade', ''),
       if(i > 16, json_object('collection', collection, 'pieces', 1 + i MOD 3), NULL),
       date_add('2014-03-01', INTERVAL i * 75 DAY), date_add('2014-02-20 08:00:00', INTERVAL i * 75 DAY),
       if(i MOD 19 = 0, date_add('2014-03-01 12:00:00', INTERVAL i * 75 + 400 DAY), NULL)
FROM named;

INSERT INTO product_variants (product_id, variant_no, colour, ean, surcharge_cents)
SELECT p.id, v.no, elt(1 + (p.id + v.no) MOD 5, 'natural', 'slate', 'moss green', 'chalk', 'rust'),
       concat('40', lpad(p.id * 7919 + v.no, 11, '0')), 100 * (v.no - 1)
FROM products p JOIN (SELECT 1 AS no UNION SELECT 2) v ON v.no = 1 OR p.id MOD 2 = 0;

INSERT INTO product_translations (product_id, locale, title)
SELECT id, 'de_DE', replace(replace(replace(title, 'Teapot', 'Teekanne'), 'Mug', 'Becher'), 'Milk Jug',
           'Milchkännchen')
FROM products;

INSERT INTO productImages (imageId, productId, fileName, sortOrder, deletedFlag, createdDate)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
SELECT i, 1 + i * 7 MOD 48, concat('img_', lpad(i * 37, 5, '0'), '.jpg'), i MOD 4, if(i MOD 11 = 0, 'Y', 'N'),
       date_format(date_add('2014-03-03 09:00:00', INTERVAL i * 41 DAY), '%Y-%m-%d %H:%i:%s')
FROM n;

INSERT INTO suppliers (supplierId, companyName, contactEmail, countryCode, dateSince, accountManager)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 16)
SELECT i, concat(elt(1 + i MOD 7, 'Hoffmann', 'Vogt', 'De Vries', 'Petersen', 'Arslan', 'Moreau', 'Falk'), ' ',
                 elt(1 + i * 3 MOD 4, 'GmbH', 'Trading', 'Manufaktur', '& Fils')),
       if(i MOD 5 = 0, NULL, concat('orders', i, '@suppliers.example')),
       elt(1 + i MOD 5, 'DE', 'NL', 'FR', 'DK', 'PL'),
       elt(1 + i MOD 4, date_format(date_add('2014-01-10', INTERVAL i * 140 DAY), '%Y-%m-%d'),
           date_format(date_add('2014-01-10', INTERVAL i * 140 DAY), '%d.%m.%Y'),
           date_format(date_add('2014-01-10', INTERVAL i * 140 DAY), '%b %Y'), ''),
       shop_support.uuid_of(concat('agent ', 2 + i MOD 5))
FROM n;

INSERT INTO supplier_products (supplier_id, product_id, supplier_sku, lead_days)
SELECT 1 + p.id * 3 MOD 16, p.id, concat('A', p.id * 17), 7 + p.id MOD 5 * 7 FROM products p;

INSERT INTO price_history (product_id, price_cents, valid_from, valid_to, changed_by)
SELECT p.id, p.price_cents * (90 + 5 * v.no) DIV 100, date_add(p.available_from, INTERVAL (v.no - 1) * 300 DAY),
       if(v.no = 2, '9999-12-31', date_add(p.available_from, INTERVAL v.no * 300 DAY)),
       if(p.id MOD 3 = 0, -1, 100 + p.id * v.no MOD 10)
FROM products p JOIN (SELECT 1 AS no UNION SELECT 2) v;

INSERT INTO ProductBundles (BundleId, BundleName, PriceCents, CreatedAt)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT i, concat(elt(1 + i MOD 3, 'Fjord', 'Linden', 'Harbour'), ' ',
           elt(1 + i DIV 3 MOD 4, 'Breakfast Set', 'Garden Set', 'Gift Box', 'Starter Set')),
       3990 + i * 700, date_add('2022-02-01 10:00:00', INTERVAL i * 80 DAY)
FROM n;
INSERT INTO ProductBundleItems (BundleId, ProductId, Quantity)
SELECT b.BundleId, 1 + (b.BundleId * 5 + v.no * 7) MOD 48, 1 + v.no MOD 2
FROM ProductBundles b JOIN (SELECT 1 AS no UNION SELECT 2 UNION SELECT 3) v;

INSERT INTO warehouses (code, city, country, opened, closed) VALUES
    ('HAM1', 'Hamburg', 'DE', '2014-02-01', '9999-12-31'),
    ('LEJ1', 'Leipzig', 'DE', '2017-09-01', '9999-12-31'),
    ('RTM1', 'Rotterdam', 'NL', '2021-05-01', '9999-12-31'),
    ('HAM0', 'Hamburg', 'DE', '2014-02-01', '2017-08-31');
INSERT INTO stock_levels (warehouse_code, product_id, variant_no, on_hand, reserved, counted_on)
SELECT w.code, v.product_id, v.variant_no, (v.product_id * 31 + v.variant_no * 17 + length(w.city) * 7) MOD 90,
       (v.product_id * 7 + v.variant_no) MOD 6,
       date_format(date_add('2024-01-02', INTERVAL v.product_id * 5 DAY), '%d.%m.%Y')
FROM product_variants v JOIN warehouses w ON w.closed = '9999-12-31';
