-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the catalogue service.
SAVEPOINT rows_catalogue;

INSERT INTO brands (id, name, country_code, active, created_at) VALUES
    (-1, 'UNKNOWN',             'XX', 1, '2014-02-03 09:00:00'),
    (1,  'Nordlicht Keramik',   'DE', 1, '2014-02-03 09:12:00'),
    (2,  'Halden & Sons',       'DK', 1, '2014-02-03 09:15:00'),
    (3,  'Atelier Brun',        'FR', 1, '2014-06-17 14:40:00'),
    (4,  'Werkhof',             'DE', 1, '2015-03-02 10:05:00'),
    (5,  'Tallinn Glass',       'EE', 0, '2015-09-21 11:30:00'),
    (6,  'Three Herons',        'NL', 1, '2016-01-11 08:20:00'),
    (7,  'Kupfermühle',         'DE', 1, '2017-05-08 16:45:00'),
    (8,  'Bergwolle',           'AT', 1, '2018-10-30 09:50:00'),
    (9,  'Studio Mareel',       'SE', 1, '2020-04-14 13:00:00'),
    (10, 'Papierladen Sechs',   'DE', 0, '2021-02-22 10:10:00'),
    (11, 'Ostwind',             'PL', 1, '2022-08-01 12:00:00');

INSERT INTO categories (id, parent_id, slug, title, sort_order, deleted_at) VALUES
    (0,  NULL, 'unknown',       'UNKNOWN',            999, NULL),
    (1,  NULL, 'kitchen',       'Kitchen',            10,  NULL),
    (2,  1,    'tea-coffee',    'Tea and coffee',     11,  NULL),
    (3,  1,    'knives-boards', 'Knives and boards',  12,  NULL),
    (4,  1,    'pots-pans',     'Pots and pans',      13,  NULL),
    (5,  NULL, 'living',        'Living',             20,  NULL),
    (6,  5,    'lamps',         'Lamps',              21,  NULL),
    (7,  5,    'textiles',      'Textiles',           22,  NULL),
    (8,  NULL, 'garden',        'Garden',             30,  NULL),
    (9,  8,    'garden-tools',  'Tools',              31,  NULL),
    (10, 8,    'pots-planters', 'Pots and planters',  32,  NULL),
    (11, 8,    'garden-games',  'Games',              33,  '2018-03-31 18:00:00'),
    (12, NULL, 'study',         'Study',              40,  NULL),
    (13, 12,   'paper',         'Paper and desk',     41,  NULL),
    (14, 12,   'fountain-pens', 'Fountain pens',      42,  '2020-12-31 18:00:00');

-- 10 collections x 24 things = 240 products
INSERT INTO products (
    id, sku, title, description, brand_id, category_id, type, status, price_cents, cost_cents, tax_class,
    weight_g, attributes, available_from, available_to, created_at, updated_at, deleted_at
)
SELECT s.i,
       printf('%s-%03d', upper(substr(c.word, 1, 3)), s.i),
       c.word || ' ' || t.word,
       iif(s.b % 6 = 0, NULL, t.word || ' of the ' || c.word || ' collection, ' || t.material || '.'),
       iif(s.b % 29 = 0, -1, 1 + (s.i / 7 + s.a) % 11),
       iif(s.c % 37 = 0, 0, (SELECT id FROM categories g WHERE g.slug = t.slug)),
       iif(s.i % 40 = 0, 7, 1 + s.b % 3),
       iif(s.i % 19 = 0, 'retired', iif(s.b % 17 = 0, 'sold_out', iif(s.c % 31 = 0, 'draft', 'active'))),
       t.cents + 100 * (c.k - 4) * (1 + t.cents / 4000),
       t.cents * 55 / 100,
       iif(t.slug = 'paper', 'R', 'S'),
       t.grams + s.a % 50,
       CASE WHEN s.i < 90 THEN NULL
            ELSE json_object('material', t.material, 'collection', c.word, 'dishwasher',
                json(iif(s.b % 2 = 0, 'true', 'false'))) END,
       date('2014-03-01', (s.i * 15) || ' days'),
       iif(s.i % 19 = 0, date('2014-03-01', (s.i * 15 + 700) || ' days'), '9999-12-31'),
       datetime('2014-02-20', (s.i * 15) || ' days', (s.a % 600) || ' minutes', '+8 hours'),
       iif(s.c % 3 = 0, NULL, datetime('2014-08-20', (s.i * 15) || ' days', (s.b % 600) || ' minutes')),
       iif(s.i % 38 = 0, datetime('2014-03-01', (s.i * 15 + 760) || ' days'), NULL)
FROM temp.seq s
JOIN temp.collections c ON c.k = (s.i - 1) % 10
JOIN temp.things t      ON t.k = (s.i - 1) / 10
WHERE s.i <= 240;

INSERT INTO product_variants (product_id, variant_no, colour, ean, surcharge_cents)
SELECT p.id, v.i, c.word, printf('40%09d%02d', p.id * 7919 + v.i * 13, v.i), iif(v.i = 1, 0, 100 * (v.i - 1))
FROM products p
JOIN temp.seq s     ON s.i = p.id
JOIN temp.seq v     ON v.i <= 1 + s.b % 3
JOIN temp.colours c ON c.k = (s.a + v.i) % 7;

INSERT INTO product_translations (product_id, locale, title)
SELECT p.id, l.value ->> 0, c.word || ' ' || (l.value ->> (1 + s.k % 24))
FROM products p
JOIN temp.collections c ON c.k = (p.id - 1) % 10
JOIN temp.things s      ON s.k = (p.id - 1) / 10
JOIN json_each('[
    ["de_DE", "Teekanne", "Becher", "Kaffeefilter", "Milchkännchen", "Schneidebrett", "Kochmesser",
     "Brotmesser", "Bratpfanne", "Stieltopf", "Schmortopf", "Tischlampe", "Stehlampe", "Leselampe",
     "Gießkanne", "Handschaufel", "Gartenschere", "Blumentopf", "Balkonkasten", "Leinentuch",
     "Wolldecke", "Kissen", "Notizbuch", "Tischkalender", "Briefablage"],
    ["fr_FR", "Théière", "Tasse", "Filtre à café", "Pot à lait", "Planche", "Couteau de chef",
     "Couteau à pain", "Poêle", "Casserole", "Cocotte", "Lampe de table", "Lampadaire", "Liseuse",
     "Arrosoir", "Transplantoir", "Sécateur", "Pot de fleurs", "Jardinière", "Torchon en lin",
     "Couverture en laine", "Coussin", "Carnet", "Calendrier de bureau", "Corbeille"]]') l
WHERE l.value ->> 0 = 'de_DE' OR p.id % 3 = 0;

INSERT INTO productImages (imageId, productId, fileName, sortOrder, deletedFlag, createdDate)
SELECT s.i, 1 + s.a % 240, printf('img_%05d%s', s.i * 37, iif(s.b % 5 = 0, '.PNG', '.jpg')),
       s.b % 4, iif(s.c % 11 = 0, 'Y', 'N'),
       datetime('2014-03-03', (s.i * 4) || ' days', (s.a % 540) || ' minutes', '+9 hours')
FROM temp.seq s
WHERE s.i <= 320;

INSERT INTO suppliers (supplierId, companyName, contactEmail, countryCode, dateSince, accountManager)
SELECT s.i, l.word || ' ' || (json_array('GmbH', 'Trading', 'Manufaktur', '& Fils', 'Import') ->> (s.i % 5)),
       iif(s.i % 9 = 0, NULL, 'orders@' || lower(replace(replace(l.word, ' ', ''), '''', '')) || '.example'),
       c.country,
       CASE s.i % 4 WHEN 0 THEN date('2014-01-10', (s.i * 41) || ' days')
                    WHEN 1 THEN strftime('%d.%m.%Y', '2014-01-10', (s.i * 41) || ' days')
                    WHEN 2 THEN substr('JanFebMarAprMayJunJulAugSepOctNovDec', 1 + s.i % 12 * 3, 3)
                                || ' ' || (2014 + s.i / 5)
                    ELSE '' END,
       (SELECT id FROM temp.uuids WHERE k = 2 + s.i % 6)
FROM temp.seq s
JOIN temp.last_names l ON l.k = (s.i * 3) % 41
JOIN temp.cities c     ON c.k = s.b % 17
WHERE s.i <= 40;

INSERT INTO supplier_products (supplier_id, product_id, supplier_sku, lead_days)
SELECT 1 + (p.id * 3 + v.i * 11) % 40, p.id, printf('A%04d/%d', p.id * 17 % 9973, v.i), 7 + p.id % 5 * 7
FROM products p
JOIN temp.seq v ON v.i <= 1 + p.id % 2;

-- Two earlier prices and the present one; -1 is the import job, others are staff numbers.
INSERT INTO price_history (product_id, price_cents, valid_from, valid_to, changed_by)
SELECT p.id, p.price_cents * (90 + 5 * v.i) / 100,
       date(p.available_from, ((v.i - 1) * 300) || ' days'),
       iif(v.i = 3, '9999-12-31', date(p.available_from, (v.i * 300) || ' days')),
       iif(p.id % 3 = 0, -1, 100 + (p.id * v.i) % 24)
FROM products p
JOIN temp.seq v ON v.i BETWEEN 2 - p.id % 2 AND 3;

INSERT INTO ProductBundles (BundleId, BundleName, PriceCents, IsActive, CreatedAt)
SELECT s.i, c.word || ' ' || (json_array('Breakfast Set', 'Starter Set', 'Garden Set',
           'Gift Box') ->> (s.i / 10 % 4)),
       3900 + s.a % 60 * 100 + 90, iif(s.i % 8 = 0, 0, 1),
       datetime('2022-02-01', (s.i * 24) || ' days', '+10 hours')
FROM temp.seq s
JOIN temp.collections c ON c.k = s.i % 10
WHERE s.i <= 40;

INSERT INTO ProductBundleItems (BundleId, ProductId, Quantity)
SELECT b.BundleId, 1 + (b.BundleId % 10 + 9) % 10 + 10 * ((b.BundleId * 5 + v.i * 7) % 24), 1 + v.i % 2
FROM ProductBundles b
JOIN temp.seq v ON v.i <= 4;

INSERT INTO warehouses (code, city, country, opened, closed) VALUES
    ('HAM1', 'Hamburg', 'DE', '2014-02-01', '9999-12-31'),
    ('LEJ1', 'Leipzig', 'DE', '2017-09-01', '9999-12-31'),
    ('RTM1', 'Rotterdam', 'NL', '2021-05-01', '9999-12-31'),
    ('HAM0', 'Hamburg', 'DE', '2014-02-01', '2017-08-31');

INSERT INTO stock_levels (warehouse_code, product_id, variant_no, on_hand, reserved, counted_on)
SELECT w.code, v.product_id, v.variant_no, (v.product_id * 31 + v.variant_no * 17 + length(w.city) * 7) % 90,
       (v.product_id * 7 + v.variant_no) % 6,
       strftime('%d.%m.%Y', '2024-01-02', (v.product_id % 300) || ' days')
FROM product_variants v
JOIN warehouses w ON w.closed = '9999-12-31'
WHERE w.code <> 'RTM1' OR v.product_id % 4 = 0;

INSERT INTO product_search (product_search) VALUES ('rebuild');

RELEASE rows_catalogue;
