-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the ordering service, first part: customers, carts, coupons.
SAVEPOINT rows_customers;

INSERT INTO customers (id, customer_no, first_name, last_name, locale, status, created_at)
VALUES (0, 'C-000000', 'Guest', 'UNKNOWN', 'xx_XX', 9, '2014-02-10 00:00:00');

-- One customer every 12.9 days.
INSERT INTO customers (
    id, customer_no, email, first_name, last_name, company, birth_date, phone, locale, currency,
    referrer_id, status, flag1, flag2, flag3, address_1, zip_1, city_1, country_1, address_2, zip_2,
    city_2, country_2, billing_name, billing_street, billing_zip, billing_city, billing_country,
    billing_vat_id, billing_email, billing_terms_days, created_at
)
SELECT s.i,
       printf('C-%06d', 10000 + s.i * 37),
       lower(replace(replace(f.word || '.' || l.word, ' ', ''), '''', '')) || '@'
           || (json_array('posteo.example', 'mail.example', 'web.example', 'uni.example') ->> (s.a % 4)),
       f.word, l.word,
       iif(s.i % 9 = 0, l.word || ' ' || (json_array('GmbH', 'Architekten', 'Café', 'KG') ->> (s.b % 4)), NULL),
       CASE WHEN s.i % 5 = 0 THEN '01.01.1900' WHEN s.i % 7 = 0 THEN NULL
            ELSE strftime('%d.%m.%Y', '1948-01-01', (s.b % 20000) || ' days') END,
       iif(s.c % 3 = 0, NULL, printf('+49 %d %d', 40 + s.a % 60, 100000 + s.b % 899999)),
       CASE c.country WHEN 'FR' THEN 'fr_FR' WHEN 'NL' THEN 'nl_NL' WHEN 'PL' THEN 'pl_PL'
                      WHEN 'DK' THEN 'da_DK' ELSE 'de_DE' END,
       CASE c.country WHEN 'CH' THEN 'CHF' WHEN 'DK' THEN 'DKK' WHEN 'SE' THEN 'SEK' ELSE 'EUR' END,
       iif(s.i > 20 AND s.i % 8 = 0, 1 + s.a % (s.i - 1), NULL),
       CASE WHEN s.i % 50 = 0 THEN 9 WHEN s.b % 23 = 0 THEN 3 WHEN s.c % 17 = 0 THEN 2 ELSE 1 END,
       iif(s.a % 14 = 0, 1, 0), s.b % 2, NULL,
       st.word || ' ' || (1 + s.a % 120), printf(c.zip, s.b % 100), c.city, c.country,
       iif(s.i % 4 = 0, 'Packstation ' || (100 + s.a % 80), NULL),
       iif(s.i % 4 = 0, printf(c.zip, s.c % 100), NULL),
       iif(s.i % 4 = 0, c.city, NULL), iif(s.i % 4 = 0, c.country, NULL),
       iif(s.i % 9 = 0, l.word || ', accounts', NULL), iif(s.i % 9 = 0, 'Postfach ' || (1000 + s.b % 9000), NULL),
       iif(s.i % 9 = 0, printf(c.zip, s.a % 100), NULL), iif(s.i % 9 = 0, c.city, NULL),
       iif(s.i % 9 = 0, c.country, NULL),
       iif(s.i % 9 = 0, c.country || (100000000 + s.b * 811 % 899999999), NULL),
       iif(s.i % 18 = 0, 'invoices@' || lower(replace(replace(l.word, ' ', ''), '''', '')) || '.example', NULL),
       iif(s.i % 9 = 0, 30, 14),
       datetime('2014-02-10', (s.i * 129 / 10) || ' days', '+7 hours', (s.a % 840) || ' minutes')
FROM temp.seq s
JOIN temp.first_names f ON f.k = s.i % 37
JOIN temp.last_names l  ON l.k = s.i % 41
JOIN temp.cities c      ON c.k = s.c % 17
JOIN temp.streets st    ON st.k = s.b % 13
WHERE s.i <= 300;

UPDATE customers
SET address_3 = 'c/o ' || last_name || ', ' || address_1, zip_3 = zip_1, city_3 = city_1, country_3 = country_1
WHERE id % 20 = 0 AND id > 0;
UPDATE customers SET address_4 = 'Gate 2', zip_4 = '20457', city_4 = 'Hamburg', country_4 = 'DE' WHERE id % 100 = 0
    AND id > 0;

UPDATE customers
SET feature_wishlist = s.a % 2, feature_express = s.b % 5 = 0, feature_pay_later = s.c % 3 = 0,
    feature_beta_search = customers.id > 250, feature_gift_cards = s.b % 7 = 0,
    is_newsletter = s.c % 2, is_business = company IS NOT NULL, has_app = s.a % 6 = 0,
    loyalty_points = s.b % 4200, loyalty_level = substr('BBBSSG', 1 + s.a % 6, 1),
    preferences = CASE WHEN s.i < 140 THEN 'mail=' || (s.a % 2) || ';lang=' || substr(locale, 1, 2)
                       ELSE json_object('mail', json(iif(s.a % 2 = 0, 'true', 'false')), 'theme', 'auto') END,
    last_login_at = datetime(customers.created_at, (s.b % 400) || ' days'),
    updated_at = iif(s.c % 4 = 0, NULL, datetime(customers.created_at, (s.b % 500) || ' days')),
    updated_by = iif(s.c % 4 = 1, (SELECT id FROM temp.uuids WHERE k = 1 + s.b % 36), NULL),
    created_by = iif(s.i % 12 = 0, (SELECT id FROM temp.uuids WHERE k = 1 + s.a % 24), NULL),
    deleted_at = iif(s.i % 50 = 0, datetime(customers.created_at, '+410 days'), NULL),
    anonymised_at = iif(s.i % 50 = 0, datetime(customers.created_at, '+440 days'), NULL),
    deleted_by = iif(s.i % 50 = 0, (SELECT id FROM temp.uuids WHERE k = 3), NULL)
FROM temp.seq s
WHERE s.i = customers.id;

INSERT INTO carts (id, customer_id, channel, touched_at, data)
SELECT u.id, iif(s.i % 3 = 0, NULL, 1 + s.a % 300), 1 + s.b % 3,
       CAST(strftime('%s', '2022-06-01', (s.i * 4) || ' days', (s.b % 1400) || ' minutes') AS INTEGER),
       iif(s.i % 4 = 0, json_object('utm', json_array('mail', 'search', 'friend') ->> (s.a % 3)), NULL)
FROM temp.seq s
JOIN temp.uuids u ON u.k = 1000 + s.i
WHERE s.i <= 220;

-- Six lines name products that were never imported (ids 8001 to 8006).
INSERT INTO cart_items (cart_id, product_id, variant_no, quantity)
SELECT u.id, iif(s.i % 35 = 17 AND v.i = 1, 8001 + s.i / 35, 1 + (s.a + v.i * 53) % 240), 1, 1 + (s.b + v.i) % 3
FROM temp.seq s
JOIN temp.uuids u ON u.k = 1000 + s.i
JOIN temp.seq v   ON v.i <= 1 + s.i % 3
WHERE s.i <= 220;

INSERT INTO coupons (code, percent, amount_cents, valid_until, campaign_name)
SELECT upper(substr(c.word, 1, 4)) || (10 + s.i), iif(s.i % 3 = 0, NULL, 5 + s.i % 4 * 5),
       iif(s.i % 3 = 0, 500, NULL),
       iif(s.i % 6 = 0, '9999-12-31', date('2015-01-31', (s.i * 88) || ' days')),
       (json_array('Spring', 'Summer sale', 'Moving house', 'Advent') ->> (s.i % 4)) || ' ' || (2014 + s.i / 4)
FROM temp.seq s
JOIN temp.collections c ON c.k = s.i % 10
WHERE s.i <= 40;

RELEASE rows_customers;
